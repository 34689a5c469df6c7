<?php
/**
 * Logout tokens that were used.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Protocol;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Sso\Domain\Protocol\LogoutTokenStore;
use wpdb;

/** Network-wide table of `jti`, as keyed hashes. */
final readonly class LogoutTokenTable implements LogoutTokenStore {

	public const NAME = 'lw_sso_logout_tokens';

	/**
	 * @param wpdb       $db         Database.
	 * @param Clock      $clock      Time.
	 * @param Pseudonyms $pseudonyms Keyed hashes.
	 */
	public function __construct( private wpdb $db, private Clock $clock, private Pseudonyms $pseudonyms ) {}

	public function use_once( string $issuer, string $id, int $expires ): bool {
		return 0 < Statement::run( $this->db, 'INSERT IGNORE INTO %i (token_key, expires) VALUES (%s, %d)', $this->name(), $this->pseudonyms->of( 'sso-jti', "$issuer\0$id" ), $expires );
	}

	public function purge(): void {
		$now = $this->clock->now()->getTimestamp();
		do {
			$keys = $this->db->get_col( (string) $this->db->prepare( 'SELECT token_key FROM %i WHERE expires <= %d LIMIT 500', $this->name(), $now ) );
			foreach ( $keys as $key ) {
				Statement::run( $this->db, 'DELETE FROM %i WHERE token_key = %s', $this->name(), (string) $key );
			}
		} while ( [] !== $keys );
	}

	private function name(): string {
		return $this->db->base_prefix . self::NAME;
	}
}
