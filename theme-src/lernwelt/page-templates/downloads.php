<?php
/**
 * Template Name: Downloads: all materials
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
<div class="lw-content lw-content--page">
	<?php
	the_content();
	if ( ! has_block( 'lernwelt/downloads' ) ) {
		get_template_part(
			'parts/downloads',
			null,
			[
				'list' => lernwelt_theme()->downloads->for_block(
					[
						'grouped'    => true,
						'searchable' => true,
					]
				),
			]
		);
	}
	?>
</div>
	<?php
}
get_footer();
