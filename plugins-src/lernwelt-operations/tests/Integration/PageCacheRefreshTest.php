<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Core\Portal;
use Lernwelt\Operations\Domain\PageCache\ChangedParts;
use Lernwelt\Operations\PageCache\CacheSettings;
use Lernwelt\Operations\PageCache\ChangeLog;
use Lernwelt\Operations\PageCache\Folder;
use Lernwelt\Operations\PageCache\PageCacheCheck;
use Lernwelt\Operations\PageCache\Pages;
use Lernwelt\Tests\IntegrationTestCase;

/** Pages in the cache are made anew or deleted. */
final class PageCacheRefreshTest extends IntegrationTestCase {

	private string $directory;

	private ?PageCacheEndpoint $endpoint = null;

	protected function setUp(): void {
		parent::setUp();
		$this->directory = sys_get_temp_dir() . '/lernwelt-pages-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->directory );
	}

	protected function tearDown(): void {
		$this->endpoint?->stop();
		foreach ( [ ...(array) glob( "$this->directory/*/*/*/*" ), ...(array) glob( "$this->directory/*.changed" ) ] as $file ) {
			unlink( (string) $file );
		}
		foreach ( [ '/*/*/*', '/*/*', '/*', '' ] as $level ) {
			foreach ( (array) glob( $this->directory . $level, GLOB_ONLYDIR ) as $folder ) {
				rmdir( (string) $folder );
			}
		}
		parent::tearDown();
	}

	public function test_the_pages_concerned_are_made_anew_with_all_their_queries(): void {
		$this->pages( 'lernorte', [ '/orte/' => 'splaces p4', '/orte/?ort=Halle&seite=2' => 'splaces', '/kontakt/' => 'p9' ] );
		$this->pages( 'startchancen', [ '/orte/' => 'splaces p4' ] );
		self::assertSame( [ 2, 0 ], $this->refresh( 'lernorte', 'splaces' ) );
		$asked = $this->asked();
		self::assertCount( 2, $asked );
		self::assertStringStartsWith( "GET /orte/ HTTP/1.1\r\n", $asked[0] );
		self::assertStringStartsWith( "GET /orte/?ort=Halle&seite=2 HTTP/1.1\r\n", $asked[1] );
		foreach ( $asked as $head ) {
			self::assertStringContainsString( "\r\nX-Lernwelt-Refresh: das-Geheimnis\r\n", $head );
			self::assertStringContainsString( "\r\nHost: " . wp_parse_url( $this->portal( 'lernorte' )->url, PHP_URL_HOST ), $head );
		}
		self::assertSame( [ 3, 1 ], [ $this->kept( 'lernorte' ), $this->kept( 'startchancen' ) ] );
	}

	public function test_what_is_no_page_for_guests_any_more_is_deleted(): void {
		$this->pages( 'lernorte', array_fill_keys( [ '/bleibt/', '/weg/', '/umgezogen/', '/fehler/', '/geheim/' ], 'p1' ) );
		self::assertSame( [ 1, 4 ], $this->refresh( 'lernorte', 'p1' ) );
		self::assertSame( [ '/bleibt/' ], $this->addresses( 'lernorte' ) );
	}

	public function test_without_a_web_server_pages_are_deleted(): void {
		$this->pages( 'lernorte', [ '/a/' => 'p1', '/b/' => 'p2' ] );
		$dead = new CacheSettings( $this->directory, 'http://127.0.0.1:1', 'das-Geheimnis' );
		self::assertSame( [ 0, 1 ], ( new Pages( $dead, Core::services()->clock ) )->refresh( $this->portal( 'lernorte' ), new ChangedParts( [ 'p1' ] ) ) );
		$none = new CacheSettings( $this->directory, '', '' );
		self::assertSame( [ 0, 1 ], ( new Pages( $none, Core::services()->clock ) )->refresh( $this->portal( 'lernorte' ), new ChangedParts( [ 'p2' ] ) ) );
		self::assertSame( 0, $this->kept( 'lernorte' ) );
	}

	public function test_many_pages_do_not_take_long(): void {
		$all = [];
		foreach ( range( 1, 150 ) as $number ) {
			$all[ "/seite/?seite=$number" ] = 'p1';
		}
		$this->pages( 'lernorte', [ '/seite/' => 'p1' ] + $all );
		self::assertSame( [ 100, 51 ], $this->refresh( 'lernorte', 'p1' ) );
		self::assertContains( '/seite/', $this->addresses( 'lernorte' ) );
	}

	public function test_a_slow_server_does_not_keep_an_old_page(): void {
		$this->pages( 'lernorte', [ '/langsam/' => 'p1', '/auch-langsam/' => 'p1' ] );
		$since = microtime( true );
		self::assertSame( [ 0, 2 ], $this->refresh( 'lernorte', 'p1' ) );
		self::assertLessThan( 5.0, microtime( true ) - $since );
		self::assertSame( 0, $this->kept( 'lernorte' ) );
	}

	public function test_a_page_whose_time_is_over_is_made_anew(): void {
		$now = Core::services()->clock->now()->getTimestamp();
		$this->page( 'lernorte', '/abgelaufen/', 'p1', '@' . ( $now - 5 ) );
		$this->page( 'lernorte', '/noch-richtig/', 'p1', '@' . ( $now + 500 ) );
		$this->page( 'lernorte', '/ohne-zeit/', 'p1', '3600' );
		self::assertSame( [ 1, 0 ], $this->service()->sweep( $this->portal( 'lernorte' ) ) );
		self::assertStringStartsWith( 'GET /abgelaufen/', $this->asked()[0] );
	}

