<?php
/**
 * Title: Accordion: questions and answers
 * Slug: lernwelt/accordion
 * Categories: lernwelt
 * Description: Questions that open one by one; works without scripts.
 * Keywords: FAQ, details
 * Viewport Width: 800
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"className":"lw-accordion","layout":{"type":"default"}} -->
<div class="wp-block-group lw-accordion"><?php for ( $lernwelt_i = 0; $lernwelt_i < 3; $lernwelt_i++ ) : ?><!-- wp:details -->
<details class="wp-block-details"><summary><?php esc_html_e( 'A question as people ask it?', 'lernwelt' ); ?></summary><!-- wp:paragraph -->
<p><?php esc_html_e( 'A short answer. What to do next stands at its end.', 'lernwelt' ); ?></p>
<!-- /wp:paragraph --></details>
<!-- /wp:details --><?php endfor; ?></div>
<!-- /wp:group -->
