<?php
/**
 * Title: Topics as chips
 * Slug: lernwelt/topics
 * Categories: lernwelt
 * Description: A list of short links to explore the portal by topic.
 * Keywords: topics, subjects, links
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"wide","className":"lw-section","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide lw-section"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'Explore by subject', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:list {"className":"is-style-chips"} -->
<ul class="wp-block-list is-style-chips"><?php foreach ( [ 'Biologie', 'Chemie', 'Geschichte', 'Informatik', 'Kunst', 'Musik' ] as $lernwelt_topic ) : ?><!-- wp:list-item -->
<li><a href="/?s=<?php echo esc_attr( $lernwelt_topic ); ?>"><?php echo esc_html( $lernwelt_topic ); ?></a></li>
<!-- /wp:list-item --><?php endforeach; ?></ul>
<!-- /wp:list --></div>
<!-- /wp:group -->
