<?php
/**
 * Stored origins.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\Runs\Origin;
use Lernwelt\Places\Domain\Runs\OriginStore;
use Lernwelt\Places\Domain\Runs\Run;
use wpdb;

/** Tables `lw_place_origins` and, for dry runs, `lw_place_notes`. */
final readonly class OriginTable implements OriginStore {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function find( string $source, array $keys ): array {
		$origins = [];
		foreach ( array_chunk( $keys, Bulk::ROWS ) as $portion ) {
			$sql = (string) $this->db->prepare( 'SELECT * FROM %i WHERE source = %s AND id_key IN ', $this->name(), $source ) . Bulk::values( $portion );
			foreach ( Bulk::rows( $this->db, $sql ) as $row ) {
				$origins[ (string) $row['id_key'] ] = self::origin( $row );
			}
		}
		return $origins;
	}

	public function put( string $source, array $origins ): void {
		$rows    = array_map(
			static fn ( Origin $origin ): array => [ $source, $origin->key, mb_substr( $origin->external_id, 0, 250 ), $origin->post_id, $origin->hash, $origin->seen_run, $origin->missing_runs, (int) $origin->hidden ],
			$origins
		);
		$columns = [ 'source', 'id_key', 'external_id', 'post_id', 'hash', 'seen_run', 'missing_runs', 'hidden' ];
		Bulk::insert( $this->db, $this->name(), $columns, $rows, '', [ 'post_id', 'hash', 'seen_run', 'missing_runs', 'hidden' ] );
	}

	public function seen( string $source, array $keys, int $run ): void {
		foreach ( array_chunk( $keys, Bulk::ROWS ) as $portion ) {
			Bulk::run( $this->db, (string) $this->db->prepare( 'UPDATE %i SET seen_run = %d, missing_runs = 0 WHERE source = %s AND id_key IN ', $this->name(), $run, $source ) . Bulk::values( $portion ) );
		}
	}

	public function note( int $run, array $keys ): void {
		Bulk::insert( $this->db, $this->notes(), [ 'run_id', 'id_key' ], array_map( static fn ( string $key ): array => [ $run, $key ], $keys ), 'IGNORE' );
	}

	public function noted( int $run, array $keys ): array {
		$noted = [];
		foreach ( array_chunk( $keys, Bulk::ROWS ) as $portion ) {
			$sql   = (string) $this->db->prepare( 'SELECT id_key FROM %i WHERE run_id = %d AND id_key IN ', $this->notes(), $run ) . Bulk::values( $portion );
			$noted = [ ...$noted, ...array_map( strval( ... ), array_column( Bulk::rows( $this->db, $sql ), 'id_key' ) ) ];
		}
		return $noted;
	}

	public function forget_notes( int $run ): void {
		Statement::run( $this->db, 'DELETE FROM %i WHERE run_id = %d', $this->notes(), $run );
	}

	public function vanished( Run $run, int $after ): array {
		$unseen = $this->unseen( $run );
		$sql    = "SELECT COUNT(*) AS published, SUM(CASE WHEN $unseen THEN 1 ELSE 0 END) AS vanished, SUM(CASE WHEN $unseen AND o.missing_runs + 1 >= $after THEN 1 ELSE 0 END) AS due FROM " . $this->published( $run );
		$row    = Bulk::rows( $this->db, $sql )[0];
		return [
			'published' => (int) $row['published'],
			'vanished'  => (int) $row['vanished'],
			'due'       => (int) $row['due'],
		];
	}

	public function is_counting( Run $run ): bool {
		return [] !== Bulk::rows( $this->db, 'SELECT o.post_id FROM ' . $this->published( $run ) . ' AND o.missing_runs > 0 LIMIT 1' );
	}

	public function due( Run $run, int $after, int $limit ): array {
		$sql = 'SELECT o.* FROM ' . $this->published( $run ) . ' AND ' . $this->unseen( $run ) . $this->db->prepare( ' AND o.missing_runs + 1 >= %d ORDER BY o.id_key LIMIT %d', $after, $limit );
		return array_map( self::origin( ... ), Bulk::rows( $this->db, $sql ) );
	}

	public function hide( string $source, array $keys ): void {
		Bulk::run( $this->db, (string) $this->db->prepare( 'UPDATE %i SET hidden = 1 WHERE source = %s AND id_key IN ', $this->name(), $source ) . Bulk::values( $keys ) );
	}

	public function count_missing( Run $run ): void {
		Statement::run( $this->db, 'UPDATE %i SET missing_runs = missing_runs + 1 WHERE source = %s AND seen_run <> %d', $this->name(), $run->source, $run->id );
	}

	public function of_post( int $post_id ): ?array {
		$row = Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT source, external_id FROM %i WHERE post_id = %d LIMIT 1', $this->name(), $post_id ) )[0] ?? null;
		return null === $row ? null : [
			'source'      => (string) $row['source'],
			'external_id' => (string) $row['external_id'],
		];
	}

	/** The published places of a run's source. */
	private function published( Run $run ): string {
		return (string) $this->db->prepare( "%i o JOIN %i p ON p.ID = o.post_id WHERE o.source = %s AND p.post_type = %s AND p.post_status = 'publish'", $this->name(), $this->db->posts, $run->source, Place::TYPE );
	}

	/** Condition: the run did not see the record. */
	private function unseen( Run $run ): string {
		return $run->dry_run
			? (string) $this->db->prepare( 'NOT EXISTS (SELECT 1 FROM %i n WHERE n.run_id = %d AND n.id_key = o.id_key)', $this->notes(), $run->id )
			: (string) $this->db->prepare( 'o.seen_run <> %d', $run->id );
	}

	private function name(): string {
		return $this->db->prefix . 'lw_place_origins';
	}

	private function notes(): string {
		return $this->db->prefix . 'lw_place_notes';
	}

	/**
	 * @param array<string, string|null> $row Stored row.
	 */
	private static function origin( array $row ): Origin {
		return new Origin( (string) $row['id_key'], (string) $row['external_id'], (int) $row['post_id'], (string) $row['hash'], (int) $row['seen_run'], (int) $row['missing_runs'], '0' !== (string) $row['hidden'] );
	}
}
