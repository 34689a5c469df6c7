<?php
/**
 * What the shell scripts in deploy/bin leave to PHP: reading config.php, taking databases apart and putting them together,
 * choosing snapshots. Needs PHP with sqlite3, no WordPress. Prints results; a failure is one sentence on stderr and exit code 1.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

use Throwable;

error_reporting( E_ALL );
set_error_handler(
	static function ( int $level, string $message, string $file, int $line ): never {
		throw new \ErrorException( $message, 0, $level, $file, $line );
	}
);
spl_autoload_register(
	static function ( string $name ): void {
		$file = __DIR__ . '/src/' . basename( strtr( $name, '\\', '/' ) ) . '.php';
		if ( str_starts_with( $name, __NAMESPACE__ . '\\' ) && is_file( $file ) ) {
			require_once $file;
		}
	}
);

/** @var list<string> $arguments */
$arguments = array_slice( $argv, 1 );
$command   = (string) array_shift( $arguments );
try {
	exit( Tool::run( $command, $arguments ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a number.
} catch ( Throwable $failure ) {
	fwrite( STDERR, 'Error: ' . ( $failure instanceof Trouble ? '' : basename( $failure->getFile() ) . ":{$failure->getLine()}: " ) . $failure->getMessage() . "\n" );
	exit( 1 );
}
