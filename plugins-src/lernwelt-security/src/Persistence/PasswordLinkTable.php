<?php
/**
 * Wanted links for new passwords.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence;

use Lernwelt\Core\Persistence\Statement;
use RuntimeException;
use wpdb;

/** Network-wide table `lw_password_links`: a row a request, until the next sweep of its portal. */
final readonly class PasswordLinkTable {

	/** Rows that are read at once. */
	private const BATCH = 100;

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
		return $this->db->base_prefix . 'lw_password_links';
	}

	/**
	 * Notes a request.
	 *
	 * @param int $portal  Site.
	 * @param int $user_id Account, 0 for none.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( int $portal, int $user_id ): void {
		Statement::run( $this->db, 'INSERT INTO %i (portal, user_id) VALUES (%d, %d)', $this->name(), $portal, $user_id );
	}

	/**
	 * The oldest requests of a portal.
	 *
	 * @param int $portal Site.
	 * @param int $after  Row behind which to begin.
	 * @return array<int, int> Row → account, 0 for none.
	 */
	public function waiting( int $portal, int $after = 0 ): array {
		$rows = (array) $this->db->get_results( (string) $this->db->prepare( 'SELECT id, user_id FROM %i WHERE portal = %d AND id > %d ORDER BY id LIMIT %d', $this->name(), $portal, $after, self::BATCH ), ARRAY_A );
		return array_map( intval( ... ), array_column( $rows, 'user_id', 'id' ) );
	}

	/**
	 * Takes a request; of several who try only one gets it.
	 *
	 * @param int $id Row.
	 * @return bool Whether it was still there.
	 * @throws RuntimeException When the database refuses.
	 */
	public function take( int $id ): bool {
		return 0 < Statement::run( $this->db, 'DELETE FROM %i WHERE id = %d', $this->name(), $id );
	}

	/**
	 * Forgets the requests of a portal that goes.
	 *
	 * @param int $portal Site.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget( int $portal ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE portal = %d', $this->name(), $portal );
	}
}
