<?php
/**
 * Template Name: Form: contact data beside the form
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
	get_template_part( 'parts/page-head', null, [ 'post' => $lernwelt_post ] );
	?>
<div class="lw-content lw-content--detail lw-content--form">
	<?php the_content(); ?>
</div>
	<?php
}
get_footer();
