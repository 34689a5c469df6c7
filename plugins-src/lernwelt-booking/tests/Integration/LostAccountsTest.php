<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Parts;

/** Whoever is gone is forgotten, and doesn't keep a seat. */
final class LostAccountsTest extends RetentionTestCase {

	public function test_seats_to_come_are_given_back_without_a_mail_and_the_past_is_kept_as_a_number(): void {
		$ahead  = $this->date( [ 'capacity' => 2 ] );
		$behind = $this->date_until( '2026-10-01 12:00:00' );
		$future = $this->parts->book_seat()->book( $ahead->id, $this->account( self::GONE ), [], 0, true )->booking;
		$past   = $this->registered( $behind, user_id: self::GONE );
		$other  = $this->registered( $behind, 'Bernd Böhme', $this->log_in_as( 'subscriber' )->ID );
		$this->parts->bookings()->mark( $past->id, true );
		$mails = count( $this->parts->services->mail_log->of_topic( "booking:$future->id" ) );
		self::assertSame( 1, $mails );

		$rule = $this->lost_rule();
		self::assertSame( [ 2, 2 ], [ $rule->due( $this->clock->now() ), $rule->apply( $this->clock->now(), $this->journal ) ] );
		self::assertSame( [ 0, 2 ], [ $this->fresh_date( $ahead->id )->booked, $this->fresh_date( $behind->id )->booked ] );
		$row = self::row( $future->id );
		self::assertSame( [ BookingState::Cancelled->value, CancelledBy::Person->value, '', '', '0' ], [ $row['state'], $row['cancelled_by'], $row['name'], $row['email'], $row['user_id'] ] );
		$row = self::row( $past->id );
		self::assertSame( [ BookingState::Booked->value, '1', '', 'saalekreis' ], [ $row['state'], $row['attended'], $row['name'], $row['district'] ] );
		self::assertSame( 'Bernd Böhme', self::row( $other->id )['name'] );
		self::assertSame( [], $this->parts->services->mail_log->of_topic( "booking:$future->id" ), 'nor a mail about the cancellation' );
		self::assertSame( [ "bookings anonymised booking:$future->id", "bookings anonymised booking:$past->id" ], $this->lines() );
		self::assertSame( [ 0, 0 ], [ $rule->due( $this->clock->now() ), $rule->apply( $this->clock->now(), $this->journal ) ] );
	}

	public function test_a_full_date_that_gets_its_seat_back_is_announced_once(): void {
		// What hears of seats hears of them when they are given back for good.
		$this->work_without_rollback();
		$date = $this->date( [ 'capacity' => 1 ] );
		$this->parts->book_seat()->book( $date->id, $this->account( self::GONE ), [], 0, true );
		$before = did_action( Parts::DATE_CHANGED );
		self::assertSame( 1, $this->lost_rule()->apply( $this->clock->now(), $this->journal ) );
		self::assertSame( [ 1, 1 ], [ $this->fresh_date( $date->id )->free(), did_action( Parts::DATE_CHANGED ) - $before ] );
	}

	public function test_a_colleague_who_booked_and_is_gone_is_forgotten_and_the_seat_stays(): void {
		$date    = $this->date_until( '2026-12-03 13:00:00' );
		$booking = $this->registered( $date, 'Carla Claußen', $this->log_in_as( 'subscriber' )->ID, self::GONE );
		$rule    = $this->lost_rule();
		self::assertSame( [ 1, 1 ], [ $rule->due( $this->clock->now() ), $rule->apply( $this->clock->now(), $this->journal ) ] );
		$row = self::row( $booking->id );
		self::assertSame( [ '0', 'Carla Claußen', 'booked' ], [ $row['booked_by'], $row['name'], $row['state'] ] );
		$this->assert_counted( $date->id, 1 );
		self::assertSame( [ "bookings anonymised booked-by:$booking->id" ], $this->lines() );
		self::assertSame( 0, $rule->due( $this->clock->now() ) );
	}

	public function test_somebody_without_an_account_is_no_deleted_account(): void {
		$this->registered( $this->date_until( '2026-12-03 13:00:00' ) );
		self::assertSame( [ 0, 0 ], [ $this->lost_rule()->due( $this->clock->now() ), $this->lost_rule()->apply( $this->clock->now(), $this->journal ) ] );
	}

	private function account( int $user_id ): \Lernwelt\Booking\Domain\Person {
		$person = self::person( 'Anja Lehmann' );
		return new \Lernwelt\Booking\Domain\Person( "u$user_id", $user_id, $person->name, $person->email, $person->roles, $person->school );
	}
}
