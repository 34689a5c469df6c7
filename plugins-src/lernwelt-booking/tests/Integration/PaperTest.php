<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Pdf\CertificateFile;
use Lernwelt\Booking\Print\PrintPages;
use RuntimeException;

/** Sign-in sheets, name badges and certificates. */
final class PaperTest extends OrganiserTestCase {

	protected function setUp(): void {
		parent::setUp();
		add_filter( 'wp_die_handler', static fn () => static fn ( mixed $message, mixed $title, array $arguments ) => throw new RuntimeException( (string) $arguments['response'] ) );
		// A notice of the library is a failure.
		set_error_handler( static fn ( int $kind, string $message, string $file ) => throw new RuntimeException( "$message in $file" ) );
	}

	protected function tearDown(): void {
		restore_error_handler();
		parent::tearDown();
	}

	public function test_only_organisers_of_this_portal_get_paper(): void {
		$date = $this->far_date();
		$this->booked( $date->id );
		$_GET = [ 'date' => (string) $date->id, 'what' => 'badges' ];
		foreach ( array_keys( self::STRANGERS ) as $role ) {
			'' === $role ? $this->log_out() : $this->log_in_as( $role );
			self::assertSame( [ '403', '403' ], [ $this->refusal( $this->pages()->show( ... ) ), $this->refusal( $this->certificates()->send( ... ) ) ] );
		}
		$this->log_in_as( 'lernwelt_event_organiser', 'lernorte' );
		self::assertSame( [ '403', '403' ], [ $this->refusal( $this->pages()->show( ... ) ), $this->refusal( $this->certificates()->send( ... ) ) ] );
		$this->log_in_as( 'lernwelt_event_organiser' );
		foreach ( [ [ 'date' => '999999999', 'what' => 'badges' ], [ 'date' => (string) $date->id, 'what' => '../../wp-config' ], [] ] as $_GET ) {
			self::assertSame( '404', $this->refusal( $this->pages()->show( ... ) ) );
		}
		self::assertSame( '404', $this->refusal( $this->certificates()->send( ... ) ), 'nobody is marked' );
		self::assertSame( [ [], [] ], [ $this->log_of( 'people' ), $this->log_of( 'export' ) ] );
	}

	public function test_the_pages_name_everybody_with_a_seat_and_escape_what_they_print(): void {
		$date = $this->far_date( [], $this->event( [ 'post_title' => 'Ä &amp; <script>alert(1)</script>' ] ) );
		$this->booked( $date->id, self::person( '<img src=x onerror=alert(1)> Öztürk' ) );
		foreach ( range( 1, 9 ) as $number ) {
			$this->booked( $date->id, self::person( "Person $number" ) );
		}
		$gone = $this->booked( $date->id, self::person( 'Weg Gegangen' ) );
		$this->rest( 'POST', "/lernwelt/v1/bookings/$gone->number/cancel-by-organiser" );
		$sheet  = $this->printed( 'sign-in-sheet', $date );
		$badges = $this->printed( 'badges', $date );
		foreach ( [ $sheet, $badges ] as $page ) {
			self::assertStringContainsString( '&lt;img src=x onerror=alert(1)&gt; Öztürk', $page );
			self::assertStringContainsString( 'Person 9', $page );
			self::assertDoesNotMatchRegularExpression( '/<script|<img|Weg Gegangen|wpadminbar|example\.org/', $page );
			self::assertMatchesRegularExpression( '/<html lang="de/', $page );
		}
		self::assertStringContainsString( 'Unterschrift', $sheet );
		self::assertSame( 15, substr_count( $sheet, '<td class="signature">' ), 'ten people, five free lines' );
		self::assertSame( [ 2, 10 ], [ substr_count( $badges, '<ul class="page">' ), substr_count( $badges, '<li class="badge' ) ], 'eight on a page' );
		self::assertSame( [ "read date:$date->id 10", "read date:$date->id 10" ], $this->log_of( 'people' ) );
	}

	public function test_everybody_who_came_gets_a_page_of_a_german_pdf(): void {
		$date = $this->far_date();
		$came = array_map( fn ( string $name ): string => $this->booked( $date->id, self::person( $name ) )->number, [ 'Änne Łukasz-Yıldız', 'Bodo Șerban' ] );
		$this->booked( $date->id, self::person( 'Nie Da' ) );
		self::assertNull( $this->certificates()->pdf( $date ) );
		$this->rest( 'POST', "/lernwelt/v1/event-dates/$date->id/attendance", [ 'marks' => array_fill_keys( $came, true ) ] );
		$all = (string) $this->certificates()->pdf( $date );
		self::assertStringStartsWith( '%PDF-1.', $all );
		self::assertSame( 2, preg_match_all( '#/Type /Page\b#', $all ) );
		self::assertStringContainsString( '/Lang (' . "\xFE\xFF\0d\0e" . ')', $all );
		self::assertStringContainsString( '/DisplayDocTitle true', $all );
		self::assertStringContainsString( mb_convert_encoding( 'Teilnahmebescheinigung: Lesen „mit allen Sinnen“', 'UTF-16BE', 'UTF-8' ), $all );
		self::assertLessThan( 200_000, strlen( $all ) );
		self::assertSame( 1, preg_match_all( '#/Type /Page\b#', (string) $this->certificates()->pdf( $date, strtolower( $came[1] ) ) ) );
		self::assertNull( $this->certificates()->pdf( $date, '0000000000' ) );
		self::assertNull( $this->certificates()->pdf( $date, 'x' ) );
		self::assertSame( [ "downloaded date:$date->id 2", "downloaded date:$date->id 1" ], $this->log_of( 'export' ) );
	}

	private function pages(): PrintPages {
		return new PrintPages( dirname( __DIR__, 2 ) . '/lernwelt-booking.php', $this->parts->dates(), $this->parts->bookings(), $this->parts->events(), $this->parts->services->audit );
	}

	private function certificates(): CertificateFile {
		return new CertificateFile( $this->parts->dates(), $this->parts->bookings(), $this->parts->events(), $this->clock, $this->parts->services->audit );
	}

	private function printed( string $kind, EventDate $date ): string {
		ob_start();
		$this->pages()->print( $kind, $date );
		return (string) ob_get_clean();
	}

	/** @param \Closure(): void $call */
	private function refusal( \Closure $call ): string {
		try {
			$call();
		} catch ( RuntimeException $refused ) {
			return $refused->getMessage();
		}
		self::fail( 'It was not refused.' );
	}
}
