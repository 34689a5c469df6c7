<?php
/**
 * A screen of wp-admin that a script draws.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * An empty page with what the script in `admin/index.tsx` begins with. A screen extends it, adds itself to a menu with
 * `fn () => $this->print( [ 'portal' => 7 ] )`, and its enqueue() is hooked to `admin_enqueue_scripts`.
 */
abstract readonly class AdminScreen {

	/**
	 * @param string           $file  Main file of the plugin.
	 * @param non-empty-string $slug  The page in the menu, e.g. `lernwelt-audit`.
	 * @param string           $root  Id of the element that the script draws in; '' for the slug. It names script and style as well.
	 * @param list<string>     $needs Handles of scripts that the build doesn't know of.
	 */
	protected function __construct( private string $file, private string $slug, private string $root = '', private array $needs = [] ) {}

	/**
	 * Action `admin_enqueue_scripts`.
	 *
	 * @param string $hook Hook of the page that is shown.
	 */
	public function enqueue( string $hook ): void {
		$build  = dirname( $this->file ) . '/build/admin';
		$handle = $this->root();
		if ( ! $this->is_shown( $hook ) || ! is_file( "$build/index.asset.php" ) ) {
			return;
		}
		$asset = require "$build/index.asset.php";
		wp_enqueue_script( $handle, plugins_url( 'build/admin/index.js', $this->file ), [ ...$this->needs, ...$asset['dependencies'] ], $asset['version'], true );
		wp_set_script_translations( $handle, basename( dirname( $this->file ) ) );
		wp_enqueue_style( 'wp-components' );
		// Without one, the script brings the styles of its parts itself.
		if ( is_file( "$build/style-index.css" ) ) {
			wp_enqueue_style( $handle, plugins_url( 'build/admin/style-index.css', $this->file ), [ 'wp-components' ], $asset['version'] );
			wp_style_add_data( $handle, 'rtl', 'replace' );
		}
	}

	/**
	 * Whether this is the page that is shown, in whichever menu it stands.
	 *
	 * @param string $hook Hook of the page that is shown.
	 */
	protected function is_shown( string $hook ): bool {
		return str_ends_with( $hook, '_page_' . $this->slug );
	}

	/**
	 * Prints the page.
	 *
	 * @param array<string, string|int|bool|array<array-key, mixed>> $data What the script reads from `dataset`: name in
	 *                                                                    kebab-case → text, number, 1 or 0, JSON.
	 */
	protected function print( array $data = [] ): void {
		echo '<div class="wrap"><div id="', esc_attr( $this->root() ), '"';
		foreach ( $data as $name => $value ) {
			$text = is_array( $value ) ? wp_json_encode( $value, JSON_THROW_ON_ERROR ) : (string) ( is_bool( $value ) ? (int) $value : $value );
			echo ' data-', esc_attr( $name ), '="', esc_attr( (string) $text ), '"';
		}
		echo '></div><noscript>', esc_html__( 'This screen needs JavaScript.', 'lernwelt-core' ), '</noscript></div>';
	}

	/** @return non-empty-string */
	private function root(): string {
		return '' === $this->root ? $this->slug : $this->root;
	}
}
