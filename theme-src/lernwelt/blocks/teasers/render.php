<?php
/**
 * Prints a list of cards.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

/** @var array{source: string, layout: string, level: int} $attributes */
/** @var WP_Block $block */
$lernwelt_cards = lernwelt_theme()->teasers->for_block( $attributes, is_numeric( $block->context['postId'] ?? null ) ? (int) $block->context['postId'] : (int) get_the_ID() );
?>
<div <?php echo get_block_wrapper_attributes(); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- escaped by core. ?>>
	<?php
	if ( [] !== $lernwelt_cards ) {
		get_template_part(
			'parts/cards',
			null,
			[
				'cards'  => $lernwelt_cards,
				'layout' => $attributes['layout'],
				'level'  => $attributes['level'],
			]
		);
	} else {
		get_template_part(
			'parts/empty',
			null,
			[
				'title' => __( 'Nothing here yet', 'lernwelt' ),
				'text'  => __( 'As soon as something is published, it appears here by itself.', 'lernwelt' ),
			]
		);
	}
	?>
</div>
