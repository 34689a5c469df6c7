<?php
/**
 * Prints a list of files.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array<string, mixed> $attributes */
?>
<div <?php echo get_block_wrapper_attributes(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped by core. ?>>
	<?php get_template_part( 'parts/downloads', null, [ 'list' => lernwelt_theme()->downloads->for_block( $attributes ) ] ); ?>
</div>
