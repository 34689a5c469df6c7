<?php
/**
 * Counting bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Figures;
use Lernwelt\Core\Persistence\Bulk;
use wpdb;

/** Three statements, whatever the number of bookings. */
final readonly class FigureQueries implements Figures {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function dates( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		$sql = (string) $this->db->prepare( 'SELECT id, event_id, starts_at, zone, state, capacity FROM %i d WHERE d.starts_at >= %s AND d.starts_at < %s ORDER BY d.starts_at', $this->dates_name(), Instant::text( $from ), Instant::text( $until ) );
		return array_map(
			static fn ( array $row ): array => [
				'id'        => (int) $row['id'],
				'event_id'  => (int) $row['event_id'],
				'starts_at' => Instant::of( (string) $row['starts_at'] ),
				'zone'      => (string) $row['zone'],
				'state'     => DateState::from( (string) $row['state'] ),
				'capacity'  => (int) $row['capacity'],
			],
			Bulk::rows( $this->db, $sql )
		);
	}

	public function bookings_by_date( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		return array_map(
			static fn ( array $row ): array => [
				'date_id'  => (int) $row['date_id'],
				'state'    => BookingState::from( (string) $row['state'] ),
				'attended' => '1' === (string) $row['came'],
				'count'    => (int) $row['n'],
			],
			$this->grouped( 'b.date_id', $from, $until )
		);
	}

	public function bookings_by_school( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		return array_map(
			static fn ( array $row ): array => [
				'district'     => (string) $row['district'],
				'type'         => (string) $row['school_type'],
				'startchancen' => null === $row['startchancen'] ? null : '1' === (string) $row['startchancen'],
				'state'        => BookingState::from( (string) $row['state'] ),
				'attended'     => '1' === (string) $row['came'],
				'count'        => (int) $row['n'],
			],
			$this->grouped( 'b.district, b.school_type, b.startchancen', $from, $until )
		);
	}

	/**
	 * @param literal-string    $columns Columns to group by.
	 * @param DateTimeImmutable $from    First instant.
	 * @param DateTimeImmutable $until   First instant after it.
	 * @return list<array<string, string|null>>
	 */
	private function grouped( string $columns, DateTimeImmutable $from, DateTimeImmutable $until ): array {
		$sql = (string) $this->db->prepare(
			"SELECT $columns, b.state, COALESCE(b.attended, 0) AS came, COUNT(*) AS n FROM %i b JOIN %i d ON d.id = b.date_id WHERE d.starts_at >= %s AND d.starts_at < %s GROUP BY $columns, b.state, COALESCE(b.attended, 0)", // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- columns of ours.
			$this->db->prefix . 'lw_bookings',
			$this->dates_name(),
			Instant::text( $from ),
			Instant::text( $until )
		);
		return Bulk::rows( $this->db, $sql );
	}

	private function dates_name(): string {
		return $this->db->prefix . 'lw_event_dates';
	}
}
