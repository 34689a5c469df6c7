<?php
/**
 * Stored bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Core\Data\German;
use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Core\Persistence\Statement;
use wpdb;

/** Table `lw_bookings`. The column `slot` is 0 while a booking holds a seat: so one person can hold one, and have cancelled many. */
final readonly class BookingTable implements Bookings {

	private const BOOKED = BookingState::Booked->value;

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/** Full table name on the current portal. */
	public function name(): string {
		return $this->db->prefix . 'lw_bookings';
	}

	public function find( string $number ): ?Booking {
		return $this->all( (string) $this->db->prepare( 'WHERE number = %s', $number ) )[0] ?? null;
	}

	public function of_person( int $date_id, string $person ): ?Booking {
		return $this->all( (string) $this->db->prepare( 'WHERE date_id = %d AND person_key = %s AND slot = 0', $date_id, $person ) )[0] ?? null;
	}

	public function of_date( int $date_id, bool $cancelled = false ): array {
		$bookings = $this->all( (string) $this->db->prepare( 'WHERE date_id = %d', $date_id ) . ( $cancelled ? '' : ' AND slot = 0' ) . ' ORDER BY id' );
		usort( $bookings, static fn ( Booking $one, Booking $other ): int => German::sort_key( $one->person->name ) <=> German::sort_key( $other->person->name ) );
		return $bookings;
	}

	public function of_account( int $user_id, int $limit = 200 ): array {
		return $this->all( (string) $this->db->prepare( 'WHERE user_id = %d OR (booked_by = %d AND user_id > 0) ORDER BY id DESC LIMIT %d', $user_id, $user_id, $limit ) );
	}

	public function add( int $date_id, string $number, Person $person, int $booked_by, array $answers, string $note, DateTimeImmutable $now ): ?Booking {
		$values = [
			'number'        => $number,
			'date_id'       => $date_id,
			'person_key'    => $person->key,
			'user_id'       => $person->user_id,
			'booked_by'     => $booked_by,
			'name'          => $person->name,
			'email'         => $person->email,
			'role'          => $person->roles[0] ?? '',
			'school_number' => $person->school->number,
			'school_name'   => $person->school->name,
			'school_type'   => $person->school->type,
			'district'      => $person->school->district,
			'answers'       => json_encode( (object) $answers, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE ),
			'note'          => $note,
			'booked_at'     => Instant::text( $now ),
		];
		$known  = $person->school->startchancen;
		if ( null !== $known ) {
			$values['startchancen'] = (int) $known;
		}
		$added = Statement::run_prepared( $this->db, "INSERT IGNORE INTO `{$this->name()}` (" . implode( ', ', array_keys( $values ) ) . ') VALUES ' . Bulk::values( array_values( $values ) ) );
		return 0 === $added ? null : $this->find( $number );
	}

	public function cancel( int $id, CancelledBy $by, DateTimeImmutable $now ): bool {
		return 1 === Statement::run( $this->db, 'UPDATE %i SET state = %s, slot = id, sequence = sequence + 1, cancelled_at = %s, cancelled_by = %s WHERE id = %d AND state = %s', $this->name(), BookingState::Cancelled->value, Instant::text( $now ), $by->value, $id, self::BOOKED );
	}

	public function mark( int $id, ?bool $attended ): void {
		if ( null === $attended ) {
			Statement::run( $this->db, 'UPDATE %i SET attended = NULL WHERE id = %d', $this->name(), $id );
			return;
		}
		Statement::run( $this->db, 'UPDATE %i SET attended = %d WHERE id = %d', $this->name(), (int) $attended, $id );
	}

	public function note( int $id, string $note ): void {
		Statement::run( $this->db, 'UPDATE %i SET note = %s WHERE id = %d', $this->name(), $note, $id );
	}

	/**
	 * @param string $where Prepared end of the statement.
	 * @return list<Booking>
	 */
	private function all( string $where ): array {
		return array_map( BookingRow::booking( ... ), Bulk::rows( $this->db, "SELECT * FROM `{$this->name()}` $where" ) );
	}
}
