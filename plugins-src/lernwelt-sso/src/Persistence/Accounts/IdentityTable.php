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
use Lernwelt\Sso\Domain\Accounts\Identity;
use RuntimeException;
use wpdb;

/**
 * Table of the network: identity → account. claim() and touch() write first, so that two logins of one person wait for
 * each other in a transaction on every database.
 */
final readonly class IdentityTable {

	/**
	 * @param wpdb  $db    Database.
	 * @param Clock $clock Time.
	 */
	public function __construct( private wpdb $db, private Clock $clock ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_identities';
	}

	/**
	 * Writes an identity down unless it is there.
	 *
	 * @param Identity $identity Who somebody is.
	 * @return bool Whether it is new; it then has no account until assign().
	 * @throws RuntimeException When the database refuses.
	 */
	public function claim( Identity $identity ): bool {
		$now = $this->now();
		return 0 < Statement::run( $this->db, 'INSERT IGNORE INTO %i (identity_hash, issuer, subject, created_at, login_at) VALUES (%s, %s, %s, %s, %s)', $this->name(), $identity->hash(), mb_substr( $identity->issuer, 0, 255 ), mb_substr( $identity->subject, 0, 255 ), $now, $now );
	}

	/**
	 * Gives a claimed identity its account.
	 *
	 * @param Identity $identity Who somebody is.
	 * @param int      $user_id  Account.
	 * @throws RuntimeException When the identity or the account belongs to another one already.
	 */
	public function assign( Identity $identity, int $user_id ): void {
		if ( 1 !== Statement::run( $this->db, 'UPDATE %i SET user_id = %d WHERE identity_hash = %s AND user_id IS NULL', $this->name(), $user_id, $identity->hash() ) ) {
			throw new RuntimeException( 'The identity has an account already.' );
		}
	}

	/**
	 * Counts a login and keeps others of the same person waiting until the transaction ends.
	 *
	 * @param Identity $identity Who somebody is.
	 * @throws RuntimeException When the database refuses.
	 */
	public function touch( Identity $identity ): void {
		Statement::run( $this->db, 'UPDATE %i SET logins = logins + 1, login_at = %s WHERE identity_hash = %s', $this->name(), $this->now(), $identity->hash() );
	}

	/**
	 * Account of an identity.
	 *
	 * @param Identity $identity Who somebody is.
	 * @return ?int Null when nobody knows the identity.
	 */
	public function user_of( Identity $identity ): ?int {
		$id = $this->db->get_var( $this->db->prepare( 'SELECT user_id FROM %i WHERE identity_hash = %s', $this->name(), $identity->hash() ) );
		return null === $id ? null : (int) $id;
	}

	/**
	 * Whether an account belongs to an identity.
	 *
	 * @param int $user_id Account.
	 */
	public function has( int $user_id ): bool {
		return null !== $this->db->get_var( $this->db->prepare( 'SELECT id FROM %i WHERE user_id = %d', $this->name(), $user_id ) );
	}

	/**
	 * Forgets whose an account is.
	 *
	 * @param int $user_id Account.
	 * @return bool Whether it was somebody's.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget( int $user_id ): bool {
		return 0 < Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d', $this->name(), $user_id );
	}

	private function now(): string {
		return $this->clock->now()->format( 'Y-m-d H:i:s' );
	}
}
