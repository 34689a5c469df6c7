<?php
/**
 * Title: Facts in numbers
 * Slug: lernwelt/facts
 * Categories: lernwelt
 * Description: Up to four large numbers with a short explanation each.
 * Keywords: numbers, statistics
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

$lernwelt_facts = [
	'214' => __( 'learning places in the whole state', 'lernwelt' ),
	'14'  => __( 'districts and independent cities', 'lernwelt' ),
	'96'  => __( 'free of charge for school classes', 'lernwelt' ),
	'128' => __( 'accessible without barriers', 'lernwelt' ),
];
?>
<!-- wp:group {"align":"wide","className":"lw-facts","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide lw-facts"><?php foreach ( $lernwelt_facts as $lernwelt_number => $lernwelt_text ) : ?><!-- wp:paragraph {"className":"lw-fact"} -->
<p class="lw-fact"><strong><?php echo esc_html( (string) $lernwelt_number ); ?></strong> <?php echo esc_html( $lernwelt_text ); ?></p>
<!-- /wp:paragraph --><?php endforeach; ?></div>
<!-- /wp:group -->
