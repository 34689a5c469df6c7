<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeImmutable;
use Lernwelt\Booking\Blocks\Attempt;
use Lernwelt\Booking\Blocks\EventDates;
use Lernwelt\Booking\Blocks\EventDatesView;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;

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

	public function test_a_guests_copy_of_a_page_holds_what_each_state_needs(): void {
		$full = $this->date( [ 'capacity' => 1 ] );
		$this->booked( $full->id );
		$html = $this->page( $full->event_id )->dates[0]->html();
		self::assertMatchesRegularExpression( '/<p class="lw-slot__action" data-lw-only="open" hidden><a class="lw-button" href="[^"]*anmelden/', $html );
		self::assertStringContainsString( '<p class="lw-slot__notice" data-lw-only="full">', $html );
		$this->at( '2026-12-03 12:00:00' );
		self::assertStringNotContainsString( 'lw-slot__action', $this->page( $full->event_id )->dates[0]->html(), 'Closed bookings open for nobody.' );
		$this->at( '2026-11-02 08:00:00' );
		$this->log_in_as( 'lernwelt_teacher' );
		self::assertStringNotContainsString( 'data-lw-only', $this->page( $full->event_id )->dates[0]->html() );
	}

	public function test_a_page_says_until_when_it_is_right(): void {
		$date  = $this->date( [ 'opens_at' => '2026-11-20 09:00' ] );
		$right = function ( string $now ) use ( $date ): ?string {
			$until = null;
			add_action(
				PageChanges::RIGHT_UNTIL,
				static function ( DateTimeImmutable $moment ) use ( &$until ): void {
					$until = null === $until ? $moment : min( $until, $moment );
				}
			);
			$this->at( $now );
			$this->page( $date->event_id );
			remove_all_actions( PageChanges::RIGHT_UNTIL );
			return $until?->format( 'Y-m-d H:i:s' );
		};
		self::assertSame( '2026-11-20 09:00:00', $right( '2026-11-02 08:00:00' ), 'Bookings open.' );
		self::assertSame( '2026-11-20 09:01:00', $right( '2026-11-20 09:00:00' ), 'Seats go.' );
		self::assertSame( '2026-12-03 13:00:00', $right( '2026-12-02 20:00:00' ), 'It begins.' );
		self::assertSame( '2026-12-03 15:00:00', $right( '2026-12-03 14:00:00' ), 'It ends.' );
	}

	public function test_the_last_seat_and_a_new_date_change_the_page_of_the_event(): void {
		// What happens after a commit needs one.
		$this->work_without_rollback();
		$date  = $this->date( [ 'capacity' => 2 ] );
		$heard = [];
		add_action(
			PageChanges::CHANGED,
			static function ( array $parts ) use ( &$heard ): void {
				$heard = [ ...$heard, ...$parts ];
			}
		);
		$this->booked( $date->id );
		self::assertSame( [], $heard, 'The script of the page shows the number.' );
		$this->booked( $date->id, self::person( 'Noch jemand' ) );
		self::assertContains( PageParts::post( $date->event_id ), $heard );
	}

	private function at( string $moment ): void {
		$this->clock->advance( sprintf( '%+d seconds', ( new DateTimeImmutable( "$moment UTC" ) )->getTimestamp() - $this->clock->now()->getTimestamp() ) );
	}

	private function page( int $event, string $number = '' ): EventDatesView {
		return ( new EventDates( $this->parts, $event, new Attempt() ) )->view( $number );
	}
}
