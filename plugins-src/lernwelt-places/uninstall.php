<?php
/**
 * Removes what the plugin stored, on every portal: places, their words, tables, settings.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

foreach ( get_sites( [ 'fields' => 'ids', 'number' => 0 ] ) as $lernwelt_places_site ) {
	switch_to_blog( (int) $lernwelt_places_site );
	// Pictures stay: they belong to the media library.
	foreach ( get_posts( [ 'post_type' => 'lernwelt_place', 'post_status' => [ 'any', 'trash', 'auto-draft' ], 'fields' => 'ids', 'posts_per_page' => -1, 'suppress_filters' => true ] ) as $lernwelt_places_id ) {
		wp_delete_post( (int) $lernwelt_places_id, true );
	}
	// The plugin isn't loaded, so WordPress doesn't know the taxonomies any more.
	foreach ( [ 'place_region', 'place_subject', 'place_audience', 'place_kind' ] as $lernwelt_places_taxonomy ) {
		register_taxonomy( $lernwelt_places_taxonomy, [], [ 'public' => false ] );
		$lernwelt_places_terms = get_terms( [ 'taxonomy' => $lernwelt_places_taxonomy, 'hide_empty' => false, 'fields' => 'ids' ] );
		foreach ( is_array( $lernwelt_places_terms ) ? $lernwelt_places_terms : [] as $lernwelt_places_term ) {
			wp_delete_term( (int) $lernwelt_places_term, $lernwelt_places_taxonomy );
		}
	}
	delete_option( 'rewrite_rules' );
	restore_current_blog();
}
