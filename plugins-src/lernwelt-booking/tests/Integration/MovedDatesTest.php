<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Application\Reminders;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Core\TransactionFailed;

/** What people who booked hear of a date that moves late. */
final class MovedDatesTest extends BookingTestCase {

	public function test_a_date_that_moves_after_its_reminder_is_reminded_of_again(): void {
		$date = $this->date();
		$this->booked( $date->id );
		$this->clock->advance( '+30 days' );
		self::assertSame( [ 1, 0 ], [ $this->remind(), $this->remind() ] );
		$this->parts->manage_dates()->change( $this->fresh_date( $date->id ), self::facts( [ 'place' => 'Aula' ] ), 1 );
		self::assertSame( 0, $this->remind(), 'the same day' );
		$this->parts->manage_dates()->change( $this->fresh_date( $date->id ), self::facts( [ 'place' => 'Aula', 'period' => self::period( '2026-12-10' ) ] ), 2 );
		self::assertSame( 0, $this->remind(), 'a week to go' );
		$this->clock->advance( '+7 days' );
		self::assertSame( [ 1, 0 ], [ $this->remind(), $this->remind() ] );
	}

	public function test_who_holds_a_seat_hears_that_a_date_of_the_past_takes_place_after_all(): void {
		$date = $this->date();
		$this->booked( $date->id );
		$this->clock->advance( '+32 days' );
		$mails = $this->mails();
		$this->parts->manage_dates()->change( $date, self::facts( [ 'place' => 'Es war die Aula' ] ), 1 );
		self::assertSame( $mails, $this->mails(), 'that is over' );
		$this->parts->manage_dates()->change( $this->fresh_date( $date->id ), self::facts( [ 'period' => self::period( '2026-12-10' ) ] ), 2 );
		self::assertSame( $mails + 1, $this->mails() );
	}

	public function test_an_organiser_who_registers_many_by_hand_still_finds_their_own_booking(): void {
		$date = $this->date( [ 'capacity' => 500 ] );
		$own  = $this->parts->bookings()->add( $date->id, BookingNumber::random(), new Person( 'u7', 7, 'Petra', 'petra@example.org', [], self::person()->school ), 0, [], '', $this->clock->now() );
		for ( $number = 0; $number < 200; ++$number ) {
			$this->parts->bookings()->add( $date->id, BookingNumber::random(), new Person( "e$number", 0, 'Am Telefon', '', [], self::person()->school ), 7, [], '', $this->clock->now() );
		}
		self::assertEquals( [ $own ], $this->parts->own_bookings()->all( 7 ) );
	}

	/**
	 * @phpstan-impure
	 * @throws TransactionFailed When the database refuses.
	 */
	private function remind(): int {
		$parts = $this->parts;
		return ( new Reminders( $parts->dates(), $parts->bookings(), $parts->events(), $parts->announcements(), $parts->services->transaction, $this->clock ) )->run();
	}

	private static function period( string $day ): Period {
		return Period::typed( "$day 14:00", "$day 16:00", new DateTimeZone( 'Europe/Berlin' ) );
	}

	private function mails(): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_mail_queue" );
	}
}
