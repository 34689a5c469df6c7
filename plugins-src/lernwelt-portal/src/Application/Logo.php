<?php
/**
 * The logo of the portal.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Application;

/**
 * Kept where WordPress and every theme look for it: the theme mod `custom_logo`.
 */
final class Logo {
	private const MOD = 'custom_logo';

	/**
	 * @return int Id of the picture, 0 for the logo of the theme variant.
	 */
	public function id(): int {
		$id = get_theme_mod( self::MOD, 0 );
		return is_numeric( $id ) && $this->accepts( (int) $id ) ? (int) $id : 0;
	}

	/**
	 * @param int $id Id of a picture of this portal, or 0.
	 */
	public function accepts( int $id ): bool {
		return 0 === $id || wp_attachment_is_image( $id );
	}

	/**
	 * @param int $id Id that accepts() accepts.
	 */
	public function set( int $id ): void {
		if ( 0 === $id ) {
			remove_theme_mod( self::MOD );
			return;
		}
		set_theme_mod( self::MOD, $id );
	}
}
