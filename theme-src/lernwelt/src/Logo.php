<?php
/**
 * The portal's mark.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

/**
 * Prints the logo an editor uploaded, or the variant's own beside the portal's name.
 */
final class Logo {

	/**
	 * The logo's markup, without the link around it.
	 */
	public function html(): string {
		$id   = get_theme_mod( 'custom_logo' );
		$name = get_bloginfo( 'name' );
		if ( is_numeric( $id ) && (int) $id > 0 ) {
			$image = wp_get_attachment_image(
				(int) $id,
				'full',
				false,
				[
					'class'    => 'lw-logo__image',
					'alt'      => $name,
					'loading'  => 'eager',
					'decoding' => 'async',
				]
			);
			if ( '' !== $image ) {
				return $image;
			}
		}
		$tagline = get_bloginfo( 'description' );
		return $this->mark() . '<span class="lw-logo__text">' . esc_html( $name )
			. ( '' === $tagline ? '' : '<small>' . esc_html( $tagline ) . '</small>' ) . '</span>';
	}

	/**
	 * The variant's own mark. The file is part of the theme, so it goes out as it is.
	 */
	public function mark(): string {
		$file = get_stylesheet_directory() . '/assets/logo.svg';
		if ( ! is_readable( $file ) ) {
			return '';
		}
		return str_replace( '<svg ', '<svg class="lw-logo__mark" aria-hidden="true" ', (string) file_get_contents( $file ) );
	}
}
