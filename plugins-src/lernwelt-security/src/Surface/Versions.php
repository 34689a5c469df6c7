<?php
/**
 * Version numbers in addresses.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Surface;

use WP_Scripts;
use WP_Styles;

/** Keeps addresses of assets changing with every version of WordPress without naming that version. */
final class Versions {

	/** Actions `wp_default_scripts` and `wp_default_styles`. */
	public function hide( WP_Scripts|WP_Styles $assets ): void {
		$assets->default_version = self::disguise();
	}

	/** Filter `script_module_loader_src`. */
	public function hide_in_module( string $address ): string {
		return str_replace( 'ver=' . wp_get_wp_version(), 'ver=' . self::disguise(), $address );
	}

	private static function disguise(): string {
		return substr( hash_hmac( 'sha256', wp_get_wp_version(), wp_salt( 'nonce' ) ), 0, 12 );
	}
}
