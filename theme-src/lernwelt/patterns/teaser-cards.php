<?php
/**
 * Title: Teaser cards
 * Slug: lernwelt/teaser-cards
 * Categories: lernwelt
 * Description: Heading, link to all, and three cards that fill themselves with the latest articles or child pages.
 * Keywords: cards, news
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"wide","className":"lw-section","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide lw-section"><!-- wp:group {"className":"lw-section__head","layout":{"type":"default"}} -->
<div class="wp-block-group lw-section__head"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'News', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p><a href="/aktuelles/"><?php esc_html_e( 'All news', 'lernwelt' ); ?></a></p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->

<!-- wp:lernwelt/teasers {"source":"latest","count":3} /--></div>
<!-- /wp:group -->
