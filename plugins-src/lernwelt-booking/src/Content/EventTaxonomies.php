<?php
/**
 * The word lists of events.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\TermNames;
use RuntimeException;
use WP_Term;

/** Registers the two taxonomies and fills them once. They have no archives: the data view filters by them. */
final readonly class EventTaxonomies {

	/** Target groups. */
	public const AUDIENCE = 'event_audience';

	/** Subjects. */
	public const SUBJECT = 'event_subject';

	/**
	 * @param string $seeds JSON file: taxonomy → terms with slug and name.
	 */
	public function __construct( private string $seeds ) {}

	/** Action `init`. */
	public function register(): void {
		foreach ( self::labels() as $taxonomy => $labels ) {
			register_taxonomy(
				$taxonomy,
				Event::TYPE,
				[
					'labels'            => $labels,
					'hierarchical'      => true,
					'public'            => false,
					'show_ui'           => true,
					'show_in_rest'      => true,
					'show_tagcloud'     => false,
					'show_admin_column' => true,
					'rewrite'           => false,
					'capabilities'      => BookingCapabilities::of_taxonomies(),
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
		if ( ! taxonomy_exists( self::AUDIENCE ) ) {
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
	 * An event's words of one taxonomy, in the order in which they were made.
	 *
	 * @param int    $event_id Post.
	 * @param string $taxonomy One of the constants.
	 * @return array<string, string> Slug → name.
	 */
	public static function of( int $event_id, string $taxonomy ): array {
		$terms = get_the_terms( $event_id, $taxonomy );
		$terms = is_array( $terms ) ? $terms : [];
		usort( $terms, static fn ( WP_Term $one, WP_Term $other ): int => $one->term_id <=> $other->term_id );
		return array_column( $terms, 'name', 'slug' );
	}

	/**
	 * All words of a taxonomy, in the order in which they were made.
	 *
	 * @param string $taxonomy One of the constants.
	 * @return array<string, string> Slug → name.
	 */
	public static function all( string $taxonomy ): array {
		return TermNames::all( $taxonomy );
	}

	/**
	 * @return array<string, array<string, string>>
	 */
	private static function labels(): array {
		return [
			self::AUDIENCE => [
				'name'          => __( 'Target groups', 'lernwelt-booking' ),
				'singular_name' => __( 'Target group', 'lernwelt-booking' ),
				'add_new_item'  => __( 'Add target group', 'lernwelt-booking' ),
				'edit_item'     => __( 'Edit target group', 'lernwelt-booking' ),
				'search_items'  => __( 'Search target groups', 'lernwelt-booking' ),
				'all_items'     => __( 'All target groups', 'lernwelt-booking' ),
				'not_found'     => __( 'No target groups found.', 'lernwelt-booking' ),
			],
			self::SUBJECT  => [
				'name'          => __( 'Subjects', 'lernwelt-booking' ),
				'singular_name' => _x( 'Subject', 'of an event', 'lernwelt-booking' ),
				'add_new_item'  => __( 'Add subject', 'lernwelt-booking' ),
				'edit_item'     => __( 'Edit subject', 'lernwelt-booking' ),
				'search_items'  => __( 'Search subjects', 'lernwelt-booking' ),
				'all_items'     => __( 'All subjects', 'lernwelt-booking' ),
				'not_found'     => __( 'No subjects found.', 'lernwelt-booking' ),
			],
		];
	}
}
