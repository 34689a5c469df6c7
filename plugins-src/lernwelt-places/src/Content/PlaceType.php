<?php
/**
 * The post type of places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Places\Domain\Place;

/** Registers it. */
final readonly class PlaceType {

	/** First part of a place's address; the page of this address lists all places. */
	public const SLUG = 'orte';

	/** Action `init`. */
	public function register(): void {
		register_post_type(
			Place::TYPE,
			[
				'labels'              => self::labels(),
				'description'         => __( 'Places outside school where classes learn.', 'lernwelt-places' ),
				'public'              => true,
				'has_archive'         => false,
				'exclude_from_search' => false,
				'menu_icon'           => 'dashicons-location-alt',
				'menu_position'       => 21,
				'capabilities'        => PlaceCapabilities::of_post_type(),
				'map_meta_cap'        => true,
				'supports'            => [ 'title', 'editor', 'excerpt', 'thumbnail', 'revisions', 'author', 'custom-fields' ],
				'show_in_rest'        => true,
				'rest_base'           => 'places',
				'rewrite'             => [
					'slug'       => self::SLUG,
					'with_front' => false,
					'feeds'      => false,
				],
				'template'            => [
					[ 'core/paragraph', [ 'placeholder' => __( 'What is there to see and to learn? Two or three short paragraphs.', 'lernwelt-places' ) ] ],
					[ 'lernwelt/place-details' ],
				],
			]
		);
	}

	/**
	 * Filter `enter_title_here`.
	 *
	 * @param string $text      Text so far.
	 * @param string $post_type Post type.
	 */
	public function title_placeholder( string $text, string $post_type ): string {
		return Place::TYPE === $post_type ? __( 'Name of the place', 'lernwelt-places' ) : $text;
	}

	/**
	 * @return array<string, string>
	 */
	private static function labels(): array {
		return [
			'name'                     => __( 'Learning places', 'lernwelt-places' ),
			'singular_name'            => __( 'Learning place', 'lernwelt-places' ),
			'menu_name'                => __( 'Learning places', 'lernwelt-places' ),
			'all_items'                => __( 'All learning places', 'lernwelt-places' ),
			'add_new'                  => __( 'Add learning place', 'lernwelt-places' ),
			'add_new_item'             => __( 'Add learning place', 'lernwelt-places' ),
			'new_item'                 => __( 'New learning place', 'lernwelt-places' ),
			'edit_item'                => __( 'Edit learning place', 'lernwelt-places' ),
			'view_item'                => __( 'View learning place', 'lernwelt-places' ),
			'view_items'               => __( 'View learning places', 'lernwelt-places' ),
			'search_items'             => __( 'Search learning places', 'lernwelt-places' ),
			'not_found'                => __( 'No learning places yet. Add one or import many at once.', 'lernwelt-places' ),
			'not_found_in_trash'       => __( 'No learning places in the trash.', 'lernwelt-places' ),
			'item_published'           => __( 'Learning place published.', 'lernwelt-places' ),
			'item_published_privately' => __( 'Learning place published privately.', 'lernwelt-places' ),
			'item_reverted_to_draft'   => __( 'The learning place is a draft again.', 'lernwelt-places' ),
			'item_scheduled'           => __( 'The publication of the learning place is scheduled.', 'lernwelt-places' ),
			'item_updated'             => __( 'Learning place saved.', 'lernwelt-places' ),
		];
	}
}
