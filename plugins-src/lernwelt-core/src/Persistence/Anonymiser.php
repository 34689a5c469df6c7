<?php
/**
 * A network without people.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use RuntimeException;
use wpdb;

/**
 * Takes all personal data out of a copy. What isn't named here is emptied: a new table has to be looked at before its rows
 * come along.
 */
final readonly class Anonymiser {

	/** Tables whose rows stay, WordPress's and ours; the others are emptied. */
	private const KEPT = [
		...[ 'posts', 'postmeta', 'options', 'terms', 'termmeta', 'term_taxonomy', 'term_relationships', 'links' ],
		...[ 'blogs', 'blogmeta', 'site', 'sitemeta', 'users', 'usermeta' ],
		...[ 'lw_migrations', 'lw_schools', 'lw_role_matrix', 'lw_role_revisions', 'lw_event_dates' ],
	];

	/** What an account keeps: where it may do what, and how it likes its screens. */
	private const KEPT_USER_META = '/^(wp_(\d+_)?(capabilities|user_level)|primary_blog|source_domain|locale|admin_color|rich_editing|syntax_highlighting|show_admin_bar_front|use_ssl)$/D';

	/** Number and texts of tables in which a name or an address of an account may stand. */
	private const TEXTS = [
		'posts'          => [ 'ID', [ 'post_title', 'post_content', 'post_excerpt', 'post_content_filtered', 'post_name' ] ],
		'postmeta'       => [ 'meta_id', [ 'meta_value' ] ],
		'options'        => [ 'option_id', [ 'option_value' ] ],
		'sitemeta'       => [ 'meta_id', [ 'meta_value' ] ],
		'blogmeta'       => [ 'meta_id', [ 'meta_value' ] ],
		'terms'          => [ 'term_id', [ 'name' ] ],
		'termmeta'       => [ 'meta_id', [ 'meta_value' ] ],
		'term_taxonomy'  => [ 'term_taxonomy_id', [ 'description' ] ],
		'lw_event_dates' => [ 'id', [ 'place', 'link', 'questions' ] ],
	];

	/** Rows read at once. */
	private const PAGE = 500;

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/**
	 * Does all of it.
	 *
	 * @return array{accounts: int, emptied: int, replaced: int} Accounts renamed, tables emptied, values in which somebody was named.
	 * @throws RuntimeException When the database refuses.
	 */
	public function run(): array {
		$people  = $this->people();
		$tables  = $this->tables();
		$emptied = 0;
		foreach ( $tables as $table => $name ) {
			if ( ! in_array( $name, self::KEPT, true ) ) {
				Statement::run( $this->db, 'DELETE FROM %i', $table );
				++$emptied;
			}
		}
		$this->drop_drafts( array_keys( $tables, 'posts', true ) );
		$this->drop_options( array_keys( $tables, 'options', true ) );
		$accounts = $this->rename_accounts();
		$replaced = 0;
		foreach ( $tables as $table => $name ) {
			if ( isset( self::TEXTS[ $name ] ) && [] !== $people ) {
				$replaced += $this->replace( $table, self::TEXTS[ $name ][0], self::TEXTS[ $name ][1], $people );
			}
		}
		// Nobody is registered any more.
		foreach ( array_keys( $tables, 'lw_event_dates', true ) as $table ) {
			Statement::run( $this->db, 'UPDATE %i SET booked = 0', $table );
		}
		return [ 'accounts' => $accounts, 'emptied' => $emptied, 'replaced' => $replaced ];
	}

	/**
	 * Names and addresses of all accounts, as they may stand anywhere, with what stands there instead. A name of one word
	 * stays: it may be an ordinary word.
	 *
	 * @return array<string, string>
	 */
	private function people(): array {
		$map  = [];
		$meta = fn ( int $id, string $key ): string => (string) ( Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT meta_value FROM %i WHERE user_id = %d AND meta_key = %s', $this->db->usermeta, $id, $key ) )[0]['meta_value'] ?? '' );
		foreach ( Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT ID, user_email, display_name FROM %i', $this->db->users ) ) as $row ) {
			$id    = (int) $row['ID'];
			$names = array_filter( [ trim( (string) $row['display_name'] ), trim( $meta( $id, 'first_name' ) . ' ' . $meta( $id, 'last_name' ) ) ], static fn ( string $name ): bool => str_contains( $name, ' ' ) );
			foreach ( $names as $name ) {
				$map[ $name ] = "Person $id";
				$map[ trim( (string) wp_json_encode( $name ), '"' ) ] = "Person $id";
			}
			if ( str_contains( (string) $row['user_email'], '@' ) ) {
				$map[ (string) $row['user_email'] ] = "person-$id@example.invalid";
			}
		}
		return $map;
	}

	/**
	 * Tables of the network with their names behind the prefix.
	 *
	 * @return array<string, string>
	 */
	private function tables(): array {
		$tables = [];
		foreach ( Bulk::rows( $this->db, (string) $this->db->prepare( 'SHOW TABLES LIKE %s', $this->db->esc_like( $this->db->base_prefix ) . '%' ) ) as $row ) {
			$table            = (string) array_values( $row )[0];
			$tables[ $table ] = (string) preg_replace( '/^\d+_/', '', substr( $table, strlen( $this->db->base_prefix ) ) );
		}
		return $tables;
	}

	/**
	 * What isn't published may say anything; requests of people are titled with their addresses.
	 *
	 * @param list<string> $tables Tables of posts.
	 */
	private function drop_drafts( array $tables ): void {
		foreach ( $tables as $posts ) {
			Statement::run( $this->db, "DELETE FROM %i WHERE post_status NOT IN ('publish', 'inherit') OR post_type IN ('revision', 'user_request', 'customize_changeset', 'oembed_cache')", $posts );
			Statement::run( $this->db, "DELETE FROM %i WHERE meta_key IN ('_edit_lock', '_edit_last') OR post_id NOT IN (SELECT ID FROM %i)", substr( $posts, 0, -1 ) . 'meta', $posts );
			Statement::run( $this->db, "UPDATE %i SET post_password = ''", $posts );
		}
	}

	/**
	 * @param list<string> $tables Tables of options.
	 */
	private function drop_options( array $tables ): void {
		foreach ( $tables as $table ) {
			Statement::run( $this->db, 'DELETE FROM %i WHERE option_name LIKE %s OR option_name LIKE %s', $table, $this->db->esc_like( '_transient_' ) . '%', $this->db->esc_like( '_site_transient_' ) . '%' );
			Statement::run( $this->db, "UPDATE %i SET option_value = 'staging@example.invalid' WHERE option_name IN ('admin_email', 'new_admin_email')", $table );
			Statement::run( $this->db, "DELETE FROM %i WHERE option_name IN ('adminhash', 'cron')", $table );
		}
		Statement::run( $this->db, "UPDATE %i SET meta_value = 'staging@example.invalid' WHERE meta_key IN ('admin_email', 'new_admin_email')", (string) $this->db->sitemeta );
		Statement::run( $this->db, 'DELETE FROM %i WHERE meta_key LIKE %s', (string) $this->db->sitemeta, $this->db->esc_like( '_site_transient_' ) . '%' );
	}

	private function rename_accounts(): int {
		$admins = array_map( strtolower( ... ), get_super_admins() );
		$supers = [];
		$users  = Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT ID, user_login FROM %i', $this->db->users ) );
		foreach ( $users as $row ) {
			$id = (int) $row['ID'];
			if ( in_array( strtolower( (string) $row['user_login'] ), $admins, true ) ) {
				$supers[] = "person-$id";
			}
			Statement::run( $this->db, "UPDATE %i SET user_login = %s, user_nicename = %s, user_email = %s, display_name = %s, user_pass = '*', user_url = '', user_activation_key = '' WHERE ID = %d", $this->db->users, "person-$id", "person-$id", "person-$id@example.invalid", "Person $id", $id );
		}
		Statement::run( $this->db, "UPDATE %i SET meta_value = %s WHERE meta_key = 'site_admins'", (string) $this->db->sitemeta, serialize( $supers ) );
		foreach ( Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT DISTINCT meta_key FROM %i', $this->db->usermeta ) ) as $row ) {
			if ( 1 !== preg_match( self::KEPT_USER_META, (string) $row['meta_key'] ) ) {
				Statement::run( $this->db, 'DELETE FROM %i WHERE meta_key = %s', $this->db->usermeta, (string) $row['meta_key'] );
			}
		}
		return count( $users );
	}

	/**
	 * @param string                $table   Table.
	 * @param string                $key     Its number.
	 * @param list<string>          $columns Columns.
	 * @param array<string, string> $people  What is replaced.
	 */
	private function replace( string $table, string $key, array $columns, array $people ): int {
		$done = 0;
		$last = 0;
		do {
			$rows = Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT * FROM %i WHERE %i > %d ORDER BY %i LIMIT %d', $table, $key, $last, $key, self::PAGE ) );
			foreach ( $rows as $row ) {
				$last = (int) $row[ $key ];
				foreach ( $columns as $column ) {
					$old = (string) $row[ $column ];
					$new = self::without( $old, $people );
					if ( $old !== $new ) {
						Statement::run( $this->db, 'UPDATE %i SET %i = %s WHERE %i = %d', $table, $column, $new, $key, $last );
						++$done;
					}
				}
			}
		} while ( self::PAGE === count( $rows ) );
		return $done;
	}

	/**
	 * @param string                $value  Text, perhaps serialised.
	 * @param array<string, string> $people What is replaced.
	 */
	private static function without( string $value, array $people ): string {
		$new = strtr( $value, $people );
		if ( $new === $value || ! is_serialized( $value ) ) {
			return $new;
		}
		// An object of unknown kind that names somebody: nothing of it stays.
		if ( 1 === preg_match( '/(^|[;{}])[OCE]:\d+:"/', $value ) ) {
			return '';
		}
		return serialize( map_deep( maybe_unserialize( $value ), static fn ( mixed $one ): mixed => is_string( $one ) ? strtr( $one, $people ) : $one ) );
	}
}
