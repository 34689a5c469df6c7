<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Reading;

use ArrayObject;
use Closure;
use Lernwelt\Places\Domain\Import\HostPolicy;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Reading\Download;
use Lernwelt\Places\Reading\Downloaded;
use Lernwelt\Places\Reading\DownloadFailed;
use Lernwelt\Places\Reading\DownloadProblem;
use Lernwelt\Places\Reading\Inputs;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class DownloadTest extends TestCase {
	private static FakeServer $server;

	private string $folder;

	public static function setUpBeforeClass(): void {
		self::$server = new FakeServer();
	}

	public static function tearDownAfterClass(): void {
		self::$server->stop();
	}

	protected function setUp(): void {
		$this->folder = sys_get_temp_dir() . '/places-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder );
	}

	protected function tearDown(): void {
		foreach ( $this->files() as $file ) {
			unlink( $file );
		}
		rmdir( $this->folder );
	}

	public function test_a_file_comes_with_its_validators_and_is_not_fetched_again(): void {
		$mapping = self::mapping( 'csv' );
		$first   = $this->download()->get( self::$server->url( '/places.csv' ), $mapping );
		self::assertSame( [ '"v1"', 'Sat, 21 Nov 2026 10:00:00 GMT', false, 22 ], [ $first->etag, $first->modified, $first->unchanged, $first->bytes ] );
		self::assertSame( [ 'Eins', 'Zwei' ], self::values( $first, $mapping, 'name' ) );

		foreach ( [ [ $first->etag, '' ], [ '', $first->modified ] ] as [ $etag, $modified ] ) {
			$again = $this->download()->get( self::$server->url( '/places.csv' ), $mapping, $etag, $modified );
			self::assertSame( [ true, [] ], [ $again->unchanged, $again->files ] );
			self::assertSame( [ $etag, $modified ], [ $again->etag, $again->modified ] );
			$asked = array_slice( self::$server->requests(), -1 )[0];
			self::assertSame( [ $etag, $modified ], [ $asked['etag'], $asked['since'] ] );
		}
		self::assertCount( 1, $this->files(), 'Only the first answer left a file.' );
	}

	/**
	 * @param string    $path    Path.
	 * @param list<int> $ids     Ids of the records that come.
	 * @param int       $first   Number of the first page.
	 */
	#[TestWith( [ '/numbered?page={page}', [ 10, 11, 20, 21, 30, 31 ], 1 ] )]
	#[TestWith( [ '/numbered?page={page}', [ 30, 31 ], 3 ] )]
	#[TestWith( [ '/clamped?page={page}', [ 1, 2 ], 1 ] )]
	#[TestWith( [ '/ending?page={page}', [ 1, 2 ], 1 ] )]
	public function test_numbered_pages_are_fetched_until_there_is_nothing_new( string $path, array $ids, int $first ): void {
		$mapping    = self::mapping( 'json', [ 'pages' => [ 'first' => $first ] ] );
		$downloaded = $this->download()->get( self::$server->url( $path ), $mapping, '"old"' );
		self::assertSame( $ids, self::values( $downloaded, $mapping, 'id' ) );
		self::assertFalse( $downloaded->cut, 'this is all' );
		self::assertSame( '', array_slice( self::$server->requests(), -1 )[0]['etag'], 'A validator is about one page.' );
		self::assertCount( count( $downloaded->files ), $this->files() );
	}

	public function test_linked_pages_are_followed(): void {
		$mapping    = self::mapping( 'json', [ 'path' => 'items', 'pages' => [ 'next' => 'links.next' ] ] );
		$downloaded = $this->download()->get( self::$server->url( '/linked' ), $mapping );
		self::assertSame( [ [ 0, 1, 2 ], false ], [ self::values( $downloaded, $mapping, 'id' ), $downloaded->cut ] );
		$rows = [ ...Inputs::files( $downloaded->files, $mapping )->rows( 1 ) ];
		self::assertSame( [ 2, 3 ], array_map( static fn ( Row $row ): int => $row->number, $rows ) );
	}

	/** What lies behind the last page that may be fetched is unknown: nothing may be concluded from it. */
	public function test_endless_pages_have_an_end_and_are_not_complete(): void {
		$mapping    = self::mapping( 'json', [ 'path' => 'items', 'pages' => [ 'next' => 'links.next', 'limit' => 4 ] ] );
		$downloaded = $this->download()->get( self::$server->url( '/endless' ), $mapping );
		self::assertSame( [ 4, true ], [ count( $downloaded->files ), $downloaded->cut ] );
		$numbered = self::mapping( 'json', [ 'pages' => [ 'limit' => 2 ] ] );
		self::assertTrue( $this->download()->get( self::$server->url( '/numbered?page={page}' ), $numbered )->cut );
	}

	/** Whoever holds a lock for the download can renew it. */
	public function test_every_request_is_announced(): void {
		/** @var ArrayObject<int, true> $times */
		$times   = new ArrayObject();
		$alive   = static fn () => $times->append( true );
		$mapping = self::mapping( 'json', [ 'path' => 'items', 'pages' => [ 'next' => 'links.next' ] ] );
		$this->download()->get( self::$server->url( '/linked' ), $mapping, '', '', $alive );
		self::assertCount( 3, $times );
		$this->download()->get( self::$server->url( '/redirect?to=%2Fplaces.csv' ), self::mapping( 'csv' ), '', '', $alive );
		self::assertCount( 5, $times, 'a redirect is a request, too' );
	}

	#[TestWith( [ '/places.csv' ] )]
	#[TestWith( [ 'places.csv' ] )]
	public function test_redirects_are_followed( string $target ): void {
		$mapping = self::mapping( 'csv' );
		self::assertSame( [ 'Eins', 'Zwei' ], self::values( $this->download()->get( self::$server->url( '/redirect?to=' . rawurlencode( $target ) ), $mapping ), $mapping, 'name' ) );
	}

	/** Every redirect and every link to a next page is checked like the first address, and nothing is left behind. */
	#[TestWith( [ '/redirect?to=http%3A%2F%2F10.0.0.1%2F', DownloadProblem::HostNotAllowed ] )]
	#[TestWith( [ '/redirect?to=http%3A%2F%2F169.254.169.254%2Flatest', DownloadProblem::HostNotAllowed ] )]
	#[TestWith( [ '/redirect?to=http%3A%2F%2Fevil.example.net%2F', DownloadProblem::HostNotAllowed ] )]
	#[TestWith( [ '/redirect?to=%2F%2F192.168.0.1%2F', DownloadProblem::HostNotAllowed ] )]
	#[TestWith( [ '/redirect?to=http%3A%2F%2Fintern.example.org%2F', DownloadProblem::PrivateAddress ] )]
	#[TestWith( [ '/redirect?to=http%3A%2F%2Fdaten.example.org%3A8080%2F', DownloadProblem::PortNotAllowed ] )]
	#[TestWith( [ '/redirect?to=file%3A%2F%2F%2Fetc%2Fpasswd', DownloadProblem::BadAddress ] )]
	#[TestWith( [ '/redirect?to=gopher%3A%2F%2F127.0.0.1%2F', DownloadProblem::BadAddress ] )]
	#[TestWith( [ '/linked-away?to=http%3A%2F%2Fintern.example.org%2F', DownloadProblem::PrivateAddress ] )]
	#[TestWith( [ '/linked-away?to=http%3A%2F%2Fevil.example.net%2F', DownloadProblem::HostNotAllowed ] )]
	#[TestWith( [ '/circle', DownloadProblem::TooManyRedirects ] )]
	#[TestWith( [ '/nothing', DownloadProblem::Status ] )]
	#[TestWith( [ '/large', DownloadProblem::TooLarge ] )]
	#[TestWith( [ '/broken', DownloadProblem::Connection ] )]
	public function test_what_goes_wrong_is_named_and_leaves_nothing( string $path, DownloadProblem $problem ): void {
		$mapping = self::mapping( 'json', [ 'path' => 'items', 'pages' => [ 'next' => 'links.next' ] ] );
		self::assertSame( $problem, $this->problem( fn () => $this->download( 1_000_000 )->get( self::$server->url( $path ), $mapping ) ) );
		self::assertSame( [], $this->files() );
	}

	public function test_a_download_stops_at_the_limit(): void {
		self::assertSame( DownloadProblem::TooLarge, $this->problem( fn () => $this->download( 1_000_000 )->get( self::$server->url( '/large' ), self::mapping( 'csv' ) ) ) );
		// The server answers one request after the other, so it has noticed by now.
		$this->download()->get( self::$server->url( '/places.csv' ), self::mapping( 'csv' ) );
		self::assertNotContains( 'all of it was sent', array_column( self::$server->requests(), 'path' ) );
	}

	public function test_the_limit_counts_for_all_pages_together(): void {
		$mapping = self::mapping( 'json', [ 'path' => 'items', 'pages' => [ 'next' => 'links.next' ] ] );
		self::assertSame( DownloadProblem::TooLarge, $this->problem( fn () => $this->download( 150 )->get( self::$server->url( '/endless' ), $mapping ) ) );
		self::assertSame( [], $this->files() );
	}

	/**
	 * A public name that leads into a private network is refused, also when only one of its numbers does.
	 *
	 * @param list<string> $numbers What the name leads to.
	 */
	#[TestWith( [ [ '10.0.0.5' ] ] )]
	#[TestWith( [ [ '93.184.216.34', '127.0.0.1' ] ] )]
	#[TestWith( [ [ '::ffff:127.0.0.1' ] ] )]
	public function test_names_of_private_networks_are_refused( array $numbers ): void {
		$before = count( self::$server->requests() );
		self::assertSame( DownloadProblem::PrivateAddress, $this->problem( fn () => $this->download( resolve: static fn (): array => $numbers )->get( 'http://daten.example.org/', self::mapping( 'csv' ) ) ) );
		self::assertCount( $before, self::$server->requests() );
	}

	/**
	 * DNS rebinding: the name is looked up once, and the connection goes to the number that was checked. Here the checked
	 * number has no server; a second look-up by the system would find the one on 127.0.0.1 and succeed.
	 */
	public function test_the_connection_goes_to_the_checked_number(): void {
		$asked   = 0;
		$resolve = static function () use ( &$asked ): array {
			++$asked;
			return [ '::1' ];
		};
		$url     = str_replace( '127.0.0.1', 'localhost', self::$server->url( '/places.csv' ) );
		self::assertSame( DownloadProblem::Connection, $this->problem( fn () => $this->download( resolve: $resolve )->get( $url, self::mapping( 'csv' ) ) ) );
		self::assertSame( 1, $asked );
		self::assertCount( 1, $this->download( resolve: static fn (): array => [ '127.0.0.1' ] )->get( $url, self::mapping( 'csv' ) )->files );
	}

	#[TestWith( [ 'http://user:secret@daten.example.org/', DownloadProblem::BadAddress ] )]
	#[TestWith( [ "http://daten.example.org/\r\nX: y", DownloadProblem::BadAddress ] )]
	#[TestWith( [ 'http://daten.example.org\\@evil.example.net/', DownloadProblem::BadAddress ] )]
	#[TestWith( [ 'ftp://daten.example.org/', DownloadProblem::BadAddress ] )]
	#[TestWith( [ 'daten.example.org', DownloadProblem::BadAddress ] )]
	#[TestWith( [ 'http://unbekannt.example.org/', DownloadProblem::UnknownHost ] )]
	#[TestWith( [ 'https://daten.example.org:22/', DownloadProblem::PortNotAllowed ] )]
	public function test_bad_addresses_are_refused( string $url, DownloadProblem $problem ): void {
		self::assertSame( $problem, $this->problem( fn () => $this->download()->get( $url, self::mapping( 'csv' ) ) ) );
	}

	/** Without the exception for tests this machine is no host at all. */
	public function test_this_machine_is_closed_by_default(): void {
		$download = new Download( new HostPolicy( [ '127.0.0.1', 'localhost' ] ), $this->folder );
		self::assertSame( DownloadProblem::HostNotAllowed, $this->problem( fn () => $download->get( self::$server->url( '/places.csv' ), self::mapping( 'csv' ) ) ) );
	}

	/**
	 * @param ?Closure(string): list<string> $resolve Finds addresses.
	 */
	private function download( int $max = Download::MAX_BYTES, ?Closure $resolve = null ): Download {
		$resolve ??= static fn ( string $host ): array => match ( $host ) {
			'127.0.0.1'           => [ '127.0.0.1' ],
			'intern.example.org'  => [ '192.168.1.1' ],
			default               => [],
		};
		return new Download( new HostPolicy( [ 'daten.example.org', 'intern.example.org', 'unbekannt.example.org' ], true ), $this->folder, $resolve, $max );
	}

	/**
	 * @param Closure(): mixed $work What fails.
	 */
	private function problem( Closure $work ): DownloadProblem {
		try {
			$work();
		} catch ( DownloadFailed $failed ) {
			self::assertStringNotContainsString( 'secret', $failed->getMessage() );
			return $failed->problem;
		}
		self::fail( 'It was fetched.' );
	}

	/**
	 * @return list<string>
	 */
	private function files(): array {
		$files = glob( "{$this->folder}/*" );
		return false === $files ? [] : $files;
	}

	/**
	 * @param array<string, mixed> $more Further parts.
	 */
	private static function mapping( string $format, array $more = [] ): Mapping {
		return Mapping::from( $more + [ 'version' => 1, 'format' => $format, 'id' => [ 'from' => 'id' ], 'fields' => [ 'title' => [ 'from' => 'name' ] ] ] );
	}

	/**
	 * @return list<mixed>
	 */
	private static function values( Downloaded $downloaded, Mapping $mapping, string $field ): array {
		$values = [];
		foreach ( Inputs::files( $downloaded->files, $mapping )->rows() as $row ) {
			$values[] = $row->values[ $field ];
		}
		return $values;
	}
}
