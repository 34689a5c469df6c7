<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\Bulk;
use PHPUnit\Framework\Attributes\TestWith;
use RuntimeException;

/** Twelve months after the event nobody is named any more, and every number is what it was. */
final class PastBookingsTest extends RetentionTestCase {

	/** @param string $last Last instant at which the booking stays, UTC. */
	#[TestWith( [ '2025-11-02 15:00:00', '2026-11-02 15:00:00' ] )]
	#[TestWith( [ '2027-03-31 13:00:00', '2028-03-31 13:00:00' ] )]
	#[TestWith( [ '2027-02-28 13:00:00', '2028-02-28 13:00:00' ] )]
	#[TestWith( [ '2028-02-29 13:00:00', '2029-02-28 23:59:59' ] )]
	#[TestWith( [ '2027-12-31 22:30:00', '2028-12-31 22:30:00' ] )]
	public function test_it_is_twelve_months_to_the_second( string $ended, string $last ): void {
		$booking = $this->registered( $this->date_until( $ended ) );
		$rule    = $this->past_rule();
		$now     = new DateTimeImmutable( $last, new DateTimeZone( 'UTC' ) );

		self::assertSame( [ 0, 0 ], [ $rule->due( $now ), $rule->apply( $now, $this->journal ) ] );
		self::assertSame( 'Anja Lehmann', self::row( $booking->id )['name'] );
		$now = $now->modify( '+1 second' );
		self::assertSame( [ 1, 1 ], [ $rule->due( $now ), $rule->apply( $now, $this->journal ) ] );
		self::assertSame( '', self::row( $booking->id )['name'] );
	}

	public function test_the_leap_day_comes_no_day_early(): void {
		$this->registered( $this->date_until( '2027-03-01 13:00:00' ) );
		$due = fn ( string $now ): int => $this->past_rule()->due( new DateTimeImmutable( $now, new DateTimeZone( 'UTC' ) ) );
		self::assertSame( [ 0, 1 ], [ $due( '2028-02-29 14:00:00' ), $due( '2028-03-01 14:00:00' ) ] );
	}

	public function test_what_leads_to_a_person_goes_and_what_is_counted_stays(): void {
		$date    = $this->date_until( '2025-10-01 12:00:00' );
		$booking = $this->registered( $date, user_id: 7, booked_by: 8 );
		$this->parts->bookings()->mark( $booking->id, true );
		$before = self::row( $booking->id );
		self::assertSame( [ '7', '8', '{"q1":"Bahn"}', 'Kommt etwas später' ], [ $before['user_id'], $before['booked_by'], $before['answers'], $before['note'] ], 'there is something to forget' );
		$this->past_rule()->apply( $this->clock->now(), $this->journal );

		$after = self::row( $booking->id );
		self::assertSame(
			[
				'number'        => "X$booking->id",
				'person_key'    => "x$booking->id",
				'user_id'       => '0',
				'booked_by'     => '0',
				'name'          => '',
				'email'         => '',
				'role'          => '',
				'answers'       => '{}',
				'note'          => '',
				'anonymised_at' => '2026-11-02 08:00:00',
			],
			array_diff_assoc( array_filter( $after, is_string( ... ) ), array_filter( $before, is_string( ... ) ) )
		);
		self::assertSame( [ 'booked', '1', 'sekundarschule', 'saalekreis', '1', '0471188' ], [ $after['state'], $after['attended'], $after['school_type'], $after['district'], $after['startchancen'], $after['school_number'] ] );
		self::assertNull( $this->parts->bookings()->find( $booking->number ), 'links and calendar entries lead nowhere' );
		self::assertSame( 1, $this->fresh_date( $date->id )->booked );
		self::assertSame( [], $this->parts->bookings()->of_account( 7 ) );
	}

	public function test_numbers_are_the_same_before_and_after(): void {
		$first = $this->date_until( '2025-10-01 12:00:00' );
		$other = $this->date_until( '2025-09-30 12:00:00', 5 );
		foreach ( [ 'Eins', 'Zwei', 'Drei' ] as $name ) {
			$this->registered( $first, $name );
		}
		$this->parts->bookings()->mark( $this->registered( $other, 'Vier' )->id, true );
		$this->parts->bookings()->cancel( $this->registered( $other, 'Fünf' )->id, CancelledBy::Organiser, $this->clock->now() );
		$statistics = ReportTestCase::statistics_of_portal();
		$before     = $statistics->between( '2025-08-01', '2026-07-31' );
		self::assertSame( [ 4, 1, 1 ], [ $before['total']['booked'], $before['total']['attended'], $before['total']['cancelled'] ] );

		self::assertSame( 5, $this->past_rule()->apply( $this->clock->now(), $this->journal ), 'cancelled ones named somebody, too' );
		self::assertSame( $before, $statistics->between( '2025-08-01', '2026-07-31' ) );
	}

