<?php
/**
 * Article, and the detail page of everything plugins register.
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
	if ( 'post' !== $lernwelt_post->post_type ) {
		get_template_part( 'parts/detail', null, [ 'post' => $lernwelt_post ] );
		continue;
	}
	$lernwelt_related = lernwelt_theme()->teasers->related( $lernwelt_post->ID, 3 );
	?>
<article>
	<?php
	get_template_part( 'parts/page-head', null, [ 'post' => $lernwelt_post ] );
	?>
	<div class="lw-content lw-content--page">
		<?php get_template_part( 'parts/lead-picture' ); ?>
		<?php the_content(); ?>
	</div>
</article>
	<?php
	get_template_part(
		'parts/related',
		null,
		[
			'title' => __( 'Read on', 'lernwelt' ),
			'cards' => $lernwelt_related,
		]
	);
}
get_footer();
