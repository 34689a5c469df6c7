<?php
/**
 * Counters of wrong tries.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence;

use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Security\Domain\Throttle\Attempt;
use Lernwelt\Security\Domain\Throttle\Counter;
use Lernwelt\Security\Domain\Throttle\Quota;
use Lernwelt\Security\Domain\Throttle\Slot;
use Lernwelt\Security\Domain\Throttle\Subject;
use Lernwelt\Security\Domain\Throttle\Tries;
use wpdb;

/**
 * Network-wide table `lw_throttle`. Names are keyed hashes; no row outlives 24 hours. Each allowed wrong try is
 * a row of its own, so that the primary key – and nothing read before – decides who gets the last one.
 */
final readonly class ThrottleTable implements Tries {

	/** All wrong tries of an account. */
	private const ACCOUNT = 'account';

	/** The wait of all networks that an account doesn't know. */
	private const WAIT = 'wait';

	/** A network from which the account logged in. */
	private const KNOWN = 'known';

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/** The table of this network. */
	public static function of_this_network(): self {
		global $wpdb;
		return new self( $wpdb );
	}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_throttle';
	}

	public function take( string $account, Quota $quota, string $owner, int $now ): ?Slot {
		$kind    = $quota->counter->value;
		$expires = $now + $quota->seconds;
		for ( $slot = 0; $slot < $quota->limit; ++$slot ) {
			if ( $this->add( $kind, $account, $quota->place, $slot, 0, $owner, $expires ) ) {
				return new Slot( $quota->counter, $quota->place, $slot );
			}
			$renewed = Statement::run( $this->db, 'UPDATE %i SET owner = %s, expires = %d WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = %d AND expires <= %d', $this->name(), $owner, $expires, $account, $quota->place, $kind, $slot, $now );
			if ( 0 < $renewed ) {
				return new Slot( $quota->counter, $quota->place, $slot );
			}
		}
		return null;
	}

	public function give_back( Attempt $attempt ): void {
		foreach ( $attempt->slots as $slot ) {
			Statement::run( $this->db, 'DELETE FROM %i WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = %d AND owner = %s', $this->name(), $attempt->subject->account, $slot->place, $slot->counter->value, $slot->number, $attempt->owner );
		}
	}

	public function clear( Subject $subject ): void {
		foreach ( [ [ Counter::Network, $subject->network ], [ Counter::Around, $subject->around ] ] as [ $counter, $place ] ) {
			Statement::run( $this->db, 'DELETE FROM %i WHERE account_key = %s AND network_key = %s AND kind = %s', $this->name(), $subject->account, $place, $counter->value );
		}
	}

	public function count( Subject $subject, int $now, int $expires ): int {
		$begun = Statement::run( $this->db, 'UPDATE %i SET hits = 1, expires = %d WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0 AND expires <= %d', $this->name(), $expires, $subject->account, '', self::ACCOUNT, $now );
		if ( 0 < $begun || $this->add( self::ACCOUNT, $subject->account, '', 0, 0, '', $expires, 1 ) ) {
			return 1;
		}
		Statement::run( $this->db, 'UPDATE %i SET hits = hits + 1 WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0', $this->name(), $subject->account, '', self::ACCOUNT );
		return $this->number( 'SELECT hits FROM %i WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0', $subject->account, '', self::ACCOUNT );
	}

	public function uncount( Subject $subject ): void {
		Statement::run( $this->db, 'UPDATE %i SET hits = hits - 1 WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0 AND hits > 0', $this->name(), $subject->account, '', self::ACCOUNT );
	}

	public function pass( Subject $subject, int $now, int $until, int $expires ): int {
		// One row for all networks: the statement, and nothing read before, decides whose try it is.
		if ( $this->add( self::WAIT, $subject->account, '', 0, $until, '', $expires ) ) {
			return $now;
		}
		$passed = Statement::run( $this->db, 'UPDATE %i SET not_before = %d, expires = %d WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0 AND not_before <= %d', $this->name(), $until, $expires, $subject->account, '', self::WAIT, $now );
		return 0 < $passed ? $now : max( $now + 1, $this->number( 'SELECT not_before FROM %i WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0', $subject->account, '', self::WAIT ) );
	}

	public function remember( Subject $subject, int $expires ): void {
		if ( ! $this->add( self::KNOWN, $subject->account, $subject->network, 0, 0, '', $expires ) ) {
			Statement::run( $this->db, 'UPDATE %i SET expires = %d WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0', $this->name(), $expires, $subject->account, $subject->network, self::KNOWN );
		}
	}

	public function knows( Subject $subject, int $now ): bool {
		return $now < $this->number( 'SELECT expires FROM %i WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = 0', $subject->account, $subject->network, self::KNOWN );
	}

	/**
	 * Forgets everything about an account, or about a network.
	 *
	 * @param string $column `account_key` or `network_key`.
	 * @param string $key    Pseudonym.
	 * @return int Rows that are gone.
	 */
	public function forget( string $column, string $key ): int {
		return Statement::run( $this->db, 'DELETE FROM %i WHERE %i = %s AND kind <> %s', $this->name(), $column, $key, self::KNOWN );
	}

	/**
	 * Forgets the wrong codes of an account.
	 *
	 * @param string $account Pseudonym.
	 */
	public function forget_codes( string $account ): void {
		foreach ( [ Counter::Codes, Counter::Step ] as $counter ) {
			Statement::run( $this->db, 'DELETE FROM %i WHERE account_key = %s AND kind = %s', $this->name(), $account, $counter->value );
		}
	}

	/**
	 * What is counted now.
	 *
	 * @param int $now Unix time.
	 * @return list<array{account_key: string, network_key: string, kind: string, tries: int, until: int}>
	 */
	public function overview( int $now ): array {
		$rows = $this->db->get_results( (string) $this->db->prepare( 'SELECT account_key, network_key, kind, COUNT(*) AS slots, MAX(hits) AS hits, MAX(expires) AS ends FROM %i WHERE expires > %d AND kind <> %s GROUP BY account_key, network_key, kind ORDER BY kind, account_key, network_key', $this->name(), $now, self::KNOWN ) );
		return array_map(
			static fn ( object $row ): array => [
				'account_key' => (string) $row->account_key,
				'network_key' => (string) $row->network_key,
				'kind'        => (string) $row->kind,
				'tries'       => self::ACCOUNT === $row->kind ? (int) $row->hits : (int) $row->slots,
				'until'       => (int) $row->ends,
			],
			array_values( (array) $rows )
		);
	}

	/**
	 * Deletes what is over.
	 *
	 * @param int $now Unix time.
	 */
	public function purge( int $now ): void {
		do {
			$rows = (array) $this->db->get_results( (string) $this->db->prepare( 'SELECT account_key, network_key, kind, slot FROM %i WHERE expires <= %d LIMIT 500', $this->name(), $now ) );
			foreach ( $rows as $row ) {
				// By primary key: a range would lock its rows in another order than new tries do.
				Statement::run( $this->db, 'DELETE FROM %i WHERE account_key = %s AND network_key = %s AND kind = %s AND slot = %d AND expires <= %d', $this->name(), (string) $row->account_key, (string) $row->network_key, (string) $row->kind, (int) $row->slot, $now );
			}
		} while ( [] !== $rows );
	}

	private function add( string $kind, string $account, string $network, int $slot, int $not_before, string $owner, int $expires, int $hits = 0 ): bool {
		return 0 < Statement::run( $this->db, 'INSERT IGNORE INTO %i (kind, account_key, network_key, slot, hits, not_before, owner, expires) VALUES (%s, %s, %s, %d, %d, %d, %s, %d)', $this->name(), $kind, $account, $network, $slot, $hits, $not_before, $owner, $expires );
	}

	/**
	 * @param literal-string $sql    Query for one number.
	 * @param string         ...$keys Account, network, kind.
	 */
	private function number( string $sql, string ...$keys ): int {
		return (int) $this->db->get_var( (string) $this->db->prepare( $sql, $this->name(), ...$keys ) ); // phpcs:ignore WordPress.DB.PreparedSQL.NotPrepared -- literal strings of this class.
	}
}
