<?php
/**
 * Style sheets, script and fonts.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

/**
 * Loads one style sheet and one small script, and keeps core's own away from visitors.
 */
final class Assets {

	private const FONTS = [
		'atkinson-hyperlegible-next-latin-400-normal.woff2',
		'atkinson-hyperlegible-next-latin-700-normal.woff2',
	];

	/**
	 * Takes the tokens.
	 *
	 * @param Tokens $tokens Tokens of this portal.
	 */
	public function __construct( private readonly Tokens $tokens ) {}

	/**
	 * Enqueues what every page needs; called on `wp_enqueue_scripts`.
	 */
	public function front_end(): void {
		$this->style( 'lernwelt', 'theme.css', 'all' );
		$this->style( 'lernwelt-print', 'print.css', 'print' );
		wp_add_inline_style( 'lernwelt', $this->tokens->css() );
		wp_enqueue_script(
			'lernwelt',
			get_template_directory_uri() . '/build/theme.js',
			[],
			$this->version( 'theme.js' ),
			[ 'strategy' => 'defer' ]
		);
	}

	/**
	 * Gives wp-login.php the portal's colours and font; called on `login_enqueue_scripts`.
	 */
	public function login(): void {
		$this->style( 'lernwelt-login', 'login.css', 'all' );
		wp_add_inline_style( 'lernwelt-login', $this->tokens->css() );
	}

	/**
	 * Removes what core would print for blocks: the theme's style sheet covers every block it allows.
	 */
	public function drop_core(): void {
		remove_action( 'wp_footer', 'wp_enqueue_global_styles', 1 );
		foreach ( wp_styles()->queue as $handle ) {
			if ( in_array( $handle, [ 'wp-block-library', 'classic-theme-styles', 'global-styles' ], true ) || str_starts_with( $handle, 'wp-block-' ) ) {
				wp_dequeue_style( $handle );
			}
		}
	}

	/**
	 * The script that takes away block styles this design does not have; called on `enqueue_block_editor_assets`.
	 */
	public function editor(): void {
		$asset = get_template_directory() . '/build/admin/index.asset.php';
		if ( ! is_readable( $asset ) ) {
			return;
		}
		$meta = require $asset;
		wp_enqueue_script(
			'lernwelt-editor',
			get_template_directory_uri() . '/build/admin/index.js',
			$meta['dependencies'],
			$meta['version'],
			[ 'in_footer' => true ]
		);
	}

	/**
	 * Filters `wp_preload_resources`: both weights stand in the first screen of every page.
	 *
	 * @param array<mixed> $resources Resources so far.
	 * @return array<mixed>
	 */
	public function preload( array $resources ): array {
		foreach ( self::FONTS as $font ) {
			$resources[] = [
				'href'        => get_template_directory_uri() . '/build/fonts/' . $font,
				'as'          => 'font',
				'type'        => 'font/woff2',
				'crossorigin' => 'anonymous',
			];
		}
		return $resources;
	}

	/**
	 * Enqueues a built style sheet.
	 *
	 * @param string $handle Handle.
	 * @param string $file   File in build/.
	 * @param string $media  Media type.
	 */
	private function style( string $handle, string $file, string $media ): void {
		wp_enqueue_style( $handle, get_template_directory_uri() . '/build/' . $file, [], $this->version( $file ), $media );
	}

	/**
	 * A version that changes with the file, so that browsers may keep it for long.
	 *
	 * @param string $file File in build/.
	 */
	private function version( string $file ): string {
		$path = get_template_directory() . '/build/' . $file;
		return is_readable( $path ) ? substr( (string) md5_file( $path ), 0, 8 ) : '0';
	}
}
