<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use FilesystemIterator;
use Lernwelt\Booking\Domain\CancelledBy;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;

/** The log says in German what this plugin records, and nothing that it doesn't. */
final class AuditWordsTest extends BookingTestCase {

	/** Events of areas that belong to the log itself. */
	private const OTHERS = [ 'people/read', 'export/downloaded' ];

	/** Puts the codes of one event together: those of OTHERS. */
	private const COMPOSED = 'BookingCommand.php';

	public function test_every_event_has_german_words_and_no_other(): void {
		$events  = [];
		$details = [];
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( __DIR__ . '/../../src', FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			$code = (string) file_get_contents( (string) $file );
			preg_match_all( "/new AuditEvent\(\s*'([a-z-]+)', ([^,]+),/", $code, $found, PREG_SET_ORDER );
			$composed = (int) ( self::COMPOSED === basename( (string) $file ) );
			self::assertCount( substr_count( $code, 'new AuditEvent(' ) - $composed, $found, (string) $file );
			foreach ( $found as [ , $area, $actions ] ) {
				preg_match_all( "/'([a-z-]+)'/", $actions, $names );
				array_push( $events, ...array_map( static fn ( string $name ): string => "$area/$name", $names[1] ) );
			}
			preg_match_all( "/new AuditEvent\([^;]*?details: (\[[^;]*?\])/s", $code, $lists );
			preg_match_all( "/'([a-z_]+)'\s*=>/", implode( ' ', $lists[1] ), $keys );
			array_push( $details, ...$keys[1] );
		}
		self::assertContains( 'booking/registered', $events );
		$known = self::words( 'events' );
		self::assertSame( [], array_values( array_diff( $events, array_keys( $known ), self::OTHERS ) ), 'The log would show the code.' );
		self::assertSame( [], array_values( array_diff( array_keys( $known ), $events ) ), 'Nobody records this.' );
		self::assertSame( [], array_values( array_diff( $details, [ ...array_keys( self::words( 'details' ) ), 'rows', 'via', 'format' ] ) ) );
		self::assertSame( array_column( CancelledBy::cases(), 'value' ), array_keys( self::words( 'reasons' ) ) );
	}

	public function test_all_words_are_translated(): void {
		foreach ( [ 'areas', 'events', 'reasons', 'objects', 'details', 'values' ] as $kind ) {
			$german = self::words( $kind );
			switch_to_locale( 'en_US' );
			$english = self::words( $kind );
			restore_previous_locale();
			self::assertNotSame( [], $german );
			self::assertSame( [], array_keys( array_intersect_assoc( $german, $english ) ), $kind );
		}
	}

	/** @return array<string, string> */
	private static function words( string $kind ): array {
		return \Lernwelt\Booking\Content\OrganiserWords::audit( [], $kind );
	}
}
