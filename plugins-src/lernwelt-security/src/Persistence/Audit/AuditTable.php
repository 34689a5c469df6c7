<?php
/**
 * Table of the audit log.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Audit;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Core\Transaction;
use Lernwelt\Security\Domain\Audit\AuditStore;
use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\EntryFilter;
use Lernwelt\Security\Domain\Audit\Facts;
use Lernwelt\Security\Domain\Audit\Mark;
use wpdb;

/**
 * Tables `lw_audit` and `lw_audit_marks` of the network. Whoever writes takes the row of the head first, so that one
 * writes after the other on every database; line and head are kept together or not at all.
 */
final readonly class AuditTable implements AuditStore {

	private const FORMAT = 'Y-m-d H:i:s';

	/** Lines that are read at once. */
	private const PORTION = 1000;

	/**
	 * @param wpdb        $db          Database.
	 * @param Transaction $transaction All or nothing.
	 * @param Clock       $clock       Time.
	 * @param Chain       $chain       Hashes and signatures.
	 */
	public function __construct( private wpdb $db, private Transaction $transaction, private Clock $clock, private Chain $chain ) {}

	public function append( Facts $facts ): Entry {
		return $this->transaction->run(
			function () use ( $facts ): Entry {
				$head  = $this->take_head();
				$entry = null === $head ? null : $this->insert( $facts, $head->id + 1, $head->hash );
				// Somebody meddled with the head. Events go on, and the number that is left out gives it away for good.
				$entry ??= $this->insert_after_gap( $facts );
				$this->write_mark( new Mark( Mark::HEAD, $entry->id, $entry->hash, $entry->at ) );
				return $entry;
			}
		);
	}

	public function mark( string $name ): ?Mark {
		$row = $this->row( (string) $this->db->prepare( 'SELECT * FROM %i WHERE name = %s', $this->marks(), $name ) );
		return null === $row ? null : new Mark( (string) $row['name'], (int) $row['line'], (string) $row['hash'], (string) $row['marked_at'], (string) $row['note'], (string) $row['signature'] );
	}

	public function put_mark( Mark $mark ): void {
		$this->transaction->run( fn () => $this->write_mark( $mark ) );
	}

	public function last_id(): int {
		return (int) ( $this->row( (string) $this->db->prepare( 'SELECT MAX(id) AS id FROM %i', $this->name() ) )['id'] ?? 0 );
	}

	public function entries( ?int $until = null ): iterable {
		$until ??= PHP_INT_MAX;
		$last    = PHP_INT_MIN;
		do {
			$rows = $this->rows( (string) $this->db->prepare( 'SELECT * FROM %i WHERE id > %d AND id <= %d ORDER BY id LIMIT %d', $this->name(), $last, $until, self::PORTION ) );
			foreach ( $rows as $row ) {
				$entry = self::entry( $row );
				$last  = $entry->id;
				yield $entry;
			}
		} while ( self::PORTION === count( $rows ) );
	}

	public function last_before( string $instant, int $most ): ?Entry {
		$first = $this->row( (string) $this->db->prepare( 'SELECT id, recorded_at FROM %i ORDER BY id LIMIT 1', $this->name() ) );
		if ( null === $first || (string) $first['recorded_at'] >= $instant ) {
			return null;
		}
		$young = $this->row( (string) $this->db->prepare( 'SELECT MIN(id) AS id FROM %i WHERE recorded_at >= %s', $this->name(), $instant ) );
		$end   = min( isset( $young['id'] ) ? (int) $young['id'] - 1 : PHP_INT_MAX, (int) $first['id'] + $most - 1 );
		$row   = $this->row( (string) $this->db->prepare( 'SELECT * FROM %i WHERE id <= %d ORDER BY id DESC LIMIT 1', $this->name(), $end ) );
		return null === $row ? null : self::entry( $row );
	}

	public function delete_up_to( Entry $last ): int {
		return $this->transaction->run(
			function () use ( $last ): int {
				$this->take_head();
				$deleted = Statement::run( $this->db, 'DELETE FROM %i WHERE id <= %d', $this->name(), $last->id );
				if ( 0 < $deleted ) {
					$this->write_mark( new Mark( Mark::CHECKPOINT, $last->id, $last->hash, $this->now() ) );
				}
				return $deleted;
			}
		);
	}

	public function find( EntryFilter $filter, int $offset, int $count ): array {
		$conditions = ( new FilterSql( $this->db ) )->where( $filter );
		$order      = (string) $this->db->prepare( ' ORDER BY id DESC LIMIT %d OFFSET %d', $count, $offset );
		return array_map( self::entry( ... ), $this->rows( "SELECT * FROM `{$this->name()}` WHERE $conditions$order" ) );
	}

	public function count( EntryFilter $filter ): int {
		$conditions = ( new FilterSql( $this->db ) )->where( $filter );
		return (int) ( $this->row( "SELECT COUNT(*) AS n FROM `{$this->name()}` WHERE $conditions" )['n'] ?? 0 );
	}

	/** Waits until nobody else writes; the head when it is ours. */
	private function take_head(): ?Mark {
		// The first statement changes something: a transaction of SQLite that begins with reading can't wait for others.
		if ( 0 === Statement::run( $this->db, 'UPDATE %i SET turns = turns + 1 WHERE name = %s', $this->marks(), Mark::HEAD ) ) {
			return null;
		}
		$head = $this->mark( Mark::HEAD );
		return null !== $head && $this->chain->knows( $head ) ? $head : null;
	}

	/** Null when the number is taken. */
	private function insert( Facts $facts, int $id, string $previous ): ?Entry {
		$entry   = $this->chain->link( new Entry( $id, $this->now(), $facts->portal, $facts->area, $facts->action, $facts->reason, $facts->kind->value, $facts->actor, $facts->object, $facts->details, $facts->address, $previous ) );
		$written = Statement::run(
			$this->db,
			'INSERT IGNORE INTO %i (id, recorded_at, portal, area, action, reason, kind, actor, object, details, address, previous, hash) VALUES (%d, %s, %d, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)',
			$this->name(),
			$entry->id,
			$entry->at,
			$entry->portal,
			$entry->area,
			$entry->action,
			$entry->reason,
			$entry->kind,
			$entry->actor,
			$entry->object,
			$entry->details,
			$entry->address,
			$entry->previous,
			$entry->hash
		);
		return 0 < $written ? $entry : null;
	}

	private function insert_after_gap( Facts $facts ): Entry {
		$last   = $this->row( (string) $this->db->prepare( 'SELECT id, hash FROM %i ORDER BY id DESC LIMIT 1', $this->name() ) );
		$before = max( (int) ( $last['id'] ?? 0 ), (int) $this->mark( Mark::HEAD )?->id, (int) $this->mark( Mark::CHECKPOINT )?->id );
		return $this->insert( $facts, $before + 2, (string) ( $last['hash'] ?? Chain::START ) ) ?? throw new AuditNotWritten( 'The end of the audit log can\'t be found.' );
	}

	private function write_mark( Mark $mark ): void {
		$mark = $this->chain->sign( $mark );
		$write = fn (): int => Statement::run( $this->db, 'UPDATE %i SET line = %d, hash = %s, marked_at = %s, note = %s, signature = %s, turns = turns + 1 WHERE name = %s', $this->marks(), $mark->id, $mark->hash, $mark->at, $mark->note, $mark->signature, $mark->name );
		if ( 0 === $write() ) {
			// Only ever once for each mark.
			Statement::run( $this->db, "INSERT IGNORE INTO %i (name, line, hash, marked_at, note, signature, turns) VALUES (%s, 0, '', %s, '', '', 0)", $this->marks(), $mark->name, $mark->at );
			$write();
		}
	}

	private function now(): string {
		return $this->clock->now()->format( self::FORMAT );
	}

	private function name(): string {
		return $this->db->base_prefix . 'lw_audit';
	}

	private function marks(): string {
		return $this->db->base_prefix . 'lw_audit_marks';
	}

	/** @return array<string, string|null>|null */
	private function row( string $sql ): ?array {
		return $this->rows( $sql )[0] ?? null;
	}

	/**
	 * @param string $sql Prepared.
	 * @return list<array<string, string|null>>
	 * @throws AuditNotWritten When the database refuses.
	 */
	private function rows( string $sql ): array {
		$silenced = $this->db->suppress_errors();
		$found    = $this->db->get_results( $sql, ARRAY_A ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- the caller did.
		$this->db->suppress_errors( $silenced );
		if ( '' !== $this->db->last_error ) {
			throw new AuditNotWritten( 'The audit log can\'t be read: ' . Statement::reason( $this->db->last_error ) );
		}
		return is_array( $found ) ? $found : [];
	}

	/** @param array<string, string|null> $row */
	private static function entry( array $row ): Entry {
		return new Entry(
			(int) $row['id'],
			(string) $row['recorded_at'],
			(int) $row['portal'],
			(string) $row['area'],
			(string) $row['action'],
			(string) $row['reason'],
			(string) $row['kind'],
			(string) $row['actor'],
			(string) $row['object'],
			(string) $row['details'],
			(string) $row['address'],
			(string) $row['previous'],
			(string) $row['hash']
		);
	}
}
