<?php
/**
 * The tokens of this portal.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use Lernwelt\Core\Design\Palette;
use WP_Theme_JSON_Resolver;

/**
 * The tokens of theme.json as CSS custom properties, without core's own presets.
 *
 * Merging theme.json files costs core several milliseconds and four queries, so the result is kept until
 * a file, the portal's accent or WordPress itself changes.
 */
final class Tokens {

	private const OPTION = 'lw_tokens';

	/** @var array{key: string, css: string, accent: string}|null */
	private ?array $tokens = null;

	/**
	 * A rule for `:root` with all tokens.
	 */
	public function css(): string {
		return $this->read()['css'];
	}

	/**
	 * The portal's accent as `#RRGGBB`.
	 */
	public function accent(): string {
		return $this->read()['accent'];
	}

	/**
	 * What is kept, or made anew.
	 *
	 * @return array{key: string, css: string, accent: string}
	 */
	private function read(): array {
		if ( null !== $this->tokens ) {
			return $this->tokens;
		}
		$key  = $this->key();
		$kept = get_option( self::OPTION );
		if ( is_array( $kept ) && ( $kept['key'] ?? null ) === $key && is_string( $kept['css'] ?? null ) && is_string( $kept['accent'] ?? null ) ) {
			$this->tokens = [
				'key'    => $key,
				'css'    => $kept['css'],
				'accent' => $kept['accent'],
			];
			return $this->tokens;
		}
		$json         = WP_Theme_JSON_Resolver::get_theme_data();
		$custom       = $json->get_settings()['custom'] ?? [];
		$accent       = is_array( $custom ) ? $custom['accent'] ?? null : null;
		$this->tokens = [
			'key'    => $key,
			'css'    => $json->get_stylesheet( [ 'variables' ], [ 'theme' ] ),
			'accent' => is_string( $accent ) ? $accent : Palette::BASE['blue'],
		];
		update_option( self::OPTION, $this->tokens, true );
		return $this->tokens;
	}

	/**
	 * Changes whenever the tokens may; the same on every web server that has the same files.
	 */
	private function key(): string {
		$files = [ get_template_directory() . '/theme.json', get_stylesheet_directory() . '/theme.json', __DIR__ . '/PaletteFilter.php' ];
		/** This filter is documented in PaletteFilter.php. */
		$accent = apply_filters( 'lernwelt_accent', null );
		return md5( (string) wp_json_encode( [ array_map( 'md5_file', $files ), $accent, get_bloginfo( 'version' ) ] ) );
	}
}
