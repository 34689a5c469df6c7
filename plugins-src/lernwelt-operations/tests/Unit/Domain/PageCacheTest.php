<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\Domain;

use Lernwelt\Core\PageParts;
use Lernwelt\Operations\Domain\PageCache\AnswerFacts;
use Lernwelt\Operations\Domain\PageCache\ChangedParts;
use Lernwelt\Operations\Domain\PageCache\Entry;
use Lernwelt\Operations\Domain\PageCache\Keeping;
use Lernwelt\Operations\Domain\PageCache\ShownParts;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** What may be kept, and which copies a change concerns. */
final class PageCacheTest extends TestCase {

	public function test_a_guests_page_is_kept_as_long_as_it_may_be(): void {
		self::assertSame( [ 3600, '' ], self::kept( new AnswerFacts() ) );
		self::assertSame( [ 3600, '' ], self::kept( new AnswerFacts( method: 'HEAD' ) ) );
	}

	/**
	 * @param AnswerFacts $facts  Facts.
	 * @param string      $reason Why it isn't kept.
	 */
	#[DataProvider( 'never_kept' )]
	public function test_what_is_never_kept( AnswerFacts $facts, string $reason ): void {
		self::assertSame( [ 0, $reason ], self::kept( $facts ) );
	}

	/** @return array<string, array{AnswerFacts, string}> */
	public static function never_kept(): array {
		return [
			'what was sent'          => [ new AnswerFacts( method: 'POST' ), 'method' ],
			'somebody logged in'     => [ new AnswerFacts( guest: false ), 'person' ],
			'a closed portal'        => [ new AnswerFacts( open: false ), 'closed' ],
			'a search'               => [ new AnswerFacts( search: true ), 'search' ],
			'a preview'              => [ new AnswerFacts( preview: true ), 'preview' ],
			'behind a password'      => [ new AnswerFacts( protected: true ), 'protected' ],
			'with a nonce'           => [ new AnswerFacts( nonce: true ), 'nonce' ],
			'with a cookie'          => [ new AnswerFacts( cookie: true ), 'cookie' ],
			'forbidden by its maker' => [ new AnswerFacts( restricted: true ), 'restricted' ],
			'a fault'                => [ new AnswerFacts( status: 500 ), 'status' ],
			'out of order'           => [ new AnswerFacts( status: 503 ), 'status' ],
			'refused'                => [ new AnswerFacts( status: 403 ), 'status' ],
			'elsewhere for now'      => [ new AnswerFacts( status: 302 ), 'status' ],
			'a change meanwhile'     => [ new AnswerFacts( outdated: true ), 'outdated' ],
			'no room on the disk'    => [ new AnswerFacts( full: true ), 'full' ],
		];
	}

	/**
	 * @param int $status Status.
	 */
	#[DataProvider( 'short' )]
	public function test_what_is_lost_is_kept_for_a_minute( int $status ): void {
		self::assertSame( [ Keeping::LOST, '' ], self::kept( new AnswerFacts( status: $status ) ) );
		self::assertSame( [ 10, '' ], self::kept( new AnswerFacts( status: $status ), 10 ) );
	}

	/** @return array<string, array{int}> */
	public static function short(): array {
		return [ 'moved' => [ 301 ], 'not found' => [ 404 ], 'gone' => [ 410 ] ];
	}

	public function test_a_page_is_not_kept_longer_than_it_is_right(): void {
		self::assertSame( [ 90, '' ], self::kept( new AnswerFacts(), 3600, 90 ) );
		self::assertSame( [ 3600, '' ], self::kept( new AnswerFacts(), 3600, 7200 ) );
		self::assertSame( [ 0, 'outdated' ], self::kept( new AnswerFacts(), 3600, 0 ) );
	}

