<?php
/**
 * Template Name: Detail: facts beside the text
 * Template Post Type: page
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

get_header();
while ( have_posts() ) {
	the_post();
	$lernwelt_post = get_post();
	if ( null === $lernwelt_post ) {
		break;
	}
	$lernwelt_siblings = [];
	if ( $lernwelt_post->post_parent > 0 ) {
		foreach ( lernwelt_theme()->teasers->children( $lernwelt_post->post_parent, 4 ) as $lernwelt_card ) {
			if ( get_permalink() !== $lernwelt_card->url && count( $lernwelt_siblings ) < 3 ) {
				$lernwelt_siblings[] = $lernwelt_card;
			}
		}
	}
	get_template_part( 'parts/page-head', null, [ 'post' => $lernwelt_post ] );
	?>
<div class="lw-content lw-content--detail">
	<?php the_content(); ?>
</div>
	<?php
	get_template_part(
		'parts/related',
		null,
		[
			'title' => __( 'This could interest you too', 'lernwelt' ),
			'cards' => $lernwelt_siblings,
			'link'  => [
				'url'  => (string) get_permalink( $lernwelt_post->post_parent ),
				/* translators: %s: title of the list */
				'text' => sprintf( __( 'All: %s', 'lernwelt' ), wp_strip_all_tags( get_the_title( $lernwelt_post->post_parent ) ) ),
			],
		]
	);
}
get_footer();