	public function test_all_pages_of_one_portal_are_deleted(): void {
		$this->pages( 'lernorte', [ '/a/' => 'p1', '/b/' => '' ] );
		$this->pages( 'startchancen', [ '/a/' => 'p1' ] );
		self::assertSame( 2, $this->service()->clear( $this->portal( 'lernorte' ) ) );
		self::assertSame( [ [ 0, 0 ], 1 ], [ $this->service()->size( $this->portal( 'lernorte' ) ), $this->kept( 'startchancen' ) ] );
	}

	public function test_whoever_began_before_a_change_may_not_be_kept(): void {
		$folder = new Folder( $this->directory, 'lernorte' );
		self::assertSame( 0.0, $folder->changed() );
		$before = microtime( true );
		$this->refresh( 'lernorte', 'p1' );
		self::assertGreaterThanOrEqual( $before, round( $folder->changed(), 6 ) + 0.000_001 );
		self::assertLessThan( microtime( true ), $folder->changed() );
		self::assertSame( 0.0, ( new Folder( $this->directory, 'startchancen' ) )->changed() );
	}

	public function test_changes_are_settled_once_and_only_where_they_happened(): void {
		$this->pages( 'lernorte', [ '/a/' => 'p1', '/b/' => 'p2' ] );
		$this->pages( 'startchancen', [ '/a/' => 'p1' ] );
		$log = new ChangeLog( $this->service(), Core::services()->portals );
		$this->go_to_portal( 'lernorte' );
		$log->add( [ 'p1' ] );
		$log->add( [ 'p1', 'h1' ] );
		restore_current_blog();
		$log->settle();
		$log->settle();
		self::assertCount( 1, $this->asked() );
	}

	public function test_a_fault_is_logged_and_nobody_else_hears_of_it(): void {
		$this->pages( 'lernorte', [ '/a/' => 'p1' ] );
		$said = $this->directory . '/said.changed';
		$log  = new ChangeLog( new Pages( new CacheSettings( $this->directory, 'kaputt', 'das-Geheimnis' ), Core::services()->clock ), Core::services()->portals );
		$this->go_to_portal( 'lernorte' );
		$log->add( [ 'p1' ] );
		$before = ini_set( 'error_log', $said );
		$log->settle();
		ini_set( 'error_log', (string) $before );
		$line = (string) file_get_contents( $said );
		self::assertStringContainsString( 'pages of "lernorte"', $line );
		self::assertStringNotContainsString( 'Geheimnis', $line );
	}

	public function test_the_check_says_what_is_missing(): void {
		$this->endpoint ??= new PageCacheEndpoint();
		foreach (
			[
				[ new CacheSettings( '', '', '' ), HealthStatus::Ok ],
				[ new CacheSettings( "$this->directory/nicht-da", $this->endpoint->address, 'das-Geheimnis' ), HealthStatus::Failed ],
				[ new CacheSettings( $this->directory, $this->endpoint->address, '' ), HealthStatus::Warning ],
				[ new CacheSettings( $this->directory, 'http://127.0.0.1:1', 'das-Geheimnis' ), HealthStatus::Warning ],
				[ new CacheSettings( $this->directory, $this->endpoint->address, 'das-Geheimnis' ), HealthStatus::Ok ],
			] as $number => [ $settings, $status ]
		) {
			self::assertSame( $status, ( new PageCacheCheck( $settings ) )->run()->status, "Case $number" );
		}
	}

	/** @return array{int, int} */
	private function refresh( string $portal, string ...$parts ): array {
		return $this->service()->refresh( $this->portal( $portal ), new ChangedParts( array_values( $parts ) ) );
	}

	private function service(): Pages {
		$this->endpoint ??= new PageCacheEndpoint();
		return new Pages( new CacheSettings( $this->directory, $this->endpoint->address, 'das-Geheimnis' ), Core::services()->clock );
	}

	/** @return list<string> */
	private function asked(): array {
		$asked          = $this->endpoint?->stop() ?? [];
		$this->endpoint = null;
		sort( $asked );
		return $asked;
	}

	private function portal( string $id ): Portal {
		return array_values( array_filter( Core::services()->portals->all(), static fn ( Portal $portal ): bool => $portal->id === $id ) )[0];
	}

	/** @param array<string, string> $pages Address → what it shows. */
	private function pages( string $portal, array $pages ): void {
		foreach ( $pages as $address => $shows ) {
			$this->page( $portal, $address, $shows );
		}
	}

	/** Writes a page as nginx does. */
	private function page( string $portal, string $address, string $shows, string $expires = '3600' ): void {
		$key    = "$portal|$address";
		$name   = md5( $key );
		$folder = "$this->directory/$portal/" . substr( $name, -1 ) . '/' . substr( $name, -3, 2 );
		if ( ! is_dir( $folder ) ) {
			mkdir( $folder, 0700, true );
		}
		file_put_contents( "$folder/$name", str_repeat( "\0", 336 ) . "\nKEY: $key\nX-Accel-Expires: $expires\r\nX-Lernwelt-Shows: $shows\r\n\r\n<!doctype html>" );
		file_put_contents( "$folder/$name.0000000007", 'still being written' );
	}

	private function kept( string $portal ): int {
		return count( $this->addresses( $portal ) );
	}

	/** @return list<string> */
	private function addresses( string $portal ): array {
		$found = [];
		foreach ( ( new Folder( $this->directory, $portal ) )->entries() as $entry ) {
			$found[] = $entry->address;
		}
		sort( $found );
		return $found;
	}
}
