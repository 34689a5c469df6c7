<?php
/**
 * Stored dates.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Core\Persistence\Statement;
use wpdb;

/** Table `lw_event_dates`. */
final readonly class DateTable implements EventDates {

	private const PLANNED = DateState::Planned->value;

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/** Full table name on the current portal. */
	public function name(): string {
		return $this->db->prefix . 'lw_event_dates';
	}

	public function find( int $id ): ?EventDate {
		return $this->find_all( [ $id ] )[ $id ] ?? null;
	}

	public function find_all( array $ids ): array {
		$dates = [];
		foreach ( array_chunk( $ids, Bulk::ROWS ) as $portion ) {
			foreach ( Bulk::rows( $this->db, "SELECT * FROM `{$this->name()}` WHERE id IN " . Bulk::values( $portion ) ) as $row ) {
				$dates[ (int) $row['id'] ] = DateRow::date( $row );
			}
		}
		return $dates;
	}

	public function of_event( int $event_id ): array {
		return array_map( DateRow::date( ... ), Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT * FROM %i WHERE event_id = %d ORDER BY starts_at, id', $this->name(), $event_id ) ) );
	}

	public function between( DateTimeImmutable $from, DateTimeImmutable $until, int $limit = 1000 ): array {
		$sql = (string) $this->db->prepare( 'SELECT * FROM %i WHERE starts_at >= %s AND starts_at < %s ORDER BY starts_at, id LIMIT %d', $this->name(), Instant::text( $from ), Instant::text( $until ), $limit );
		return array_map( DateRow::date( ... ), Bulk::rows( $this->db, $sql ) );
	}

	public function ids(): array {
		return self::column( Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT id FROM %i ORDER BY id', $this->name() ) ) );
	}

	public function ended( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		return self::column( Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT id FROM %i WHERE ends_at > %s AND ends_at <= %s ORDER BY id', $this->name(), Instant::text( $from ), Instant::text( $until ) ) ) );
	}

	public function months(): array {
		$ends   = array_map(
			fn ( string $order ): ?array => Bulk::rows( $this->db, "SELECT * FROM `{$this->name()}` ORDER BY $order LIMIT 1" )[0] ?? null,
			// The last to end: the last to begin may be over before one that lasts several days.
			[ 'starts_at ASC', 'ends_at DESC' ]
		);
		$months = [];
		if ( null === $ends[0] || null === $ends[1] ) {
			return $months;
		}
		$first = DateRow::date( $ends[0] )->facts->period->months()[0];
		$last  = DateRow::date( $ends[1] )->facts->period->months();
		$last  = end( $last );
		for ( $month = new DateTimeImmutable( "$first-01" ); $month->format( 'Y-m' ) <= $last; $month = $month->modify( '+1 month' ) ) { // phpcs:ignore Generic.CodeAnalysis.ForLoopWithTestFunctionCall.NotAllowed -- compares months, costs nothing.
			$months[] = $month->format( 'Y-m' );
		}
		return $months;
	}

	public function summaries( array $event_ids, DateTimeImmutable $now ): array {
		return ( new DateSummaries( $this->db, $this ) )->of( $event_ids, $now );
	}

	public function add( int $event_id, DateFacts $facts, string $series, DateTimeImmutable $now ): int {
		$values = [ $event_id, $series, Instant::text( $now ), Instant::text( $now ), ...array_values( DateRow::columns( $facts ) ) ];
		$names  = [ 'event_id', 'series', 'created_at', 'changed_at', ...array_keys( DateRow::columns( $facts ) ) ];
		// `opens_at` may be nothing, which is no text.
		Statement::run_prepared( $this->db, "INSERT INTO `{$this->name()}` (" . implode( ', ', $names ) . ') VALUES ' . Bulk::values( $values ) );
		$id = (int) $this->db->insert_id;
		$this->set_opening( $id, $facts );
		return $id;
	}

	public function change( int $id, DateFacts $facts, int $version, bool $announce, DateTimeImmutable $now ): bool {
		$set = [ 'changed_at' => Instant::text( $now ), ...DateRow::columns( $facts ) ];
		// People are reminded of the new day, too. First of all: MariaDB reads what stands to the left as changed.
		$sql = "UPDATE `{$this->name()}` SET reminded_at = CASE WHEN starts_at = " . Bulk::text( Instant::text( $facts->period->start ) ) . ' THEN reminded_at ELSE NULL END, ' . implode( ', ', array_map( static fn ( string $column, string|int $value ): string => "$column = " . ( is_int( $value ) ? $value : Bulk::text( $value ) ), array_keys( $set ), $set ) )
			. $this->db->prepare( ', version = version + 1, sequence = sequence + %d WHERE id = %d AND version = %d AND booked <= %d', (int) $announce, $id, $version, $facts->capacity );
		if ( 0 === Statement::run_prepared( $this->db, $sql ) ) {
			return false;
		}
		$this->set_opening( $id, $facts );
		return true;
	}

	public function cancel( int $id, DateTimeImmutable $now ): bool {
		return 1 === Statement::run( $this->db, 'UPDATE %i SET state = %s, sequence = sequence + 1, version = version + 1, changed_at = %s WHERE id = %d AND state = %s', $this->name(), DateState::Cancelled->value, Instant::text( $now ), $id, self::PLANNED );
	}

	public function remove( int $id ): bool {
		return 1 === Statement::run( $this->db, 'DELETE FROM %i WHERE id = %d AND booked = 0 AND NOT EXISTS (SELECT 1 FROM %i WHERE date_id = %d)', $this->name(), $id, $this->db->prefix . 'lw_bookings', $id );
	}

	public function take_seat( int $id, int $version ): bool {
		return 1 === Statement::run( $this->db, 'UPDATE %i SET booked = booked + 1 WHERE id = %d AND booked < capacity AND state = %s AND version = %d', $this->name(), $id, self::PLANNED, $version );
	}

	public function free_seat( int $id ): void {
		Statement::run( $this->db, 'UPDATE %i SET booked = booked - 1 WHERE id = %d AND booked > 0', $this->name(), $id );
	}

	public function note_reminder( int $id, DateTimeImmutable $now ): bool {
		return 1 === Statement::run( $this->db, 'UPDATE %i SET reminded_at = %s WHERE id = %d AND reminded_at IS NULL', $this->name(), Instant::text( $now ), $id );
	}

	/**
	 * @param list<array<string, string|null>> $rows Rows with a column id.
	 * @return list<int>
	 */
	private static function column( array $rows ): array {
		return array_map( intval( ... ), array_column( $rows, 'id' ) );
	}

	/** The only column that can be nothing. */
	private function set_opening( int $id, DateFacts $facts ): void {
		if ( null === $facts->opens_at ) {
			Statement::run( $this->db, 'UPDATE %i SET opens_at = NULL WHERE id = %d AND opens_at IS NOT NULL', $this->name(), $id );
			return;
		}
		Statement::run( $this->db, 'UPDATE %i SET opens_at = %s WHERE id = %d', $this->name(), Instant::text( $facts->opens_at ), $id );
	}
}