	public function test_a_file_of_the_cache_is_read(): void {
		$entry = Entry::read( '/f', self::file( 'lernorte', '/orte/?ort=Halle', "X-Accel-Expires: @1800000000\r\nX-Lernwelt-Shows: p12 h3 splaces\r\n" ), 'lernorte', 77 );
		self::assertInstanceOf( Entry::class, $entry );
		self::assertSame( [ '/orte/?ort=Halle', '/orte/', [ 'p12', 'h3', 'splaces' ], 1_800_000_000, 77 ], [ $entry->address, $entry->path(), $entry->parts, $entry->until, $entry->made ] );
		$plain = Entry::read( '/f', self::file( 'lernorte', '/', "X-Accel-Expires: 3600\r\n" ), 'lernorte', 1 );
		self::assertSame( [ [], null ], [ $plain?->parts, $plain?->until ] );
	}

	public function test_a_page_of_another_portal_is_no_page_of_this_one(): void {
		self::assertNull( Entry::read( '/f', self::file( 'lernorte', '/' ), 'startchancen', 1 ) );
		self::assertNull( Entry::read( '/f', self::file( 'lernorte2', '/' ), 'lernorte', 1 ) );
		self::assertNull( Entry::read( '/f', 'something else', 'lernorte', 1 ) );
	}

	public function test_the_body_says_nothing_about_a_page(): void {
		$entry = Entry::read( '/f', self::file( 'lernorte', '/', '', "X-Lernwelt-Shows: p1\r\n" ), 'lernorte', 1 );
		self::assertSame( [], $entry?->parts );
	}

	/**
	 * @param list<string> $shown    What a page shows.
	 * @param list<string> $changed  What changed.
	 * @param bool         $expected Whether that concerns the page.
	 */
	#[DataProvider( 'concerns' )]
	public function test_which_pages_a_change_concerns( array $shown, array $changed, bool $expected ): void {
		self::assertSame( $expected, ( new ChangedParts( $changed ) )->concern( new Entry( '/f', '/orte/?x=1', $shown, null, 1 ) ) );
	}

	/** @return array<string, array{list<string>, list<string>, bool}> */
	public static function concerns(): array {
		return [
			'the post'            => [ [ 'p12' ], [ 'p12' ], true ],
			'another post'        => [ [ 'p12' ], [ 'p1', 'p121' ], false ],
			'a link to the post'  => [ [ 'h12' ], [ 'p12' ], false ],
			'any post'            => [ [ 'p*' ], [ 'p12' ], true ],
			'any post, no post'   => [ [ 'p*' ], [ 'h12' ], false ],
			'all sources'         => [ [ 'splaces' ], [ 's*' ], true ],
			'all sources, none'   => [ [ 'p1' ], [ 's*' ], false ],
			'everything'          => [ [], [ PageParts::EVERYTHING ], true ],
			'the address'         => [ [], [ PageParts::address( '/orte/' ) ], true ],
			'an address below'    => [ [], [ PageParts::address( '/orte/x/' ), PageParts::address( '/' ) ], false ],
			'nothing'             => [ [ 'p1' ], [], false ],
		];
	}

	public function test_the_line_stays_short_and_forgets_nothing(): void {
		$parts = new ShownParts();
		$parts->add( 'lpost', 'splaces' );
		foreach ( range( 1, 2000 ) as $id ) {
			$parts->add( "p$id", "h$id" );
		}
		$parts->add( 'c5' );
		$line = $parts->line();
		self::assertLessThanOrEqual( 1500, strlen( $line ) );
		foreach ( [ 'lpost', 'splaces', 'p*', 'h*', 'c5' ] as $part ) {
			self::assertContains( $part, explode( ' ', $line ) );
		}
	}

	public function test_a_part_cannot_break_the_header(): void {
		$parts = new ShownParts();
		$parts->add( "p1\r\nX-Evil: 1", 'p2 p3', '', 'P4', 'p', 'p5' );
		self::assertSame( 'p5', $parts->line() );
	}

	/** @return array{int, string} */
	private static function kept( AnswerFacts $facts, int $life = 3600, ?int $right = null ): array {
		$keeping = Keeping::of( $facts, $life, $right );
		return [ $keeping->seconds, $keeping->reason ];
	}

	private static function file( string $portal, string $address, string $headers = '', string $body = '<html>' ): string {
		return str_repeat( "\0\x05", 160 ) . "\nKEY: $portal|$address\n\1\6\0\1\x1f\xf8\0\0Content-Type: text/html\r\n$headers\r\n$body";
	}
}
