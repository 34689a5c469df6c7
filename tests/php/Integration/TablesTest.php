<?php
/**
 * @package Lernwelt
 */

declare( strict_types=1 );

namespace Lernwelt\Tests\Integration;

use Lernwelt\Booking\Content\Removal;
use Lernwelt\Tests\IntegrationTestCase;

/** Every table belongs to somebody who takes it away again. */
final class TablesTest extends IntegrationTestCase {

	/** Core is part of every network and is never uninstalled. */
	private const CORE = [ 'lw_erasure_journal', 'lw_index', 'lw_index_packs', 'lw_index_sources', 'lw_locks', 'lw_mail_log', 'lw_mail_queue', 'lw_migrations', 'lw_rate_limit', 'lw_schools' ];

	public function test_uninstalling_leaves_no_table_of_the_network_behind_and_names_none_that_is_not_there(): void {
		global $wpdb;
		$prefix = $wpdb->base_prefix;
		$tables = array_map( static fn ( mixed $name ): string => substr( (string) $name, strlen( $prefix ) ), $wpdb->get_col( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $prefix . 'lw_' ) . '%' ) ) );

		// The main portal has events, too; UninstallTest shows that theirs go.
		$named = [ ...self::CORE, ...Removal::TABLES ];
		foreach ( [ 'lernwelt-operations', 'lernwelt-security', 'lernwelt-sso' ] as $slug ) {
			// Options begin like tables: only what is dropped counts.
			$dropped = (string) strstr( (string) file_get_contents( dirname( __DIR__, 3 ) . "/plugins-src/$slug/uninstall.php" ), 'uninstall_network(' );
			preg_match_all( "/'(lw_[a-z_]+)'/", $dropped, $found );
			$named = [ ...$named, ...$found[1] ];
		}
		self::assertEqualsCanonicalizing( $tables, $named );
	}
}
