<?php
/**
 * Prints every address of this portal that WordPress knows, as JSON. Run by tests/e2e/guest-gate.spec.ts through
 * "wp eval-file".
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

$lernwelt_path  = static fn ( string $url ): string => (string) substr( $url, strlen( untrailingslashit( home_url() ) ) );
$lernwelt_pages = [];
$lernwelt_data  = [];
$lernwelt_posts = get_posts(
	[
		'post_type'        => array_keys( get_post_types() ),
		'post_status'      => [ 'publish', 'draft', 'pending', 'private', 'future', 'inherit', 'trash' ],
		'numberposts'      => -1,
		'suppress_filters' => true,
		'orderby'          => 'ID',
	]
);
foreach ( $lernwelt_posts as $lernwelt_post ) {
	if ( is_post_type_viewable( $lernwelt_post->post_type ) ) {
		$lernwelt_pages[] = $lernwelt_path( (string) get_permalink( $lernwelt_post ) );
		$lernwelt_data[]  = $lernwelt_path( (string) get_post_comments_feed_link( $lernwelt_post->ID ) );
	}
}
foreach ( get_terms( [ 'hide_empty' => false ] ) as $lernwelt_term ) {
	if ( $lernwelt_term instanceof WP_Term && is_taxonomy_viewable( $lernwelt_term->taxonomy ) ) {
		$lernwelt_pages[] = $lernwelt_path( (string) get_term_link( $lernwelt_term ) );
		$lernwelt_data[]  = $lernwelt_path( (string) get_term_feed_link( $lernwelt_term->term_id, $lernwelt_term->taxonomy ) );
	}
}
wp_set_current_user( (int) get_users( [ 'role' => 'administrator', 'fields' => 'ID', 'number' => 1 ] )[0] );
foreach ( array_keys( rest_get_server()->get_routes() ) as $lernwelt_route ) {
	// A pattern's groups become a number: what is asked needn't exist.
	$lernwelt_plain  = (string) preg_replace( '#\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\??#', '1', (string) $lernwelt_route );
	$lernwelt_data[] = '/wp-json' . str_replace( [ '?', '\\', '$' ], '', $lernwelt_plain );
}
echo wp_json_encode(
	[
		'blog'   => get_current_blog_id(),
		'pages'  => array_values( array_unique( $lernwelt_pages ) ),
		'data'   => array_values( array_unique( $lernwelt_data ) ),
		'newest' => [] === $lernwelt_posts ? 0 : max( array_column( $lernwelt_posts, 'ID' ) ),
	]
);
