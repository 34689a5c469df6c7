<?php
/**
 * Title: Facts at a glance (beside the text)
 * Slug: lernwelt/facts-aside
 * Categories: lernwelt
 * Description: Place, time, cost: stands beside the text on pages with the template "Detail".
 * Keywords: details, aside
 * Viewport Width: 480
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"tagName":"aside","className":"is-style-facts","layout":{"type":"default"}} -->
<aside class="wp-block-group is-style-facts"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'At a glance', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p><strong><?php esc_html_e( 'Place', 'lernwelt' ); ?></strong><br>Musterstraße 1, 39104 Magdeburg</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p><strong><?php esc_html_e( 'For whom', 'lernwelt' ); ?></strong><br><?php esc_html_e( 'Years 5–10, all school types', 'lernwelt' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p><strong><?php esc_html_e( 'Costs', 'lernwelt' ); ?></strong><br><?php esc_html_e( 'free of charge', 'lernwelt' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:buttons -->
<div class="wp-block-buttons"><!-- wp:button -->
<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/kontakt/"><?php esc_html_e( 'Ask for a date', 'lernwelt' ); ?></a></div>
<!-- /wp:button --></div>
<!-- /wp:buttons --></aside>
<!-- /wp:group -->
