<?php
/**
 * Title: Cards with own text
 * Slug: lernwelt/cards
 * Categories: lernwelt
 * Description: Cards that you write yourself: place, title with link, one sentence, tags.
 * Keywords: cards, teaser
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"wide","className":"lw-section","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide lw-section"><!-- wp:group {"className":"lw-section__head","layout":{"type":"default"}} -->
<div class="wp-block-group lw-section__head"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'For the coming weeks', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p><a href="/aktuelles/"><?php esc_html_e( 'Show all', 'lernwelt' ); ?></a></p>
<!-- /wp:paragraph --></div>
<!-- /wp:group -->

<!-- wp:group {"className":"lw-cards","layout":{"type":"default"}} -->
<div class="wp-block-group lw-cards"><?php foreach ( [ 'eins', 'zwei', 'drei' ] as $lernwelt_seed ) : ?><!-- wp:group {"className":"lw-card","layout":{"type":"default"}} -->
<div class="wp-block-group lw-card"><!-- wp:lernwelt/motif {"seed":"<?php echo esc_attr( $lernwelt_seed ); ?>","shape":"card"} /-->

<!-- wp:paragraph {"className":"is-style-meta"} -->
<p class="is-style-meta"><?php esc_html_e( 'Place · district', 'lernwelt' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading"><a href="/kontakt/"><?php esc_html_e( 'Title with a link', 'lernwelt' ); ?></a></h3>
<!-- /wp:heading -->

<!-- wp:paragraph -->
<p><?php esc_html_e( 'One sentence that says what people get here.', 'lernwelt' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:list {"className":"is-style-tags"} -->
<ul class="wp-block-list is-style-tags"><!-- wp:list-item -->
<li><?php esc_html_e( 'Subject', 'lernwelt' ); ?></li>
<!-- /wp:list-item -->

<!-- wp:list-item -->
<li><?php esc_html_e( 'Years 5–10', 'lernwelt' ); ?></li>
<!-- /wp:list-item --></ul>
<!-- /wp:list --></div>
<!-- /wp:group --><?php endforeach; ?></div>
<!-- /wp:group --></div>
<!-- /wp:group -->
