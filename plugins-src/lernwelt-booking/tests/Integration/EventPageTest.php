<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Blocks\Attempt;
use Lernwelt\Booking\Blocks\EventDates;
use Lernwelt\Booking\Blocks\EventDatesView;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\Person;

/** What the dates of an event cost and give away. */
final class EventPageTest extends BookingTestCase {

	public function test_who_booked_for_a_colleague_is_told_their_name_not_their_address(): void {
		$this->log_in_as( 'lernwelt_head_teacher' );
		$date = $this->date();
		foreach ( [ [ 999_001, 'Elif Yıldız' ], [ get_current_user_id(), 'schule@example.org' ] ] as [ $user, $told ] ) {
			$booking = $this->parts->bookings()->add( $date->id, BookingNumber::random(), new Person( "u$user", $user, 'Elif Yıldız', 'schule@example.org', [], self::person()->school ), get_current_user_id(), [], '', $this->clock->now() );
			self::assertSame( $told, $this->page( $date->event_id, (string) $booking?->number )->mail_to );
		}
	}

	public function test_each_school_of_an_audience_is_looked_up_once(): void {
		$event = $this->event();
		$cost  = function () use ( $event ): int {
			$before = $GLOBALS['wpdb']->num_queries;
			$this->page( $event );
			return $GLOBALS['wpdb']->num_queries - $before;
		};
		$facts = [ 'audience' => new Audience( [], [ '0471188', '0471214' ] ) ];
		$this->date( $facts, $event );
		$cost();
		$one = $cost();
		for ( $number = 0; $number < 20; ++$number ) {
			$this->date( $facts, $event );
		}
		self::assertSame( $one, $cost() );
	}

	private function page( int $event, string $number = '' ): EventDatesView {
		return ( new EventDates( $this->parts, $event, new Attempt() ) )->view( $number );
	}
}
