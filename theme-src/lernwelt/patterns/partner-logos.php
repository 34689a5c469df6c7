<?php
/**
 * Title: Partner logos
 * Slug: lernwelt/partner-logos
 * Categories: lernwelt
 * Description: A calm row of logos. Every picture needs the partner's name as alternative text.
 * Keywords: partners, logos
 * Viewport Width: 1280
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:group {"align":"wide","className":"lw-section","layout":{"type":"default"}} -->
<div class="wp-block-group alignwide lw-section"><!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'Our partners', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:group {"className":"lw-logos","layout":{"type":"default"}} -->
<div class="wp-block-group lw-logos"><?php foreach ( [ 'partner-a', 'partner-b', 'partner-c' ] as $lernwelt_file ) : ?><!-- wp:image {"sizeSlug":"full","linkDestination":"none"} -->
<figure class="wp-block-image size-full"><img src="<?php echo esc_url( get_template_directory_uri() . '/assets/' . $lernwelt_file . '.svg' ); ?>" alt="<?php esc_attr_e( 'Name of the partner', 'lernwelt' ); ?>"/></figure>
<!-- /wp:image --><?php endforeach; ?></div>
<!-- /wp:group --></div>
<!-- /wp:group -->
