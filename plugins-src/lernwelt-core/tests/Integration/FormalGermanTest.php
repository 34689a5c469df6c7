<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_Translation_Controller;

/** WordPress says "Sie" wherever visitors, teachers and recipients of mail hear it. */
final class FormalGermanTest extends IntegrationTestCase {

	private const INFORMAL = '/\b(du|dich|dir|dein(e|em|en|er|es)?|gib|melde dich|versuche es|überprüfe|prüfe|klicke|wähle|besuche|wende dich)\b/iu';

	private const TRANSLATES = [ '__', '_e', 'esc_html__', 'esc_html_e', 'esc_attr__', 'esc_attr_e' ];

	/** Compared with the keys in wp-config.php, shown to nobody. */
	private const NOT_SHOWN = [ 'put your unique phrase here' ];

	protected function setUp(): void {
		parent::setUp();
		load_default_textdomain( 'de_DE' );
		load_textdomain( 'default', WP_LANG_DIR . '/admin-de_DE.mo', 'de_DE' );
	}

	#[DataProvider( 'files' )]
	public function test_no_text_of_this_file_is_informal( string $file ): void {
		$texts    = self::texts( ABSPATH . $file );
		$informal = [];
		foreach ( array_diff( $texts, self::NOT_SHOWN ) as $text ) {
			$german = WP_Translation_Controller::get_instance()->translate( $text, '', 'default', 'de_DE' );
			if ( is_string( $german ) && 1 === preg_match( self::INFORMAL, $german ) ) {
				$informal[ $text ] = $german;
			}
		}

		self::assertGreaterThan( 2, count( $texts ) );
		self::assertSame( [], $informal );
	}

	/** @return array<string, array{string}> */
	public static function files(): array {
		$files = [
			'wp-activate.php',
			'wp-login.php',
			'wp-signup.php',
			'wp-admin/includes/privacy-tools.php',
			'wp-includes/class-wp-fatal-error-handler.php',
			'wp-includes/class-wp-recovery-mode-email-service.php',
			'wp-includes/functions.php',
			'wp-includes/general-template.php',
			'wp-includes/load.php',
			'wp-includes/ms-functions.php',
			'wp-includes/ms-load.php',
			'wp-includes/pluggable.php',
			'wp-includes/post-template.php',
			'wp-includes/user.php',
		];
		return array_combine( $files, array_map( static fn ( string $file ): array => [ $file ], $files ) );
	}

	public function test_the_formal_text_wins_again_after_a_change_of_language(): void {
		$login = 'You are now logged out.';
		switch_to_locale( 'en_US' );
		self::assertSame( $login, __( 'You are now logged out.', 'default' ) );
		restore_previous_locale();

		self::assertSame( 'Sie haben sich erfolgreich abgemeldet.', __( 'You are now logged out.', 'default' ) );
	}

	public function test_wp_admin_speaks_german_although_the_pack_has_no_mo_files(): void {
		$page = self::reloaded();
		$GLOBALS['current_screen'] = new class() {
			/** @param 'site'|'network'|'user'|null $admin */
			public function in_admin( ?string $admin = null ): bool {
				return null === $admin || 'network' === $admin;
			}
		};
		$texts = self::reloaded();
		unset( $GLOBALS['current_screen'] );

		self::assertSame( [ 'At a Glance', 'Network Settings' ], $page, 'pages do without' );
		self::assertSame( [ 'Auf einen Blick', 'Netzwerk-Einstellungen' ], $texts );
	}

	/** @return array<int, string> Two texts of wp-admin, as a fresh request would find them. */
	private static function reloaded(): array {
		WP_Translation_Controller::get_instance()->unload_textdomain( 'default', 'de_DE' );
		load_default_textdomain( 'de_DE' );
		return [ __( 'At a Glance', 'default' ), __( 'Network Settings', 'default' ) ];
	}

	/**
	 * Literal texts a file hands to WordPress's translation functions.
	 *
	 * @return list<string>
	 */
	private static function texts( string $path ): array {
		$skipped = [ T_WHITESPACE, T_COMMENT, T_DOC_COMMENT ];
		$tokens  = array_values( array_filter( token_get_all( (string) file_get_contents( $path ) ), static fn ( array|string $token ): bool => ! is_array( $token ) || ! in_array( $token[0], $skipped, true ) ) );
		$texts   = [];
		foreach ( $tokens as $index => $token ) {
			$text = $tokens[ $index + 2 ] ?? '';
			if ( is_array( $token ) && T_STRING === $token[0] && in_array( $token[1], self::TRANSLATES, true ) && is_array( $text ) && T_CONSTANT_ENCAPSED_STRING === $text[0] ) {
				$quoted  = substr( $text[1], 1, -1 );
				$texts[] = "'" === $text[1][0] ? str_replace( [ "\\'", '\\\\' ], [ "'", '\\' ], $quoted ) : stripcslashes( $quoted );
			}
		}
		return $texts;
	}
}
