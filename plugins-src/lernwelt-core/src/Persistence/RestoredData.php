<?php
/**
 * What a backup must not bring back.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use RuntimeException;
use wpdb;

/** Clears restored tables of what was only good for its moment. */
final readonly class RestoredData {

	/** Network tables whose rows let somebody in, or wait for somebody to come back. */
	private const MOMENTARY = [ 'lw_sessions', 'lw_login_steps', 'lw_password_links', 'lw_sso_states', 'lw_sso_logout_tokens' ];

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/**
	 * Ends all sessions: somebody who was locked out after the backup must not be let in again.
	 *
	 * @return int How many of WordPress's accounts had one.
	 * @throws RuntimeException When the database refuses.
	 */
	public function end_sessions(): int {
		$ended = Statement::run( $this->db, 'DELETE FROM %i WHERE meta_key = %s', $this->db->usermeta, 'session_tokens' );
		Statement::run( $this->db, "UPDATE %i SET user_activation_key = '' WHERE user_activation_key <> ''", $this->db->users );
		foreach ( self::MOMENTARY as $table ) {
			$this->clear( $this->db->base_prefix . $table );
		}
		return $ended;
	}

	/**
	 * Drops the current portal's waiting mails: nearly all of them went out after the backup was made.
	 *
	 * @return int How many.
	 * @throws RuntimeException When the database refuses.
	 */
	public function drop_mails(): int {
		return $this->clear( $this->db->prefix . 'lw_mail_queue' );
	}

	/** Empties a table that may belong to a plugin which isn't there. */
	private function clear( string $table ): int {
		$found = Bulk::rows( $this->db, (string) $this->db->prepare( 'SHOW TABLES LIKE %s', $this->db->esc_like( $table ) ) );
		return [] === $found ? 0 : Statement::run( $this->db, 'DELETE FROM %i', $table );
	}
}
