<?php
/**
 * Events' dates in numbers.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventSummary;
use Lernwelt\Core\Persistence\Bulk;
use wpdb;

/** Counts the dates of many events with two queries, however many there are. */
final readonly class DateSummaries {

	/**
	 * @param wpdb      $db    Database.
	 * @param DateTable $table Dates.
	 */
	public function __construct( private wpdb $db, private DateTable $table ) {}

	/**
	 * Counts.
	 *
	 * @param list<int>         $event_ids Events.
	 * @param DateTimeImmutable $now       Now.
	 * @return array<int, EventSummary>
	 */
	public function of( array $event_ids, DateTimeImmutable $now ): array {
		if ( [] === $event_ids ) {
			return [];
		}
		$numbers   = array_column( Bulk::rows( $this->db, $this->numbers( $event_ids, $now ) ), null, 'event_id' );
		$summaries = [];
		$next      = $this->next( $event_ids, $now );
		foreach ( $event_ids as $id ) {
			$row              = array_map( intval( ... ), $numbers[ $id ] ?? [] );
			$summaries[ $id ] = new EventSummary( $row['dates'] ?? 0, $row['planned'] ?? 0, $row['upcoming'] ?? 0, $row['booked'] ?? 0, $row['seats'] ?? 0, $row['upcoming_booked'] ?? 0, $row['upcoming_seats'] ?? 0, $next[ $id ] ?? null );
		}
		return $summaries;
	}

	/**
	 * @param non-empty-list<int> $event_ids Events.
	 * @param DateTimeImmutable   $now       Now.
	 */
	private function numbers( array $event_ids, DateTimeImmutable $now ): string {
		$planned  = 'state = ' . Bulk::text( DateState::Planned->value );
		$upcoming = "$planned AND ends_at > " . Bulk::text( Instant::text( $now ) );
		$sum      = static fn ( string $condition, string $value ): string => "SUM(CASE WHEN $condition THEN $value ELSE 0 END)";
		return "SELECT event_id, COUNT(*) AS dates, {$sum( $planned, '1' )} AS planned, {$sum( $upcoming, '1' )} AS upcoming, {$sum( $planned, 'booked' )} AS booked, {$sum( $planned, 'capacity' )} AS seats, {$sum( $upcoming, 'booked' )} AS upcoming_booked, {$sum( $upcoming, 'capacity' )} AS upcoming_seats
			FROM `{$this->table->name()}` WHERE event_id IN " . Bulk::values( $event_ids ) . ' GROUP BY event_id';
	}

	/**
	 * @param non-empty-list<int> $event_ids Events.
	 * @param DateTimeImmutable   $now       Now.
	 * @return array<int, EventDate> Event → its first date that hasn't begun.
	 */
	private function next( array $event_ids, DateTimeImmutable $now ): array {
		$after = "state = " . Bulk::text( DateState::Planned->value ) . ' AND starts_at > ' . Bulk::text( Instant::text( $now ) );
		$sql   = "SELECT d.* FROM `{$this->table->name()}` d JOIN (SELECT event_id, MIN(starts_at) AS first FROM `{$this->table->name()}` WHERE $after AND event_id IN " . Bulk::values( $event_ids ) . " GROUP BY event_id) n ON n.event_id = d.event_id AND n.first = d.starts_at WHERE $after ORDER BY d.id DESC";
		$next  = [];
		foreach ( Bulk::rows( $this->db, $sql ) as $row ) {
			$next[ (int) $row['event_id'] ] = DateRow::date( $row );
		}
		return $next;
	}
}
