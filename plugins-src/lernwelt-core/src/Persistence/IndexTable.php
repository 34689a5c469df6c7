<?php
/**
 * Rows of the index.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use Lernwelt\Core\Geo\Coordinates;
use RuntimeException;
use wpdb;

/** One row for each record of each source of the current portal. */
final class IndexTable {

	/** Rows a statement writes: SQLite's driver needs memory for each. */
	public const BATCH = 200;

	/** Kilometres of one degree of latitude. */
	private const DEGREE = 111.195;

	private const COLUMNS = [ 'record_id', 'hash', 'title', 'title_key', 'search', 'terms', 'capability', 'lat', 'lng', 'sort_keys' ];

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/** Full table name on the current portal. */
	public function name(): string {
		return $this->db->prefix . 'lw_index';
	}

	/**
	 * Writes rows, new ones and changed ones.
	 *
	 * @param string                                             $source Source.
	 * @param list<array<string, string|int|float|null>> $rows   Rows with all columns but the source, at most {@see BATCH}.
	 * @throws RuntimeException When the database refuses.
	 */
	public function put( string $source, array $rows ): void {
		$values = [];
		foreach ( $rows as $row ) {
			$line = [ $this->text( $source ) ];
			foreach ( self::COLUMNS as $column ) {
				$value  = $row[ $column ];
				$line[] = match ( true ) {
					null === $value => 'NULL',
					is_string( $value ) => $this->text( $value ),
					default => (string) wp_json_encode( $value ),
				};
			}
			$values[] = '(' . implode( ',', $line ) . ')';
		}
		Statement::run_prepared( $this->db, sprintf( 'REPLACE INTO `%s` (source, %s) VALUES %s', $this->name(), implode( ', ', self::COLUMNS ), implode( ',', $values ) ) );
	}

	/**
	 * Hashes of rows that exist.
	 *
	 * @param string    $source Source.
	 * @param list<int> $ids    Ids.
	 * @return array<int, string> Id → hash.
	 */
	public function hashes( string $source, array $ids ): array {
		$hashes = [];
		foreach ( $this->db->get_results( $this->select( 'record_id, hash', $source, $ids ), ARRAY_N ) ?? [] as $row ) {
			$hashes[ (int) $row[0] ] = (string) $row[1];
		}
		return $hashes;
	}

	/**
	 * Deletes rows.
	 *
	 * @param string    $source Source.
	 * @param list<int> $ids    Ids.
	 * @return int How many there were.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( string $source, array $ids ): int {
		$removed = 0;
		foreach ( array_chunk( $ids, 500 ) as $chunk ) {
			$removed += Statement::run_prepared( $this->db, sprintf( 'DELETE FROM `%s` WHERE source = %s AND record_id IN (%s)', $this->name(), $this->text( $source ), implode( ',', $chunk ) ) );
		}
		return $removed;
	}

	/**
	 * Deletes a source's rows.
	 *
	 * @param string $source Source.
	 * @throws RuntimeException When the database refuses.
	 */
	public function clear( string $source ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE source = %s', $this->name(), $source );
	}

	/**
	 * Ids of all rows of a source.
	 *
	 * @param string $source Source.
	 * @return list<int>
	 */
	public function ids( string $source ): array {
		return array_map( intval( ... ), $this->db->get_col( $this->select( 'record_id', $source ) ) );
	}

	/**
	 * Ids of rows whose text has all words.
	 *
	 * @param string             $source Source.
	 * @param non-empty-list<string> $words  Folded words: letters and digits.
	 * @return list<int>
	 */
	public function search( string $source, array $words ): array {
		$conditions = array_map( fn ( string $word ): string => ' AND search LIKE ' . $this->text( '%' . $this->db->esc_like( $word ) . '%' ), $words );
		return array_map( intval( ... ), $this->db->get_col( $this->select( 'record_id', $source ) . implode( '', $conditions ) ) );
	}

	/**
	 * Rows for everybody in a square around a point, the nearest first.
	 *
	 * @param string      $source     Source.
	 * @param Coordinates $centre     Point.
	 * @param float       $kilometres Half the square's side.
	 * @param int         $except     Id that doesn't count.
	 * @param int         $limit      How many at most.
	 * @return array<int, Coordinates> Id → where it is.
	 */
	public function near( string $source, Coordinates $centre, float $kilometres, int $except, int $limit ): array {
		$narrow = cos( deg2rad( $centre->lat ) );
		$north  = $kilometres / self::DEGREE;
		$east   = $north / $narrow;
		$where  = " AND capability = '' AND record_id <> %d AND lat BETWEEN %f AND %f AND lng BETWEEN %f AND %f";
		$order  = ' ORDER BY (lat - %f) * (lat - %f) + (lng - %f) * (lng - %f) * %f, record_id LIMIT %d';
		$rows   = $this->db->get_results(
			$this->select( 'record_id, lat, lng', $source ) . $this->db->prepare(
				$where . $order,
				...[ $except, $centre->lat - $north, $centre->lat + $north, $centre->lng - $east, $centre->lng + $east ],
				...[ $centre->lat, $centre->lat, $centre->lng, $centre->lng, $narrow * $narrow, $limit ]
			),
			ARRAY_N
		);
		$near   = [];
		foreach ( $rows ?? [] as [ $id, $lat, $lng ] ) {
			$near[ (int) $id ] = new Coordinates( (float) $lat, (float) $lng );
		}
		return $near;
	}

	/**
	 * What the packs are made of, some rows at a time.
	 *
	 * @param string $source Source.
	 * @return iterable<array{int, string, string, string, string, ?float, ?float, string}> Id, title, title key, terms, capability, latitude, longitude, sort keys.
	 */
	public function rows( string $source ): iterable {
		$after = 0;
		do {
			$sql  = $this->select( 'record_id, title, title_key, terms, capability, lat, lng, sort_keys', $source ) . " AND record_id > $after ORDER BY record_id LIMIT 2000";
			$rows = $this->db->get_results( $sql, ARRAY_N ) ?? [];
			foreach ( $rows as [ $id, $title, $key, $terms, $capability, $lat, $lng, $sort ] ) {
				$after = (int) $id;
				yield [ $after, (string) $title, (string) $key, (string) $terms, (string) $capability, null === $lat ? null : (float) $lat, null === $lng ? null : (float) $lng, (string) $sort ];
			}
		} while ( 2000 === count( $rows ) );
		$this->db->flush();
	}

	/**
	 * @param string     $columns Columns.
	 * @param string     $source  Source.
	 * @param ?list<int> $ids     Only these.
	 */
	private function select( string $columns, string $source, ?array $ids = null ): string {
		$sql = sprintf( 'SELECT %s FROM `%s` WHERE source = %s', $columns, $this->name(), $this->text( $source ) );
		return null === $ids ? $sql : $sql . ' AND record_id IN (' . implode( ',', $ids ) . ')';
	}

	private function text( string $value ): string {
		// prepare() would look for placeholders in every one of some thousand values.
		return "'" . $this->db->_real_escape( $value ) . "'";
	}
}
