<?php
/**
 * Title: Contact person
 * Slug: lernwelt/contact-person
 * Categories: lernwelt
 * Description: Who answers questions: name, task, telephone, e-mail. The motif may be replaced by a square photo.
 * Keywords: contact, person
 * Viewport Width: 640
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"className":"lw-person","layout":{"type":"default"}} -->
<div class="wp-block-group lw-person"><!-- wp:lernwelt/motif {"seed":"person","shape":"square"} /-->

<!-- wp:group {"className":"lw-person__text","layout":{"type":"default"}} -->
<div class="wp-block-group lw-person__text"><!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading"><?php esc_html_e( 'First name Surname', 'lernwelt' ); ?></h3>
<!-- /wp:heading -->

<!-- wp:paragraph {"className":"is-style-meta"} -->
<p class="is-style-meta"><?php esc_html_e( 'What this person can help with', 'lernwelt' ); ?></p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p><a href="tel:+493910000000">0391 000 00 00</a><br><a href="mailto:name@example.org">name@example.org</a></p>
<!-- /wp:paragraph --></div>
<!-- /wp:group --></div>
<!-- /wp:group -->
