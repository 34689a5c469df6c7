<?php
/**
 * Roles that came from claims.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Persistence\Accounts;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Sso\Domain\Roles\Grants;
use wpdb;

/** Table of the network: which roles this plugin granted. Only these may it ever take away. */
final readonly class GrantTable implements Grants {

	/**
	 * @param wpdb  $db    Database.
	 * @param Clock $clock Time.
	 */
	public function __construct( private wpdb $db, private Clock $clock ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->base_prefix . 'lw_granted_roles';
	}

	public function of( int $user_id ): array {
		$granted = [];
		foreach ( $this->db->get_results( $this->db->prepare( 'SELECT portal, role FROM %i WHERE user_id = %d ORDER BY id', $this->name(), $user_id ), ARRAY_A ) ?? [] as $row ) {
			$granted[ (int) $row['portal'] ][] = (string) $row['role'];
		}
		return $granted;
	}

	public function add( int $user_id, int $portal, string $role ): void {
		Statement::run( $this->db, 'INSERT IGNORE INTO %i (user_id, portal, role, granted_at) VALUES (%d, %d, %s, %s)', $this->name(), $user_id, $portal, $role, $this->clock->now()->format( 'Y-m-d H:i:s' ) );
	}

	public function remove( int $user_id, int $portal, string $role ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d AND portal = %d AND role = %s', $this->name(), $user_id, $portal, $role );
	}

	public function forget( int $user_id ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE user_id = %d', $this->name(), $user_id );
	}

	public function field( int $portal ): string {
		return $this->db->get_blog_prefix( $portal ) . 'capabilities';
	}

	public function portals_in( array $fields ): array {
		$portals = [];
		foreach ( $fields as $field ) {
			if ( 1 === preg_match( '/^' . preg_quote( $this->db->base_prefix, '/' ) . '(?:(\d+)_)?capabilities$/D', $field, $found ) ) {
				$portals[] = (int) ( $found[1] ?? 1 );
			}
		}
		return $portals;
	}
}
