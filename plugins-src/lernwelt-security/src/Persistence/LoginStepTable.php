<?php
/**
 * Half logins.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence;

use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Security\Domain\SecondFactor\PendingStep;
use Lernwelt\Security\Domain\SecondFactor\PendingSteps;
use Lernwelt\Security\Domain\SecondFactor\Purpose;
use wpdb;

/** Network-wide table `lw_login_steps`. */
final readonly class LoginStepTable implements PendingSteps {

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
		return $this->db->base_prefix . 'lw_login_steps';
	}

	public function open( PendingStep $step, int $expires ): void {
		Statement::run( $this->db, 'INSERT INTO %i (step_key, user_id, portal, purpose, new_secret, remember, redirect_to, expires) VALUES (%s, %d, %d, %s, %s, %d, %s, %d)', $this->name(), $step->key, $step->user_id, $step->portal, $step->purpose->value, $step->new_secret, (int) $step->remember, $step->redirect_to, $expires );
	}

	public function find( string $key, int $now ): ?PendingStep {
		$row = $this->db->get_row( (string) $this->db->prepare( 'SELECT * FROM %i WHERE step_key = %s AND expires > %d', $this->name(), $key, $now ), ARRAY_A );
		return is_array( $row )
			? new PendingStep( $key, (int) $row['user_id'], (int) $row['portal'], Purpose::from( (string) $row['purpose'] ), (string) $row['new_secret'], 1 === (int) $row['remember'], (string) $row['redirect_to'], (int) $row['expires'] - PendingStep::LIFETIME )
			: null;
	}

	public function close( string $key ): bool {
		return 0 < Statement::run( $this->db, 'DELETE FROM %i WHERE step_key = %s', $this->name(), $key );
	}

	/**
	 * Deletes what is over.
	 *
	 * @param int $now Unix time.
	 */
	public function purge( int $now ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE expires <= %d', $this->name(), $now );
	}

	public function forget( int $user_id ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d', $this->name(), $user_id );
	}
}
