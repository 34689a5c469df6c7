<?php
/**
 * What remembers places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use wpdb;

/** Object cache and numbers of places per term, kept right without the hooks of single posts. */
final readonly class PlaceCaches {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/**
	 * Takes posts out of the object cache.
	 *
	 * @param list<int> $ids Posts.
	 */
	public function drop( array $ids ): void {
		wp_cache_delete_multiple( $ids, 'posts' );
		wp_cache_delete_multiple( $ids, 'post_meta' );
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			wp_cache_delete_multiple( $ids, "{$taxonomy->value}_relationships" );
		}
	}

	/**
	 * After a batch: what was cached about single posts, about lists of posts and about numbers of posts is no longer right.
	 * A persistent cache shares these entries with all servers; nothing is flushed there as a whole.
	 *
	 * @param list<int> $created New posts: nobody can have cached them, but this process did, to index them.
	 * @param list<int> $changed Posts that others may have cached; whoever caches pages hears `clean_post_cache` for each.
	 */
	public function forget( array $created, array $changed ): void {
		$this->drop( [ ...$created, ...$changed ] );
		foreach ( $changed as $id ) {
			clean_post_cache( $id );
		}
		wp_cache_set_posts_last_changed();
		wp_cache_set_last_changed( 'terms' );
		wp_cache_delete( 'wp_get_archives', 'general' );
		foreach ( [ '', 'readable' ] as $permission ) {
			wp_cache_delete( _count_posts_cache_key( Place::TYPE, $permission ), 'counts' );
		}
		foreach ( [ 'server', 'gmt', 'blog' ] as $timezone ) {
			wp_cache_delete_multiple( [ "lastpostmodified:$timezone", "lastpostdate:$timezone", "lastpostdate:$timezone:" . Place::TYPE ], 'timeinfo' );
		}
		$this->drop( $changed );
		$this->let_go();
		PageChanges::changed( PageParts::posts( Place::TYPE ), PageParts::LOST, ...array_map( PageParts::post( ... ), $changed ), ...array_map( PageParts::link( ... ), $changed ) );
	}

	/**
	 * Indexing asked for the terms of a batch, and WordPress keeps such answers as long as the process lives: 3 kB a place.
	 * They are out of date anyway; a persistent cache drops its own in time.
	 */
	private function let_go(): void {
		if ( wp_using_ext_object_cache() ) {
			wp_cache_flush_runtime();
		} else {
			wp_cache_flush_group( 'term-queries' );
		}
	}

	/** Corrects the numbers of published places of the terms whose number is wrong. */
	public function recount(): void {
		$taxonomies = array_map( static fn ( PlaceTaxonomy $taxonomy ): string => $taxonomy->value, PlaceTaxonomy::cases() );
		$right      = array_map(
			intval( ... ),
			array_column(
				Bulk::rows(
					$this->db,
					(string) $this->db->prepare( "SELECT r.term_taxonomy_id AS id, COUNT(*) AS number FROM %i r JOIN %i p ON p.ID = r.object_id WHERE p.post_type = %s AND p.post_status = 'publish' GROUP BY r.term_taxonomy_id", $this->db->term_relationships, $this->db->posts, Place::TYPE )
				),
				'number',
				'id'
			)
		);
		$wrong      = [];
		$sql        = (string) $this->db->prepare( 'SELECT term_taxonomy_id, taxonomy, count FROM %i WHERE taxonomy IN ', $this->db->term_taxonomy ) . Bulk::values( $taxonomies );
		foreach ( Bulk::rows( $this->db, $sql ) as $row ) {
			if ( (int) $row['count'] !== ( $right[ (int) $row['term_taxonomy_id'] ] ?? 0 ) ) {
				$wrong[ (string) $row['taxonomy'] ][] = (int) $row['term_taxonomy_id'];
			}
		}
		foreach ( $wrong as $taxonomy => $terms ) {
			wp_update_term_count_now( $terms, $taxonomy );
		}
	}
}
