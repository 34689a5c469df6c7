<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\Refusal;

/** A seat is given back once, and in time. */
final class CancelBookingTest extends BookingTestCase {

	public function test_the_seat_is_free_again_for_somebody_else(): void {
		$date      = $this->date( [ 'capacity' => 1 ] );
		$cancelled = $this->parts->cancel_booking()->cancel( $this->booked( $date->id ), CancelledBy::Person );

		self::assertSame( [ BookingState::Cancelled, CancelledBy::Person, 1, '2026-11-02 08:00:00' ], [ $cancelled->state, $cancelled->cancelled_by, $cancelled->sequence, $cancelled->cancelled_at?->format( 'Y-m-d H:i:s' ) ] );
		$this->assert_counted( $date->id, 0 );
		$this->booked( $date->id, self::person( 'Zweite' ) );
	}

	public function test_twice_is_refused_and_frees_nothing_more(): void {
		$date  = $this->date();
		$other = $this->booked( $date->id, self::person( 'Andere' ) );
		$stale = $this->booked( $date->id );
		$fresh = $this->parts->cancel_booking()->cancel( $stale, CancelledBy::Person );

		self::assertSame( Refusal::AlreadyCancelled, $this->refusal( $fresh, CancelledBy::Person ) );
		self::assertSame( Refusal::AlreadyCancelled, $this->refusal( $stale, CancelledBy::Person ), 'whoever read it before the first one wrote' );
		self::assertSame( Refusal::AlreadyCancelled, $this->refusal( $stale, CancelledBy::Organiser ) );
		$this->assert_counted( $date->id, 1 );
		self::assertEquals( $other, $this->parts->bookings()->find( $other->number ) );
	}

	public function test_people_until_the_deadline_organisers_always(): void {
		$date    = $this->date( [ 'cancel_until' => '2026-11-02 08:00:01' ] );
		$in_time = $this->booked( $date->id, self::person( 'Rechtzeitig' ) );
		$late    = $this->booked( $date->id, self::person( 'Zu spät' ) );
		$this->parts->cancel_booking()->cancel( $in_time, CancelledBy::Person );
		$this->clock->advance( '+1 second' );

		self::assertSame( Refusal::TooLateToCancel, $this->refusal( $late, CancelledBy::Person ) );
		$this->assert_counted( $date->id, 1 );
		$this->clock->advance( '+60 days' );
		self::assertSame( CancelledBy::Organiser, $this->parts->cancel_booking()->cancel( $late, CancelledBy::Organiser )->cancelled_by );
		$this->assert_counted( $date->id, 0 );
	}

	public function test_it_works_after_the_event_was_hidden(): void {
		$event = $this->event();
		$date  = $this->date( [], $event );
		$made  = $this->booked( $date->id );
		self::assertSame( $event, wp_update_post( [ 'ID' => $event, 'post_status' => 'draft' ] ) );
		$this->parts->cancel_booking()->cancel( $made, CancelledBy::Person );
		$this->assert_counted( $date->id, 0 );
	}

	private function refusal( Booking $booking, CancelledBy $by ): ?Refusal {
		try {
			$this->parts->cancel_booking()->cancel( $booking, $by );
			return null;
		} catch ( BookingRefused $refused ) {
			return $refused->reason;
		}
	}
}
