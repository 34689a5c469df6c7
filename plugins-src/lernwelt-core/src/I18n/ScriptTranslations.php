<?php
/**
 * Translations of scripts.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\I18n;

/**
 * Points WordPress to the one JSON file a plugin or theme of this house has for all its scripts.
 *
 * WordPress expects a file per script, named after the hash of the script's path; the build writes one per text
 * domain instead, beside the PHP translations: build/languages/<domain>-<locale>.json.
 */
final class ScriptTranslations {

	/**
	 * Filter `load_script_translation_file`.
	 *
	 * @param string|false $file   What WordPress would read.
	 * @param string       $handle Script handle.
	 * @param string       $domain Text domain.
	 * @return string|false Path of the domain's file when it belongs to this house and exists.
	 */
	public static function file( string|false $file, string $handle, string $domain ): string|false {
		global $wp_textdomain_registry;

		if ( ! str_starts_with( $domain, 'lernwelt' ) ) {
			return $file;
		}
		$locale = determine_locale();
		$path   = $wp_textdomain_registry->get( $domain, $locale );
		$own    = $path . $domain . '-' . $locale . '.json';
		return false !== $path && is_readable( $own ) ? $own : $file;
	}
}
