<?php
/**
 * Table of the requests.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Approvals;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalStore;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Domain\Approvals\State;
use wpdb;

/** Table `lw_approvals` of the network. */
final readonly class ApprovalTable implements ApprovalStore {

	private const FORMAT = 'Y-m-d H:i:s';

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function add( Approval $approval ): int {
		$added = Statement::run(
			$this->db,
			'INSERT IGNORE INTO %i (kind, portal, subject, parameters, person, requested_by, requested_at, reason, due, state, decided_by, answer, seal, decision, pending) VALUES (%s, %d, %s, %s, %d, %d, %s, %s, %s, %s, 0, %s, %s, %s, %s)',
			$this->table(),
			$approval->kind->value,
			$approval->portal,
			$approval->subject,
			json_encode( $approval->parameters, JSON_THROW_ON_ERROR ),
			$approval->person,
			$approval->requested_by,
			self::time( $approval->requested_at ),
			$approval->reason,
			$approval->due,
			$approval->state->value,
			'',
			$approval->seal,
			'',
			self::pending( $approval )
		);
		return 1 === $added ? (int) $this->db->insert_id : 0;
	}

	public function get( int $id ): ?Approval {
		return $this->one( (string) $this->db->prepare( 'SELECT * FROM %i WHERE id = %d', $this->table(), $id ) );
	}

	public function newest( Kind $kind, int $portal, string $subject ): ?Approval {
		return $this->one( (string) $this->db->prepare( 'SELECT * FROM %i WHERE kind = %s AND portal = %d AND subject = %s ORDER BY id DESC LIMIT 1', $this->table(), $kind->value, $portal, $subject ) );
	}

	public function list( ?int $portal, int $count ): array {
		$order = 'ORDER BY CASE WHEN pending IS NULL THEN 1 ELSE 0 END, id DESC LIMIT %d';
		$sql   = null === $portal
			? $this->db->prepare( "SELECT * FROM %i $order", $this->table(), $count ) // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- the literal above.
			: $this->db->prepare( "SELECT * FROM %i WHERE portal = %d $order", $this->table(), $portal, $count ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- the same.
		return $this->rows( (string) $sql );
	}

	public function move( Approval $after, State $from ): bool {
		$is_pending = $after->is_pending();
		return 1 === Statement::run(
			$this->db,
			'UPDATE %i SET state = %s, reason = %s, seal = %s, decided_by = %d, decided_at = NULLIF(%s, %s), answer = %s, decision = %s, pending = NULLIF(%s, %s) WHERE id = %d AND state = %s',
			$this->table(),
			$after->state->value,
			$after->reason,
			$after->seal,
			$after->decided_by,
			null === $after->decided_at ? '' : self::time( $after->decided_at ),
			'',
			$after->answer,
			$after->decision,
			$is_pending ? self::pending( $after ) : '',
			'',
			$after->id,
			$from->value
		);
	}

	public function overdue( DateTimeImmutable $before ): array {
		$time = self::time( $before );
		return $this->rows( (string) $this->db->prepare( 'SELECT * FROM %i WHERE (pending IS NOT NULL AND requested_at <= %s) OR (state = %s AND decided_at <= %s) ORDER BY id', $this->table(), $time, State::Confirmed->value, $time ) );
	}

	public function purge( DateTimeImmutable $before ): int {
		return Statement::run( $this->db, 'DELETE FROM %i WHERE pending IS NULL AND state <> %s AND requested_at <= %s', $this->table(), State::Confirmed->value, self::time( $before ) );
	}

	private function table(): string {
		return $this->db->base_prefix . 'lw_approvals';
	}

	private function one( string $sql ): ?Approval {
		return $this->rows( $sql )[0] ?? null;
	}

	/**
	 * @param string $sql Prepared.
	 * @return list<Approval>
	 */
	private function rows( string $sql ): array {
		$found = $this->db->get_results( $sql, ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- the caller did.
		return array_map( self::approval( ... ), array_values( is_array( $found ) ? $found : [] ) );
	}

	/** @param array<string, string|null> $row */
	private static function approval( array $row ): Approval {
		$time = static fn ( string $value ): DateTimeImmutable => new DateTimeImmutable( $value, new DateTimeZone( 'UTC' ) );
		return new Approval(
			(int) $row['id'],
			Kind::from( (string) $row['kind'] ),
			(int) $row['portal'],
			(string) $row['subject'],
			(array) json_decode( (string) $row['parameters'], true ),
			(int) $row['person'],
			(int) $row['requested_by'],
			$time( (string) $row['requested_at'] ),
			(string) $row['reason'],
			(string) $row['due'],
			State::from( (string) $row['state'] ),
			(int) $row['decided_by'],
			null === $row['decided_at'] ? null : $time( $row['decided_at'] ),
			(string) $row['answer'],
			(string) $row['seal'],
			(string) $row['decision']
		);
	}

	private static function pending( Approval $approval ): string {
		return hash( 'sha256', "{$approval->kind->value} $approval->portal $approval->subject" );
	}

	private static function time( DateTimeImmutable $at ): string {
		return $at->setTimezone( new DateTimeZone( 'UTC' ) )->format( self::FORMAT );
	}
}
