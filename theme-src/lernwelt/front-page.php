<?php
/**
 * Start page: the editor's sections, edge to edge. Their hero holds the one h1.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

get_header();
while ( have_posts() ) {
	the_post();
	?>
<div class="lw-content lw-content--sections">
	<?php the_content(); ?>
</div>
	<?php
}
get_footer();
