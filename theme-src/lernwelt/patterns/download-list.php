<?php
/**
 * Title: Download list
 * Slug: lernwelt/download-list
 * Categories: lernwelt
 * Description: Files with type, size and date; choose them in the block settings.
 * Keywords: downloads, files, PDF
 * Viewport Width: 800
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

?>
<!-- wp:heading -->
<h2 class="wp-block-heading"><?php esc_html_e( 'To download', 'lernwelt' ); ?></h2>
<!-- /wp:heading -->

<!-- wp:lernwelt/downloads /-->
