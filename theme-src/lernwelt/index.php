<?php
/**
 * List of articles: all of them, or those of a category, a tag, a month.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

global $wp_query;

$lernwelt_page  = is_home() ? get_post( (int) get_option( 'page_for_posts' ) ) : null;
$lernwelt_title = is_home() ? single_post_title( '', false ) : get_the_archive_title();

get_header();
get_template_part(
	'parts/page-head',
	null,
	[
		'title' => wp_strip_all_tags( (string) $lernwelt_title ),
		'lead'  => $lernwelt_page instanceof WP_Post ? $lernwelt_page->post_excerpt : wp_strip_all_tags( get_the_archive_description() ),
		'seed'  => 'aktuelles',
	]
);
?>
<div class="container-xxl lw-list">
	<?php
	if ( have_posts() ) {
		get_template_part( 'parts/cards', null, [ 'cards' => lernwelt_theme()->cards->all( $wp_query->posts ) ] );
		get_template_part( 'parts/pagination' );
	} else {
		get_template_part(
			'parts/empty',
			null,
			[
				'title' => __( 'Nothing here yet', 'lernwelt' ),
				'text'  => __( 'As soon as there is news, it stands here. Until then you find everything else through the search.', 'lernwelt' ),
				'seed'  => 'aktuelles',
				'links' => lernwelt_theme()->menus->tree( 'main' ),
			]
		);
	}
	?>
</div>
<?php
get_footer();
