<?php
/**
 * The word lists of places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Core\Schemas;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use RuntimeException;
use WP_Post;
use WP_Term;

/** Registers the four taxonomies and fills them once. They have no archives: the data view filters by them. */
final readonly class Taxonomies {

	/**
	 * @param string $seeds JSON file: taxonomy → terms with slug and name.
	 */
	public function __construct( private string $seeds ) {}

	/** Action `init`. */
	public function register(): void {
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			register_taxonomy(
				$taxonomy->value,
				Place::TYPE,
				[
					'labels'            => $this->labels( $taxonomy ),
					'hierarchical'      => true,
					'public'            => false,
					'show_ui'           => true,
					'show_in_rest'      => true,
					'show_tagcloud'     => false,
					'show_admin_column' => PlaceTaxonomy::Region === $taxonomy || PlaceTaxonomy::Kind === $taxonomy,
					'rewrite'           => false,
					'capabilities'      => PlaceCapabilities::of_taxonomies(),
				]
			);
		}
	}

	/**
	 * Creates the terms that are missing; existing ones keep the names editors gave them. Also right after activation,
	 * when WordPress doesn't know the taxonomies yet.
	 *
	 * @throws RuntimeException When WordPress refuses a term.
	 */
	public function seed(): void {
		if ( ! taxonomy_exists( PlaceTaxonomy::Region->value ) ) {
			$this->register();
		}
		foreach ( Schemas::read( $this->seeds ) as $taxonomy => $terms ) {
			foreach ( $terms as $term ) {
				if ( null !== term_exists( $term['slug'], $taxonomy ) ) {
					continue;
				}
				$created = wp_insert_term( $term['name'], $taxonomy, [ 'slug' => $term['slug'] ] );
				if ( is_wp_error( $created ) ) {
					throw new RuntimeException( "The term {$term['slug']} of $taxonomy can't be created: " . $created->get_error_message() );
				}
			}
		}
	}

	/**
	 * Slugs and names of all terms, for imports and filters.
	 *
	 * @return array<string, array<string, string>> Taxonomy → slug → name, in German order.
	 */
	public static function terms(): array {
		$terms = array_fill_keys( array_map( static fn ( PlaceTaxonomy $taxonomy ): string => $taxonomy->value, PlaceTaxonomy::cases() ), [] );
		$found = get_terms(
			[
				'taxonomy'   => array_keys( $terms ),
				'hide_empty' => false,
				'orderby'    => 'term_id',
			]
		);
		foreach ( is_array( $found ) ? $found : [] as $term ) {
			$terms[ $term->taxonomy ][ $term->slug ] = $term->name;
		}
		return $terms;
	}

	/**
	 * A place's words of one taxonomy, in the order in which they were made: schools by age, not by letter.
	 *
	 * @param WP_Post       $post     A place.
	 * @param PlaceTaxonomy $taxonomy Taxonomy.
	 * @return array<string, string> Slug → name.
	 */
	public static function of( WP_Post $post, PlaceTaxonomy $taxonomy ): array {
		$terms = get_the_terms( $post, $taxonomy->value );
		$terms = is_array( $terms ) ? $terms : [];
		usort( $terms, static fn ( WP_Term $one, WP_Term $other ): int => $one->term_id <=> $other->term_id );
		return array_column( $terms, 'name', 'slug' );
	}

	/**
	 * @param PlaceTaxonomy $taxonomy Taxonomy.
	 * @return array<string, string>
	 */
	private function labels( PlaceTaxonomy $taxonomy ): array {
		return match ( $taxonomy ) {
			PlaceTaxonomy::Region   => [
				'name'          => __( 'Regions', 'lernwelt-places' ),
				'singular_name' => __( 'Region', 'lernwelt-places' ),
				'add_new_item'  => __( 'Add region', 'lernwelt-places' ),
				'edit_item'     => __( 'Edit region', 'lernwelt-places' ),
				'search_items'  => __( 'Search regions', 'lernwelt-places' ),
				'all_items'     => __( 'All regions', 'lernwelt-places' ),
				'not_found'     => __( 'No regions found.', 'lernwelt-places' ),
			],
			PlaceTaxonomy::Subject  => [
				'name'          => __( 'Subjects', 'lernwelt-places' ),
				'singular_name' => __( 'Subject', 'lernwelt-places' ),
				'add_new_item'  => __( 'Add subject', 'lernwelt-places' ),
				'edit_item'     => __( 'Edit subject', 'lernwelt-places' ),
				'search_items'  => __( 'Search subjects', 'lernwelt-places' ),
				'all_items'     => __( 'All subjects', 'lernwelt-places' ),
				'not_found'     => __( 'No subjects found.', 'lernwelt-places' ),
			],
			PlaceTaxonomy::Audience => [
				'name'          => __( 'For whom', 'lernwelt-places' ),
				'singular_name' => __( 'Target group', 'lernwelt-places' ),
				'add_new_item'  => __( 'Add target group', 'lernwelt-places' ),
				'edit_item'     => __( 'Edit target group', 'lernwelt-places' ),
				'search_items'  => __( 'Search target groups', 'lernwelt-places' ),
				'all_items'     => __( 'All target groups', 'lernwelt-places' ),
				'not_found'     => __( 'No target groups found.', 'lernwelt-places' ),
			],
			PlaceTaxonomy::Kind     => [
				'name'          => __( 'Kinds of places', 'lernwelt-places' ),
				'singular_name' => __( 'Kind of place', 'lernwelt-places' ),
				'add_new_item'  => __( 'Add kind of place', 'lernwelt-places' ),
				'edit_item'     => __( 'Edit kind of place', 'lernwelt-places' ),
				'search_items'  => __( 'Search kinds of places', 'lernwelt-places' ),
				'all_items'     => __( 'All kinds of places', 'lernwelt-places' ),
				'not_found'     => __( 'No kinds of places found.', 'lernwelt-places' ),
			],
		};
	}
}
