<?php
/**
 * Tells the measuring commands how much memory a wp-cli command needed: a last line on standard error. Loaded with
 * --require.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

register_shutdown_function(
	static function (): void {
		fwrite( STDERR, sprintf( "\npeak-memory: %d\n", memory_get_peak_usage( true ) ) );
	}
);
