<?php
/**
 * New names in addresses.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Persistence\Migrations;

use Lernwelt\Core\Migration;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Security\Surface\PublicNames;
use wpdb;

/** Accounts that are named by their login in addresses get a random name there. */
final class M0104HideLogins implements Migration {

	private const AT_ONCE = 500;

	public function id(): string {
		return 'M0104_hide_logins';
	}

	public function scope(): MigrationScope {
		return MigrationScope::Network;
	}

	public function up( wpdb $db ): void {
		$last = 0;
		do {
			$rows = (array) $db->get_results( $db->prepare( 'SELECT ID, user_login, user_nicename FROM %i WHERE ID > %d ORDER BY ID LIMIT %d', $db->users, $last, self::AT_ONCE ) );
			foreach ( $rows as $row ) {
				$last = (int) $row->ID;
				if ( PublicNames::tells_login( (string) $row->user_nicename, (string) $row->user_login ) ) {
					$db->update( $db->users, [ 'user_nicename' => PublicNames::random() ], [ 'ID' => $last ] );
					clean_user_cache( $last );
				}
			}
		} while ( count( $rows ) === self::AT_ONCE );
	}
}
