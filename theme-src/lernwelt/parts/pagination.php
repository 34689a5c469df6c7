<?php
/**
 * Pages of a list.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

the_posts_pagination(
	[
		'mid_size'           => 1,
		'prev_text'          => __( 'Back', 'lernwelt' ),
		'next_text'          => __( 'Next', 'lernwelt' ),
		'screen_reader_text' => __( 'Pages of this list', 'lernwelt' ),
		'aria_label'         => __( 'Pages of this list', 'lernwelt' ),
		'class'              => 'lw-pagination',
	]
);
