<?php
/**
 * German in wp-admin.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\I18n;

/**
 * On a network WordPress looks for admin-<locale>.mo before it loads the texts of wp-admin, and gives up without it –
 * although it reads the newer .l10n.php only, and our language pack has no other. It then asks for ms-<locale>.mo, a
 * file that no longer exists: that is the moment to load what it skipped.
 */
final class AdminTranslations {

	/**
	 * Action `load_textdomain`.
	 *
	 * @param string $domain Text domain; WordPress's own is `default`.
	 * @param string $mofile Path of the file that is about to be loaded.
	 */
	public function load( string $domain, string $mofile ): void {
		if ( 'default' !== $domain || 1 !== preg_match( '#^(.*/)ms-([a-z]{2,3}(?:_[A-Za-z_]+)?)\.mo$#D', $mofile, $found ) ) {
			return;
		}
		[ , $folder, $locale ] = $found;
		if ( is_admin() || wp_installing() ) {
			load_textdomain( 'default', "{$folder}admin-$locale.mo", $locale );
		}
		if ( is_network_admin() ) {
			load_textdomain( 'default', "{$folder}admin-network-$locale.mo", $locale );
		}
	}
}
