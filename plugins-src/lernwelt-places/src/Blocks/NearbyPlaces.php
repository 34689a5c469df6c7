<?php
/**
 * What stands below a place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Blocks;

use Lernwelt\Places\Content\PlaceMeta;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Neighbours;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use WP_Post;

/** Nearby places as cards. The number of queries doesn't depend on how many places there are. */
final readonly class NearbyPlaces {

	private const LIMIT = 3;

	/**
	 * @param Neighbours $neighbours Knows who is near.
	 */
	public function __construct( private Neighbours $neighbours ) {}

	/**
	 * Filter `lernwelt_related`.
	 *
	 * @param mixed   $related Decided so far.
	 * @param WP_Post $post    The record shown.
	 * @return mixed Title, cards and link for a place with neighbours.
	 */
	public function below( mixed $related, WP_Post $post ): mixed {
		$centre = Place::TYPE === $post->post_type ? PlaceMeta::details( $post )->coordinates : null;
		if ( null === $centre ) {
			return $related;
		}
		$distances = $this->neighbours->around( $centre, $post->ID, self::LIMIT );
		$posts     = [] === $distances ? [] : get_posts(
			[
				'post_type'      => Place::TYPE,
				'post_status'    => 'publish',
				'post__in'       => array_keys( $distances ),
				'orderby'        => 'post__in',
				'posts_per_page' => self::LIMIT,
			]
		);
		$overview  = PlacePage::overview();
		return [] === $posts ? $related : [
			'title' => __( 'Nearby learning places', 'lernwelt-places' ),
			'cards' => array_map(
				static fn ( WP_Post $near ): array => [
					'post' => $near,
					'note' => self::distance( $distances[ $near->ID ] ),
				],
				$posts
			),
			'link'  => [
				'url'  => $overview,
				'text' => __( 'All learning places', 'lernwelt-places' ),
			],
		];
	}

	/**
	 * Filter `lernwelt_card_tags`: kind and subjects of a place.
	 *
	 * @param mixed   $names Words so far.
	 * @param WP_Post $post  What the card is about.
	 */
	public function tags( mixed $names, WP_Post $post ): mixed {
		if ( Place::TYPE !== $post->post_type ) {
			return $names;
		}
		$tags = [];
		foreach ( [ PlaceTaxonomy::Kind, PlaceTaxonomy::Subject ] as $taxonomy ) {
			$tags = [ ...$tags, ...array_values( Taxonomies::of( $post, $taxonomy ) ) ];
		}
		return $tags;
	}

	private static function distance( float $kilometres ): string {
		return $kilometres < 1
			? __( 'less than 1 km away', 'lernwelt-places' )
			: sprintf( /* translators: %s: number of kilometres. */ __( '%s km away as the crow flies', 'lernwelt-places' ), number_format_i18n( $kilometres, $kilometres < 10 ? 1 : 0 ) );
	}
}
