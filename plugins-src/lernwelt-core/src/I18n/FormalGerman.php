<?php
/**
 * "Sie" instead of "du" in WordPress's own words.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\I18n;

use WP_Translation_Controller;

/**
 * WordPress comes with informal German only here. Its translations are searched file by file, so a file that is loaded
 * before WordPress's own wins for the strings it has (login, mails, error pages …) and costs nothing per string.
 */
final class FormalGerman {

	private const LOCALE = 'de_DE';

	/** @param string $file Compiled translation file (.l10n.php); may be missing before the first build. */
	public function __construct( private readonly string $file ) {}

	/**
	 * Action `load_textdomain`: fires before a translation file is loaded, and again after every change of language.
	 *
	 * @param string $domain Text domain; WordPress's own is `default`.
	 * @param string $mofile Path of the file that is about to be loaded; its name starts with the language.
	 */
	public function load( string $domain, string $mofile ): void {
		if ( 'default' !== $domain || ! str_ends_with( $mofile, self::LOCALE . '.mo' ) || ! is_file( $this->file ) ) {
			return;
		}
		WP_Translation_Controller::get_instance()->load_file( $this->file, $domain, self::LOCALE );
	}
}
