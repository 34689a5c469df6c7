<?php
/**
 * The list of places in wp-admin.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use WP_Query;

/** Columns and filters that answer what editors look for: where is it, what kind is it, what is still missing. */
final readonly class PlaceList {

	/** Parameter of the filter by what is missing. */
	public const MISSING = 'missing';

	/**
	 * Filter `manage_lernwelt_place_posts_columns`.
	 *
	 * @param array<string, string> $columns Name → title.
	 * @return array<string, string>
	 */
	public function columns( array $columns ): array {
		$at = (int) array_search( 'title', array_keys( $columns ), true ) + 1;
		return array_slice( $columns, 0, $at ) + [
			'city'   => __( 'Town', 'lernwelt-places' ),
			'on_map' => __( 'On the map', 'lernwelt-places' ),
		] + $columns;
	}

	/**
	 * Action `manage_lernwelt_place_posts_custom_column`.
	 *
	 * @param string $column Name.
	 * @param int    $id     Place.
	 */
	public function print_cell( string $column, int $id ): void {
		$post = get_post( $id );
		if ( null === $post || ! in_array( $column, [ 'city', 'on_map' ], true ) ) {
			return;
		}
		$details = PlaceMeta::details( $post );
		if ( 'city' === $column ) {
			echo esc_html( '' === $details->city ? '—' : $details->city );
		} else {
			echo null === $details->coordinates ? '<strong>' . esc_html__( 'missing', 'lernwelt-places' ) . '</strong>' : esc_html__( 'yes', 'lernwelt-places' );
		}
	}

	/**
	 * Action `restrict_manage_posts`: the filters above the list.
	 *
	 * @param string               $post_type What the list shows.
	 * @param array<string, mixed> $query     Parameters of the address.
	 */
	public function print_filters( string $post_type, array $query ): void {
		if ( Place::TYPE !== $post_type ) {
			return;
		}
		$filters = [
			PlaceTaxonomy::Region->value  => [ __( 'Filter by region', 'lernwelt-places' ), __( 'All regions', 'lernwelt-places' ) ],
			PlaceTaxonomy::Kind->value    => [ __( 'Filter by kind of place', 'lernwelt-places' ), __( 'All kinds of places', 'lernwelt-places' ) ],
			PlaceTaxonomy::Subject->value => [ __( 'Filter by subject', 'lernwelt-places' ), __( 'All subjects', 'lernwelt-places' ) ],
		];
		foreach ( $filters as $taxonomy => [ $label, $all ] ) {
			$chosen = $query[ $taxonomy ] ?? '';
			echo '<label class="screen-reader-text" for="lernwelt-' . esc_attr( $taxonomy ) . '">' . esc_html( $label ) . '</label>';
			wp_dropdown_categories(
				[
					'id'              => 'lernwelt-' . $taxonomy,
					'name'            => $taxonomy,
					'taxonomy'        => $taxonomy,
					'value_field'     => 'slug',
					'selected'        => is_string( $chosen ) ? $chosen : '',
					'show_option_all' => $all,
					'hide_empty'      => false,
					'hierarchical'    => true,
					'orderby'         => 'name',
				]
			);
		}
		echo '<label class="screen-reader-text" for="lernwelt-missing">' . esc_html__( 'Filter by what is missing', 'lernwelt-places' ) . '</label>';
		echo '<select id="lernwelt-missing" name="' . esc_attr( self::MISSING ) . '"><option value="">' . esc_html__( 'Complete or not', 'lernwelt-places' ) . '</option>';
		echo '<option value="map"' . selected( $query[ self::MISSING ] ?? '', 'map', false ) . '>' . esc_html__( 'Not on the map yet', 'lernwelt-places' ) . '</option></select>';
	}

	/**
	 * Action `pre_get_posts`: places without coordinates.
	 *
	 * @param WP_Query             $query  A query.
	 * @param array<string, mixed> $values Parameters of the address.
	 */
	public function filter( WP_Query $query, array $values ): void {
		if ( ! is_admin() || ! $query->is_main_query() || Place::TYPE !== $query->get( 'post_type' ) || 'map' !== ( $values[ self::MISSING ] ?? '' ) ) {
			return;
		}
		$query->set(
			'meta_query',
			[
				'relation' => 'OR',
				[
					'key'     => PlaceDetails::META,
					'compare' => 'NOT EXISTS',
				],
				[
					'key'     => PlaceDetails::META,
					// The value is one serialised array; only places with coordinates have this key in it.
					'value'   => '"lat";d:',
					'compare' => 'NOT LIKE',
				],
			]
		);
	}
}
