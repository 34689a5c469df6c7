<?php
/**
 * Pages of dates.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\DateLists;
use Lernwelt\Core\Persistence\Bulk;
use wpdb;

/** Table `lw_event_dates`, read page by page. */
final readonly class DateListTable implements DateLists {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function page( bool $over, DateTimeImmutable $now, ?array $events, int $offset, int $limit ): array {
		$order = $over ? 'DESC' : 'ASC';
		$where = $this->where( $over, $now, $events );
		return null === $where ? [] : array_map( DateRow::date( ... ), Bulk::rows( $this->db, "SELECT * $where ORDER BY starts_at $order, id $order" . $this->db->prepare( ' LIMIT %d OFFSET %d', $limit, $offset ) ) );
	}

	public function count( bool $over, DateTimeImmutable $now, ?array $events ): int {
		$where = $this->where( $over, $now, $events );
		return null === $where ? 0 : (int) Bulk::rows( $this->db, "SELECT COUNT(*) AS n $where" )[0]['n'];
	}

	/**
	 * @param bool              $over   Whether those that are over are wanted.
	 * @param DateTimeImmutable $now    Now.
	 * @param ?list<int>        $events Events.
	 * @return ?string Null when nothing can be found.
	 */
	private function where( bool $over, DateTimeImmutable $now, ?array $events ): ?string {
		if ( [] === $events ) {
			return null;
		}
		$sign = $over ? '<=' : '>';
		return $this->db->prepare( "FROM %i WHERE ends_at $sign %s", $this->db->prefix . 'lw_event_dates', Instant::text( $now ) ) . ( null === $events ? '' : ' AND event_id IN ' . Bulk::values( $events ) ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- one of two signs.
	}
}
