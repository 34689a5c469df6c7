<?php
/**
 * Title: Hero
 * Slug: lernwelt/hero
 * Categories: lernwelt
 * Description: Says in one sentence what this portal does for people and offers the one thing most came for.
 * Keywords: start, intro
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"full","className":"lw-hero","layout":{"type":"default"}} -->
<div class="wp-block-group alignfull lw-hero"><!-- wp:group {"className":"lw-hero__copy","layout":{"type":"default"}} -->
<div class="wp-block-group lw-hero__copy"><!-- wp:heading {"level":1} -->
<h1 class="wp-block-heading"><?php esc_html_e( 'One sentence: what can people do here?', 'lernwelt' ); ?></h1>
<!-- /wp:heading -->

<!-- wp:paragraph {"className":"is-style-lead"} -->
<p class="is-style-lead"><?php esc_html_e( 'One more sentence that says for whom this is and what they get out of it.', 'lernwelt' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:buttons -->
<div class="wp-block-buttons"><!-- wp:button -->
<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="/kontakt/"><?php esc_html_e( 'The most important thing', 'lernwelt' ); ?></a></div>
<!-- /wp:button -->

<!-- wp:button {"className":"is-style-outline"} -->
<div class="wp-block-button is-style-outline"><a class="wp-block-button__link wp-element-button" href="/aktuelles/"><?php esc_html_e( 'The second most important', 'lernwelt' ); ?></a></div>
<!-- /wp:button --></div>
<!-- /wp:buttons --></div>
<!-- /wp:group -->

<!-- wp:lernwelt/motif {"seed":"start","shape":"hero"} /--></div>
<!-- /wp:group -->
