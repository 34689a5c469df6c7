<?php
/**
 * Invented dates and bookings in the tables.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Sample\SampleBookings;
use Lernwelt\Core\Persistence\Bulk;
use RuntimeException;
use wpdb;

/** Writes them in bulk, as bookings one by one would have left them. */
final readonly class SampleTables {

	/** Dates whose bookings are written together. */
	private const PORTION = 50;

	/**
	 * @param wpdb           $db     Database.
	 * @param SampleBookings $sample Makes them.
	 */
	public function __construct( private wpdb $db, private SampleBookings $sample ) {}

	/**
	 * Writes.
	 *
	 * @param non-empty-list<int> $events   Posts of the events, which take turns.
	 * @param int                 $dates    How many dates.
	 * @param int                 $bookings How many bookings, evenly on all dates.
	 * @param DateTimeImmutable   $now      Now.
	 * @throws RuntimeException When the database refuses.
	 */
	public function fill( array $events, int $dates, int $bookings, DateTimeImmutable $now ): void {
		$table = $this->db->prefix . 'lw_event_dates';
		$next  = 1 + (int) Bulk::rows( $this->db, "SELECT COALESCE(MAX(id), 0) AS n FROM `$table`" )[0]['n'];
		foreach ( array_chunk( range( 0, $dates - 1 ), self::PORTION ) as $portion ) {
			$date_rows = [];
			$people    = [];
			$columns   = [];
			foreach ( $portion as $index ) {
				$count       = intdiv( $bookings, $dates ) + (int) ( $index < $bookings % $dates );
				$facts       = DateRow::columns( $this->sample->date( $index, $dates, $count, $now ) );
				$state       = $this->sample->date_state();
				$rows        = $this->bookings( $next + $index, $count, $state, $facts['starts_at'] < Instant::text( $now ), $now );
				$booked      = count( array_filter( $rows, static fn ( array $row ): bool => BookingState::Booked->value === $row['state'] ) );
				$row         = [
					'id'         => $next + $index,
					'event_id'   => $events[ $index % count( $events ) ],
					'state'      => $state->value,
					'booked'     => $booked,
					'created_at' => Instant::text( $now ),
					'changed_at' => Instant::text( $now ),
				] + $facts;
				$columns     = array_keys( $row );
				$date_rows[] = array_values( $row );
				$people      = [ ...$people, ...$rows ];
			}
			Bulk::insert( $this->db, $table, $columns, $date_rows );
			$this->insert( $people );
		}
	}

	/**
	 * @return list<array<string, string|int>> Columns, without those that are nothing.
	 */
	private function bookings( int $date_id, int $count, DateState $date_state, bool $over, DateTimeImmutable $now ): array {
		$rows = [];
		for ( $index = 0; $index < $count; ++$index ) {
			$school = $this->sample->school();
			$state  = $this->sample->state( $date_state );
			$came   = $over && BookingState::Booked === $state ? $this->sample->attended() : null;
			$gone   = BookingState::Cancelled === $state;
			$rows[] = [
				'number'        => BookingNumber::random(),
				'date_id'       => $date_id,
				'person_key'    => "sample$index",
				// Any number is fine for what holds no seat; by itself it is the id of the row.
				'slot'          => $gone ? $index + 1 : 0,
				'state'         => $state->value,
				'name'          => $this->sample->name(),
				'email'         => "person$index@example.org",
				'school_number' => $school->number,
				'school_name'   => $school->name,
				'school_type'   => $school->type,
				'district'      => $school->district,
				'answers'       => '{}',
				'note'          => '',
				'cancelled_by'  => $gone ? ( DateState::Cancelled === $date_state ? CancelledBy::Date : CancelledBy::Person )->value : '',
				'booked_at'     => Instant::text( $now ),
			] + ( $gone ? [ 'cancelled_at' => Instant::text( $now ) ] : [] ) + ( null === $came ? [] : [ 'attended' => (int) $came ] ) + ( null === $school->startchancen ? [] : [ 'startchancen' => (int) $school->startchancen ] );
		}
		return $rows;
	}

	/**
	 * Columns that are nothing can't stand in a statement together with those that aren't.
	 *
	 * @param list<array<string, string|int>> $rows Rows.
	 */
	private function insert( array $rows ): void {
		$alike = [];
		foreach ( $rows as $row ) {
			$alike[ implode( ', ', array_keys( $row ) ) ][] = $row;
		}
		foreach ( $alike as $same ) {
			Bulk::insert( $this->db, $this->db->prefix . 'lw_bookings', array_keys( $same[0] ), array_map( array_values( ... ), $same ) );
		}
	}
}
