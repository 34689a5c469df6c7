<?php
/**
 * Template Name: Overview: cards of the pages below
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
	$lernwelt_cards = lernwelt_theme()->teasers->children( $lernwelt_post->ID );
	get_template_part( 'parts/page-head', null, [ 'post' => $lernwelt_post ] );
	?>
<div class="container-xxl lw-list">
	<?php if ( '' !== trim( $lernwelt_post->post_content ) ) : ?>
	<div class="lw-content lw-content--intro"><?php the_content(); ?></div>
	<?php endif; ?>
	<?php
	if ( [] !== $lernwelt_cards ) {
		get_template_part( 'parts/cards', null, [ 'cards' => $lernwelt_cards ] );
	} else {
		get_template_part(
			'parts/empty',
			null,
			[
				'title' => __( 'Nothing here yet', 'lernwelt' ),
				'text'  => __( 'Pages that lie below this one appear here by themselves.', 'lernwelt' ),
				'seed'  => $lernwelt_post->post_name,
			]
		);
	}
	?>
</div>
	<?php
}
get_footer();
