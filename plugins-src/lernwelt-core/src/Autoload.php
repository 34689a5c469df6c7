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

	/** What all of our namespaces begin with. */
	private const VENDOR = 'Lernwelt\\';

	/** @var array<string, string> Namespace with its closing backslash → folder. */
	private static array $folders = [];

	/**
	 * Loads classes below a namespace from a folder.
	 *
	 * @param string $prefix Namespace with a closing backslash, e.g. `Lernwelt\Portal\`.
	 * @param string $dir    Folder of that namespace, without a closing slash.
	 */
	public static function add( string $prefix, string $dir ): void {
		if ( [] === self::$folders ) {
			spl_autoload_register( self::load( ... ) );
		}
		self::$folders[ $prefix ] = $dir;
	}

	/** One for all: a request needs hundreds of classes, and asking one loader per plugin would multiply that. */
	private static function load( string $name ): void {
		if ( ! str_starts_with( $name, self::VENDOR ) ) {
			return;
		}
		$end    = strpos( $name, '\\', strlen( self::VENDOR ) );
		$prefix = false === $end ? self::VENDOR : substr( $name, 0, $end + 1 );
		$folder = self::$folders[ $prefix ] ?? null;
		if ( null === $folder ) {
			return;
		}
		$file = $folder . '/' . strtr( substr( $name, strlen( $prefix ) ), '\\', '/' ) . '.php';
		if ( is_file( $file ) ) {
			require $file;
		}
	}
}
