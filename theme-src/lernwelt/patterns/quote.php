<?php
/**
 * Title: Quote
 * Slug: lernwelt/quote
 * Categories: lernwelt
 * Description: What somebody said, with name and task.
 * Keywords: quote, voice
 * Viewport Width: 800
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:quote -->
<blockquote class="wp-block-quote"><!-- wp:paragraph -->
<p><?php esc_html_e( '“One or two sentences, word for word, that say what has changed.”', 'lernwelt' ); ?></p>
<!-- /wp:paragraph --><cite><?php esc_html_e( 'First name Surname, school or task', 'lernwelt' ); ?></cite></blockquote>
<!-- /wp:quote -->
