<?php
/**
 * Forgetting people.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Core\Persistence\Statement;
use wpdb;

/** Table `lw_bookings`, as personal data. A row whose column `anonymised_at` is set names nobody. */
final readonly class PersonalBookingTable implements PersonalBookings {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function count_past( DateTimeImmutable $ended ): int {
		return (int) Bulk::rows( $this->db, 'SELECT COUNT(*) AS n ' . $this->past_rows( $ended ) )[0]['n'];
	}

	public function past( DateTimeImmutable $ended, int $limit ): array {
		return self::ids( Bulk::rows( $this->db, 'SELECT b.id ' . $this->past_rows( $ended ) . $this->db->prepare( ' ORDER BY b.id LIMIT %d', $limit ) ) );
	}

	public function count_of_deleted_accounts(): int {
		return (int) Bulk::rows( $this->db, "SELECT COUNT(*) AS n FROM `{$this->name()}` WHERE ({$this->is_lost( 'user_id' )}) OR ({$this->is_lost( 'booked_by' )})" )[0]['n'];
	}

	public function of_deleted_accounts( int $limit ): array {
		return $this->all( "WHERE {$this->is_lost( 'user_id' )}" . $this->db->prepare( ' ORDER BY id LIMIT %d', $limit ) );
	}

	public function booked_by( int $user_id ): array {
		return $this->all( (string) $this->db->prepare( 'WHERE booked_by = %d ORDER BY id', $user_id ) );
	}

	public function forget_deleted_bookers( int $limit ): array {
		$ids = self::ids( Bulk::rows( $this->db, "SELECT id FROM `{$this->name()}` WHERE {$this->is_lost( 'booked_by' )}" . $this->db->prepare( ' ORDER BY id LIMIT %d', $limit ) ) );
		foreach ( array_chunk( $ids, Bulk::ROWS ) as $portion ) {
			Statement::run_prepared( $this->db, "UPDATE `{$this->name()}` SET booked_by = 0 WHERE id IN " . Bulk::values( $portion ) );
		}
		return $ids;
	}

	public function of_person( string $email, int $user_id ): array {
		return $this->all( (string) $this->db->prepare( 'WHERE anonymised_at IS NULL AND (LOWER(email) = %s OR (user_id > 0 AND user_id = %d)) ORDER BY id', $email, $user_id ) );
	}

	public function anonymise( array $ids, DateTimeImmutable $now ): void {
		foreach ( array_chunk( $ids, Bulk::ROWS ) as $portion ) {
			$sql = "UPDATE `{$this->name()}` SET number = CONCAT('X', id), person_key = CONCAT('x', id), user_id = 0, booked_by = 0, name = '', email = '', role = '', answers = '{}', note = '', anonymised_at = ";
			Statement::run_prepared( $this->db, $sql . Bulk::text( Instant::text( $now ) ) . ' WHERE id IN ' . Bulk::values( $portion ) );
		}
	}

	public function still_named( array $ids ): array {
		return [] === $ids ? [] : $this->all( 'WHERE anonymised_at IS NULL AND id IN ' . Bulk::values( $ids ) . ' ORDER BY id' );
	}

	public function forget_bookers_of( array $ids ): void {
		foreach ( array_chunk( $ids, Bulk::ROWS ) as $portion ) {
			Statement::run_prepared( $this->db, "UPDATE `{$this->name()}` SET booked_by = 0 WHERE booked_by <> 0 AND id IN " . Bulk::values( $portion ) );
		}
	}

	public function forget_booker( int $user_id ): array {
		$ids = self::ids( Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT id FROM %i WHERE booked_by = %d', $this->name(), $user_id ) ) );
		Statement::run( $this->db, 'UPDATE %i SET booked_by = 0 WHERE booked_by = %d', $this->name(), $user_id );
		return $ids;
	}

	/**
	 * Whether a column of a row names an account that isn't there any more.
	 *
	 * @param literal-string $column Column.
	 */
	private function is_lost( string $column ): string {
		return "anonymised_at IS NULL AND $column > 0 AND " . $this->db->prepare( "NOT EXISTS (SELECT 1 FROM %i u WHERE u.ID = $column)", $this->db->users ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- a column of ours.
	}

	private function past_rows( DateTimeImmutable $ended ): string {
		return (string) $this->db->prepare( 'FROM %i b LEFT JOIN %i d ON d.id = b.date_id WHERE b.anonymised_at IS NULL AND (d.id IS NULL OR d.ends_at < %s)', $this->name(), $this->db->prefix . 'lw_event_dates', Instant::text( $ended ) );
	}

	/**
	 * @param string $where Prepared end of the statement.
	 * @return list<Booking>
	 */
	private function all( string $where ): array {
		return array_map( BookingRow::booking( ... ), Bulk::rows( $this->db, "SELECT * FROM `{$this->name()}` $where" ) );
	}

	/**
	 * @param list<array<string, string|null>> $rows Rows with a column id.
	 * @return list<int>
	 */
	private static function ids( array $rows ): array {
		return array_map( intval( ... ), array_column( $rows, 'id' ) );
	}

	private function name(): string {
		return $this->db->prefix . 'lw_bookings';
	}
}
