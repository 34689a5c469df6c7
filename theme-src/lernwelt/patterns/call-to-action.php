<?php
/**
 * Title: Call to action
 * Slug: lernwelt/call-to-action
 * Categories: lernwelt
 * Description: Says what to do next and offers one button.
 * Keywords: button, next step
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"wide","className":"lw-cta","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide lw-cta"><!-- wp:group {"className":"lw-cta__text","layout":{"type":"default"}} -->
<div class="wp-block-group lw-cta__text"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'Do you have a question?', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p><?php esc_html_e( 'Write to us. We answer on working days within two days.', 'lernwelt' ); ?></p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->

<!-- wp:buttons -->
<div class="wp-block-buttons"><!-- wp:button -->
<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/kontakt/"><?php esc_html_e( 'Contact us', 'lernwelt' ); ?></a></div>
<!-- /wp:button --></div>
<!-- /wp:buttons --></div>
<!-- /wp:group -->
