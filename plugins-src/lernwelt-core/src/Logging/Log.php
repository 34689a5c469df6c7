<?php
/**
 * The server's log.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Logging;

/** Takes sentences for those who run the server. Nobody's data belong into them. */
final class Log {

	private static ?JsonLog $json = null;

	/**
	 * From now on lines go there.
	 *
	 * @param JsonLog $json Log of a server in service.
	 */
	public static function write_to( JsonLog $json ): void {
		self::$json = $json;
	}

	/**
	 * Writes a sentence.
	 *
	 * @param string   $sentence What happened, English, and what to do about it.
	 * @param LogLevel $level    How bad it is.
	 */
	public static function say( string $sentence, LogLevel $level = LogLevel::Error ): void {
		if ( null === self::$json ) {
			error_log( $sentence ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- the one place where this is done.
			return;
		}
		self::$json->write( $level, $sentence );
	}
}
