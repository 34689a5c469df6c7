<?php
/**
 * Second factors.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence;

use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Security\Domain\SecondFactor\Factors;
use wpdb;

/** Network-wide tables `lw_second_factor` and `lw_recovery_codes`; what may be used once is used by one statement. */
final readonly class SecondFactorTables implements Factors {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/** The tables of this network. */
	public static function of_this_network(): self {
		global $wpdb;
		return new self( $wpdb );
	}

	public function secret( int $user_id ): ?string {
		$secret = $this->db->get_var( (string) $this->db->prepare( 'SELECT secret FROM %i WHERE user_id = %d', $this->factors(), $user_id ) );
		return null === $secret ? null : (string) $secret;
	}

	public function since( int $user_id ): ?int {
		$created = $this->db->get_var( (string) $this->db->prepare( 'SELECT created FROM %i WHERE user_id = %d', $this->factors(), $user_id ) );
		return null === $created ? null : (int) $created;
	}

	public function enrol( int $user_id, string $sealed, int $step, int $now ): bool {
		return 0 < Statement::run( $this->db, 'INSERT IGNORE INTO %i (user_id, secret, last_step, created) VALUES (%d, %s, %d, %d)', $this->factors(), $user_id, $sealed, $step, $now );
	}

	public function replace( int $user_id, string $sealed, int $step, int $now, int $before ): bool {
		return 0 < Statement::run( $this->db, 'UPDATE %i SET secret = %s, last_step = %d, created = %d WHERE user_id = %d AND created < %d', $this->factors(), $sealed, $step, $now, $user_id, $before );
	}

	public function use_step( int $user_id, int $step ): bool {
		return 0 < Statement::run( $this->db, 'UPDATE %i SET last_step = %d WHERE user_id = %d AND last_step < %d', $this->factors(), $step, $user_id, $step );
	}

	public function reset( int $user_id ): bool {
		$this->drop_codes( $user_id );
		return 0 < Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d', $this->factors(), $user_id );
	}

	public function add_code( int $user_id, string $hash, int $expires ): void {
		Statement::run( $this->db, 'INSERT IGNORE INTO %i (user_id, code_hash, expires) VALUES (%d, %s, %d)', $this->codes(), $user_id, $hash, $expires );
	}

	public function drop_codes( int $user_id ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d', $this->codes(), $user_id );
	}

	public function use_code( int $user_id, string $hash, int $now ): bool {
		return 0 < Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d AND code_hash = %s AND (expires = 0 OR expires > %d)', $this->codes(), $user_id, $hash, $now );
	}

	public function codes_left( int $user_id ): int {
		return (int) $this->db->get_var( (string) $this->db->prepare( 'SELECT COUNT(*) FROM %i WHERE user_id = %d AND expires = 0', $this->codes(), $user_id ) );
	}

	/**
	 * Deletes codes whose time is over.
	 *
	 * @param int $now Unix time.
	 */
	public function purge( int $now ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE expires > 0 AND expires <= %d', $this->codes(), $now );
	}

	private function factors(): string {
		return $this->db->base_prefix . 'lw_second_factor';
	}

	private function codes(): string {
		return $this->db->base_prefix . 'lw_recovery_codes';
	}
}