	public function test_the_journal_knows_the_objects_and_no_values(): void {
		$booking = $this->registered( $this->date_until( '2025-10-01 12:00:00' ) );
		$this->past_rule()->apply( $this->clock->now(), $this->journal );
		self::assertSame( [ "bookings anonymised booking:$booking->id" ], $this->lines() );
	}

	public function test_the_mail_log_is_forgotten_and_that_of_others_stays(): void {
		$old = $this->registered( $this->date_until( '2025-10-01 12:00:00' ) );
		$new = $this->registered( $this->date_until( '2026-10-01 12:00:00' ) );
		$log = $this->parts->services->mail_log;
		self::assertSame( [ 1, 1 ], [ count( $log->of_topic( "booking:$old->id" ) ), count( $log->of_topic( "booking:$new->id" ) ) ] );
		$this->past_rule()->apply( $this->clock->now(), $this->journal );
		self::assertSame( [ 0, 1 ], [ count( $log->of_topic( "booking:$old->id" ) ), count( $log->of_topic( "booking:$new->id" ) ) ] );
	}

	public function test_the_second_run_finds_nothing(): void {
		$booking = $this->registered( $this->date_until( '2025-10-01 12:00:00' ) );
		$this->past_rule()->apply( $this->clock->now(), $this->journal );
		$after = self::row( $booking->id );
		$this->clock->advance( '+1 day' );
		self::assertSame( [ 0, 0 ], [ $this->past_rule()->due( $this->clock->now() ), $this->past_rule()->apply( $this->clock->now(), $this->journal ) ] );
		self::assertSame( $after, self::row( $booking->id ) );
		self::assertCount( 1, $this->lines() );
	}

	public function test_a_booking_whose_date_is_gone_is_forgotten(): void {
		global $wpdb;
		$date    = $this->date_until( '2026-12-01 12:00:00' );
		$booking = $this->registered( $date );
		$wpdb->delete( "{$wpdb->prefix}lw_event_dates", [ 'id' => $date->id ] );
		self::assertSame( [ 1, 1 ], [ $this->past_rule()->due( $this->clock->now() ), $this->past_rule()->apply( $this->clock->now(), $this->journal ) ] );
		self::assertSame( '', self::row( $booking->id )['name'] );
	}

	public function test_many_go_in_batches_and_an_interrupted_one_leaves_no_half(): void {
		$this->work_without_rollback();
		$this->go_to_portal( 'startchancen' );
		$ids    = $this->many( 450 );
		$broken = new BreakingBookings( self::personal(), 1 );
		try {
			$this->past_rule( $broken )->apply( $this->clock->now(), $this->journal );
			self::fail( 'It went on.' );
		} catch ( RuntimeException $failure ) {
			self::assertSame( 'The lights went out.', $failure->getMessage() );
		}
		$named = static fn ( int $id ): bool => '' !== self::row( $id )['name'];
		self::assertSame( [ false, true ], [ $named( $ids[199] ), $named( $ids[200] ) ], 'the first batch stays done, the second is whole' );
		self::assertCount( 200, $this->lines() );

		self::assertSame( 250, $this->past_rule()->due( $this->clock->now() ) );
		self::assertSame( 250, $this->past_rule()->apply( $this->clock->now(), $this->journal ) );
		self::assertSame( array_map( static fn ( int $id ): string => "bookings anonymised booking:$id", $ids ), $this->lines(), 'each once' );
	}

	public function test_it_is_registered(): void {
		$rules = array_map( static fn ( object $rule ): string => $rule->id(), Core::services()->retention->all() );
		self::assertSame( [], array_diff( [ 'past-bookings', 'bookings-of-deleted-accounts' ], $rules ) );
	}

	/**
	 * Bookings of one date that ended long ago, in bulk.
	 *
	 * @return list<int>
	 */
	private function many( int $count ): array {
		global $wpdb;
		$date = $this->date_until( '2025-10-01 12:00:00', 1000 );
		$rows = array_map( static fn ( int $i ): array => [ "T$i", $date->id, "e$i", "Person $i", "p$i@example.org", '{}', '', BookingState::Booked->value, '2025-09-01 12:00:00' ], range( 1, $count ) );
		Bulk::insert( $wpdb, "{$wpdb->prefix}lw_bookings", [ 'number', 'date_id', 'person_key', 'name', 'email', 'answers', 'note', 'state', 'booked_at' ], $rows );
		return array_map( intval( ... ), array_values( $wpdb->get_col( "SELECT id FROM {$wpdb->prefix}lw_bookings ORDER BY id" ) ) );
	}
}
