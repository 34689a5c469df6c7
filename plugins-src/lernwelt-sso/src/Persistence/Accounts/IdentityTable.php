<?php
/**
 * Identities.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Accounts;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Sso\Domain\Accounts\Identities;
use Lernwelt\Sso\Domain\Accounts\Identity;
use RuntimeException;
use wpdb;

/**
 * Table of the network: identity → account. claim() and touch() write first, so that two logins of one person wait for
 * each other in a transaction on every database.
 */
final readonly class IdentityTable implements Identities {

	/**
	 * @param wpdb  $db    Database.
	 * @param Clock $clock Time.
	 */
	public function __construct( private wpdb $db, private Clock $clock ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_identities';
	}

	public function claim( Identity $identity ): bool {
		$now = $this->now();
		return 0 < Statement::run( $this->db, 'INSERT IGNORE INTO %i (identity_hash, issuer, subject, created_at, login_at) VALUES (%s, %s, %s, %s, %s)', $this->name(), $identity->hash(), mb_substr( $identity->issuer, 0, 255 ), mb_substr( $identity->subject, 0, 255 ), $now, $now );
	}

	public function assign( Identity $identity, int $user_id ): void {
		if ( 1 !== Statement::run( $this->db, 'UPDATE %i SET user_id = %d WHERE identity_hash = %s AND user_id IS NULL', $this->name(), $user_id, $identity->hash() ) ) {
			throw new RuntimeException( 'The identity has an account already.' );
		}
	}

	public function touch( Identity $identity ): void {
		Statement::run( $this->db, 'UPDATE %i SET logins = logins + 1, login_at = %s WHERE identity_hash = %s', $this->name(), $this->now(), $identity->hash() );
	}

	public function user_of( Identity $identity ): ?int {
		$id = $this->db->get_var( $this->db->prepare( 'SELECT user_id FROM %i WHERE identity_hash = %s', $this->name(), $identity->hash() ) );
		return null === $id ? null : (int) $id;
	}

	public function has( int $user_id ): bool {
		return null !== $this->db->get_var( $this->db->prepare( 'SELECT id FROM %i WHERE user_id = %d', $this->name(), $user_id ) );
	}

	public function forget( int $user_id ): bool {
		return 0 < Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d', $this->name(), $user_id );
	}

	private function now(): string {
		return $this->clock->now()->format( 'Y-m-d H:i:s' );
	}
}
