<?php
/**
 * Page.
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
<div class="lw-content lw-content--page">
	<?php the_content(); ?>
</div>
	<?php
}
get_footer();
