<?php
/**
 * Title: Tiles: what is due
 * Slug: lernwelt/tiles
 * Categories: lernwelt
 * Description: Tiles for a working start page: dates with an action each, a short note, links.
 * Keywords: tiles, dates, overview
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"wide","className":"lw-tiles","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide lw-tiles"><!-- wp:group {"className":"lw-tile lw-tile--wide","layout":{"type":"default"}} -->
<div class="wp-block-group lw-tile lw-tile--wide"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'Next dates', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:group {"className":"lw-due","layout":{"type":"default"}} -->
<div class="wp-block-group lw-due"><!-- wp:paragraph {"className":"lw-date"} -->
<p class="lw-date"><strong>24.</strong> Nov</p>
<!-- /wp:paragraph -->

<!-- wp:group {"className":"lw-due__text","layout":{"type":"default"}} -->
<div class="wp-block-group lw-due__text"><!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading"><?php esc_html_e( 'What it is about', 'lernwelt' ); ?></h3>
<!-- /wp:heading -->

<!-- wp:paragraph {"className":"is-style-meta"} -->
<p class="is-style-meta"><?php esc_html_e( 'When and where', 'lernwelt' ); ?></p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->

<!-- wp:buttons -->
<div class="wp-block-buttons"><!-- wp:button {"className":"is-style-outline"} -->
<div class="wp-block-button is-style-outline"><a class="wp-block-button__link wp-element-button" href="/kontakt/"><?php esc_html_e( 'Look at it', 'lernwelt' ); ?></a></div>
<!-- /wp:button --></div>
<!-- /wp:buttons --></div>
<!-- /wp:group --></div>
<!-- /wp:group -->

<!-- wp:group {"className":"lw-tile","layout":{"type":"default"}} -->
<div class="wp-block-group lw-tile"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'Instructions', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:list {"className":"is-style-links"} -->
<ul class="wp-block-list is-style-links"><!-- wp:list-item -->
<li><a href="/kontakt/"><?php esc_html_e( 'Title with a link', 'lernwelt' ); ?></a></li>
<!-- /wp:list-item --></ul>
<!-- /wp:list --></div>
<!-- /wp:group --></div>
<!-- /wp:group -->
