<?php
/**
 * State of the index.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use Lernwelt\Core\Data\Index\IndexState;
use RuntimeException;
use wpdb;

/** For each source how fresh its rows are, and the packs made of them. */
final class IndexSources {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/** Full table name on the current portal. */
	public function name(): string {
		return $this->db->prefix . 'lw_index_sources';
	}

	/** Full name of the packs' table on the current portal. */
	public function packs_name(): string {
		return $this->db->prefix . 'lw_index_packs';
	}

	/** Whether the portal's migration ran. */
	public function exists(): bool {
		return null !== $this->db->get_var( (string) $this->db->prepare( 'SHOW TABLES LIKE %s', $this->db->esc_like( $this->name() ) ) );
	}

	/**
	 * State of a source; one query, never remembered.
	 *
	 * @param string $source Source.
	 */
	public function state( string $source ): IndexState {
		$row = $this->db->get_row( (string) $this->db->prepare( 'SELECT version, rows_version, built_for FROM %i WHERE source = %s', $this->name(), $source ), ARRAY_A );
		return new IndexState( (string) ( $row['version'] ?? '' ), (string) ( $row['rows_version'] ?? '' ), (string) ( $row['built_for'] ?? '' ) );
	}

	/**
	 * Notes that answers may differ from now on. Within a transaction nobody else writes rows of the source until its end.
	 *
	 * @param string $source Source.
	 * @param bool   $rows   Whether rows changed, too: packs are out of date.
	 * @throws RuntimeException When the database refuses.
	 */
	public function changed( string $source, bool $rows ): void {
		$version = bin2hex( random_bytes( 16 ) );
		$update  = fn (): int => $rows
			? Statement::run( $this->db, 'UPDATE %i SET version = %s, rows_version = %s WHERE source = %s', $this->name(), $version, $version, $source )
			: Statement::run( $this->db, 'UPDATE %i SET version = %s WHERE source = %s', $this->name(), $version, $source );
		// The update first: two that find the row by an insert both hold a share of it, and neither gets all of it.
		if ( 0 === $update() && 0 === Statement::run( $this->db, 'INSERT IGNORE INTO %i (source, version, rows_version) VALUES (%s, %s, %s)', $this->name(), $source, $version, $version ) ) {
			$update();
		}
	}

	/**
	 * Notes that all records have their row.
	 *
	 * @param string $source    Source.
	 * @param string $built_for What the rows were made for.
	 * @throws RuntimeException When the database refuses.
	 */
	public function built( string $source, string $built_for ): void {
		Statement::run( $this->db, 'UPDATE %i SET built_for = %s WHERE source = %s', $this->name(), $built_for, $source );
	}

	/**
	 * Notes that rows may be out of date: whoever asks next has them written anew.
	 *
	 * @param list<string> $but Sources whose rows are right.
	 * @throws RuntimeException When the database refuses.
	 */
	public function outdate( array $but = [] ): void {
		foreach ( $this->db->get_col( (string) $this->db->prepare( "SELECT source FROM %i WHERE built_for <> ''", $this->name() ) ) as $source ) {
			if ( ! in_array( $source, $but, true ) ) {
				$this->built( (string) $source, '' );
			}
		}
	}

	/**
	 * Forgets a source with its packs.
	 *
	 * @param string $source Source.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget( string $source ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE source = %s', $this->packs_name(), $source );
		Statement::run( $this->db, 'DELETE FROM %i WHERE source = %s', $this->name(), $source );
	}

	/**
	 * A pack.
	 *
	 * @param string $source       Source.
	 * @param string $kind         Which.
	 * @param string $rows_version State of the rows it must be made of.
	 * @return ?string Null when there is none as fresh as that.
	 */
	public function pack( string $source, string $kind, string $rows_version ): ?string {
		return $this->db->get_var( (string) $this->db->prepare( 'SELECT data FROM %i WHERE source = %s AND kind = %s AND rows_version = %s', $this->packs_name(), $source, $kind, $rows_version ) );
	}

	/**
	 * Keeps a pack.
	 *
	 * @param string $source       Source.
	 * @param string $kind         Which.
	 * @param string $rows_version State of the rows it was made of.
	 * @param string $data         ASCII.
	 * @throws RuntimeException When the database refuses.
	 */
	public function keep_pack( string $source, string $kind, string $rows_version, string $data ): void {
		Statement::run( $this->db, 'REPLACE INTO %i (source, kind, rows_version, data) VALUES (%s, %s, %s, %s)', $this->packs_name(), $source, $kind, $rows_version, $data );
	}
}
