<?php
/**
 * What hangs on a place's post.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use RuntimeException;
use WP_Term;
use wpdb;

/** Meta values and terms. */
final class PlaceParts {

	/** @var array<string, array<string, int>> Taxonomy → slug → term_taxonomy_id; for one batch. */
	private array $terms = [];

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/**
	 * Writes the parts of new posts.
	 *
	 * @param array<int, Place> $places Post → place.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( array $places ): void {
		$metas       = [];
		$relations   = [];
		$this->terms = $this->terms();
		foreach ( $places as $id => $place ) {
			$details = $place->details->to_array();
			if ( [] !== $details ) {
				$metas[] = [ $id, PlaceDetails::META, serialize( $details ) ]; // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions -- what update_post_meta() does.
			}
			if ( '' !== $place->details->note ) {
				$metas[] = [ $id, PlaceDetails::NOTE_META, $place->details->note ];
			}
			foreach ( $place->terms as $taxonomy => $slugs ) {
				foreach ( $slugs as $slug ) {
					$relations[ $this->terms[ $taxonomy ][ $slug ] ?? throw new RuntimeException( "There is no term \"$slug\" in $taxonomy." ) ][] = $id;
				}
			}
		}
		Bulk::insert( $this->db, $this->db->postmeta, [ 'post_id', 'meta_key', 'meta_value' ], $metas );
		foreach ( $relations as $term => $ids ) {
			// Shorter than a list of rows: SQLite's driver reads every word of a statement in PHP.
			Bulk::run( $this->db, (string) $this->db->prepare( 'INSERT IGNORE INTO %i (object_id, term_taxonomy_id, term_order) SELECT ID, %d, 0 FROM %i WHERE ID IN ', $this->db->term_relationships, $term, $this->db->posts ) . Bulk::values( $ids ) );
		}
	}

	/**
	 * Writes the parts of posts that have old ones. Other meta values and other taxonomies stay.
	 *
	 * @param array<int, Place> $places Post → place.
	 * @throws RuntimeException When the database refuses.
	 */
	public function replace( array $places ): void {
		$ids = Bulk::values( array_keys( $places ) );
		Bulk::run( $this->db, (string) $this->db->prepare( 'DELETE FROM %i WHERE meta_key IN (%s, %s) AND post_id IN ', $this->db->postmeta, PlaceDetails::META, PlaceDetails::NOTE_META ) . $ids );
		$ours = array_merge( ...array_values( array_map( array_values( ... ), $this->terms() ) ) );
		if ( [] !== $ours ) {
			Bulk::run( $this->db, (string) $this->db->prepare( 'DELETE FROM %i WHERE term_taxonomy_id IN ', $this->db->term_relationships ) . Bulk::values( $ours ) . " AND object_id IN $ids" );
		}
		$this->add( $places );
	}

	/**
	 * @return array<string, array<string, int>> Taxonomy → slug → term_taxonomy_id.
	 */
	private function terms(): array {
		$terms = [];
		$found = get_terms(
			[
				'taxonomy'   => array_map( static fn ( PlaceTaxonomy $taxonomy ): string => $taxonomy->value, PlaceTaxonomy::cases() ),
				'hide_empty' => false,
			]
		);
		foreach ( is_array( $found ) ? $found : [] as $term ) {
			if ( $term instanceof WP_Term ) {
				$terms[ $term->taxonomy ][ $term->slug ] = $term->term_taxonomy_id;
			}
		}
		return $terms;
	}
}
