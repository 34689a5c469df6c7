<?php
/**
 * What our commands use of wp-cli, for PHPStan only. wp-cli comes as one phar with WordPress and is no Composer package.
 */

declare( strict_types=1 );

class WP_CLI {
	/**
	 * @param callable|object|class-string $callable
	 * @param array<string, mixed>         $args
	 */
	public static function add_command( string $name, $callable, array $args = array() ): bool {
		return true;
	}

	public static function log( string $message ): void {}

	public static function line( string $message = '' ): void {}

	public static function success( string $message ): void {}

	public static function warning( string $message ): void {}

	/** @return never */
	public static function error( string $message ): void {
		exit( 1 );
	}

	/** @return never */
	public static function halt( int $return_code ): void {
		exit( $return_code );
	}

	/** @param array<string, mixed> $assoc_args */
	public static function confirm( string $question, array $assoc_args = array() ): void {}

	/**
	 * @param array{return?: bool|'all'|'stdout', parse?: 'json', launch?: bool, exit_error?: bool, command_args?: list<string>} $options
	 *
	 * @return mixed
	 */
	public static function runcommand( string $command, array $options = array() ) {
		return null;
	}

	/** @return mixed */
	public static function get_config( ?string $key = null ) {
		return null;
	}

	public static function add_hook( string $when, callable $callback ): void {}

	/** @return object{arguments: list<string>, assoc_args: array<string, string>} */
	public static function get_runner(): object {
		return (object) array( 'arguments' => array(), 'assoc_args' => array() );
	}
}
