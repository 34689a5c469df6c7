<?php
/**
 * Title: Hero with search
 * Slug: lernwelt/hero-search
 * Categories: lernwelt
 * Description: Hero for portals where most people come to find something.
 * Keywords: start, intro, search
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"full","className":"lw-hero","layout":{"type":"default"}} -->
<div class="wp-block-group alignfull lw-hero"><!-- wp:group {"className":"lw-hero__copy","layout":{"type":"default"}} -->
<div class="wp-block-group lw-hero__copy"><!-- wp:heading {"level":1} -->
<h1 class="wp-block-heading"><?php esc_html_e( 'One sentence: what can people find here?', 'lernwelt' ); ?></h1>
<!-- /wp:heading -->

<!-- wp:paragraph {"className":"is-style-lead"} -->
<p class="is-style-lead"><?php esc_html_e( 'One more sentence that says for whom this is and what they get out of it.', 'lernwelt' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:search {"label":"<?php esc_attr_e( 'What are you looking for?', 'lernwelt' ); ?>","buttonText":"<?php esc_attr_e( 'Search', 'lernwelt' ); ?>"} /-->

<!-- wp:paragraph {"className":"is-style-meta"} -->
<p class="is-style-meta"><?php esc_html_e( 'Often looked for:', 'lernwelt' ); ?> <a href="/?s=Bauhaus">Bauhaus</a> <a href="/?s=Klima">Klima</a> <a href="/?s=Robotik">Robotik</a></p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->

<!-- wp:lernwelt/motif {"seed":"suche","shape":"hero"} /--></div>
<!-- /wp:group -->
