<?php
/**
 * Makes views of the place shown.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Blocks;

use Lernwelt\Places\Content\PlaceType;
use Lernwelt\Places\Content\StoredPlace;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use Lernwelt\Places\Domain\StructuredData;
use WP_Post;

/** Reads what the templates of places need. */
final readonly class PlacePage {

	/** The view of the place the page is about, an empty one outside of places. */
	public function view(): PlaceDetailsView {
		$post  = get_post();
		$place = $post instanceof WP_Post && Place::TYPE === $post->post_type && ! post_password_required( $post ) ? StoredPlace::of( $post ) : null;
		return new PlaceDetailsView( $place ?? new Place( '–' ), null === $post || null === $place ? [] : self::terms( $post ), self::overview() );
	}

	/** Action `wp_head`: describes the place for search engines. */
	public function print_structured_data(): void {
		$post  = is_singular( Place::TYPE ) ? get_post() : null;
		$place = $post instanceof WP_Post && 'publish' === $post->post_status && '' === $post->post_password ? StoredPlace::of( $post ) : null;
		if ( null === $post || null === $place ) {
			return;
		}
		$data = StructuredData::of(
			$place,
			(string) get_permalink( $post ),
			(string) get_the_post_thumbnail_url( $post, 'full' ),
			[
				'free'       => __( 'Free of charge for classes', 'lernwelt-places' ),
				'accessible' => __( 'Barrier-free', 'lernwelt-places' ),
			]
		);
		wp_print_inline_script_tag( (string) wp_json_encode( $data, JSON_HEX_TAG | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE ), [ 'type' => 'application/ld+json' ] );
	}

	/** Address of the page that lists all places, '' when there is none. */
	public static function overview(): string {
		$page = get_page_by_path( PlaceType::SLUG );
		return $page instanceof WP_Post && 'publish' === $page->post_status ? (string) get_permalink( $page ) : '';
	}

	/**
	 * @param WP_Post $post A place.
	 * @return array<string, array<string, string>> Taxonomy → slug → name.
	 */
	private static function terms( WP_Post $post ): array {
		$terms = [];
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			$terms[ $taxonomy->value ] = Taxonomies::of( $post, $taxonomy );
		}
		return $terms;
	}
}
