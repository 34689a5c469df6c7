<?php
/**
 * Class loading for the Lernwelt plugins.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Finds classes by PSR-4, so that a plugin runs without Composer. */
final class Autoload {

	/**
	 * Loads classes below a namespace from a folder.
	 *
	 * @param string $prefix Namespace with a closing backslash, e.g. `Lernwelt\Portal\`.
	 * @param string $dir    Folder of that namespace, without a closing slash.
	 */
	public static function add( string $prefix, string $dir ): void {
		spl_autoload_register(
			static function ( string $name ) use ( $prefix, $dir ): void {
				if ( ! str_starts_with( $name, $prefix ) ) {
					return;
				}
				$file = $dir . '/' . str_replace( '\\', '/', substr( $name, strlen( $prefix ) ) ) . '.php';
				if ( is_file( $file ) ) {
					require $file;
				}
			}
		);
	}
}
