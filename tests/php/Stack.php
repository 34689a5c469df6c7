<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use RuntimeException;

/** The network that the integration tests use: folder var/<name>, chosen by the environment variable LERNWELT_STACK. */
final class Stack {

	/** Folder of the stack, without a closing slash. */
	public readonly string $dir;

	/**
	 * @param string $name Name of the stack, begins with `test-`.
	 * @throws RuntimeException When tests must not or can't use it.
	 */
	public function __construct( public readonly string $name ) {
		if ( 1 !== preg_match( '/^test-[a-z0-9-]+$/D', $name ) ) {
			throw new RuntimeException( "Integration tests overwrite the database of their stack, so its name must begin with \"test-\": set LERNWELT_STACK=test-sqlite or test-mariadb (now: \"$name\"), or run ./bin/test." );
		}
		$this->dir = dirname( __DIR__, 2 ) . "/var/$name";
		if ( ! is_file( "{$this->dir}/public/wp-load.php" ) ) {
			throw new RuntimeException( "There is no WordPress in {$this->dir}/public: run ./bin/test, which installs it." );
		}
	}

	/** The stack named by LERNWELT_STACK. */
	public static function from_environment(): self {
		return new self( (string) getenv( 'LERNWELT_STACK' ) );
	}

	/**
	 * Settings of the stack (see deploy/wordpress/wp-config.php).
	 *
	 * @return array{network_host: string, db: array{engine: string, file?: string, host?: string, name?: string, user?: string, password?: string}}
	 */
	public function config(): array {
		return require "{$this->dir}/config.php";
	}
}
