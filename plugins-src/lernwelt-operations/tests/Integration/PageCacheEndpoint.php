<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use RuntimeException;

/** A web server of its own process that notes what it was asked. */
final class PageCacheEndpoint {

	/** Its address. */
	public readonly string $address;

	/** @var resource */
	private $process;

	/** @var array<int, resource> */
	private array $pipes = [];

	/** Starts it. */
	public function __construct() {
		$process = proc_open( [ PHP_BINARY, __DIR__ . '/page-cache-endpoint.php' ], [ [ 'pipe', 'r' ], [ 'pipe', 'w' ] ], $this->pipes );
		if ( false === $process ) {
			throw new RuntimeException( 'The web server could not be started.' );
		}
		$this->process = $process;
		$this->address = 'http://127.0.0.1:' . (int) fgets( $this->pipes[1] );
	}

	/**
	 * Ends it.
	 *
	 * @return list<string> Heads of the requests that came.
	 */
	public function stop(): array {
		fclose( $this->pipes[0] );
		$heads = array_map( static fn ( string $line ): string => (string) json_decode( $line, false, 4, JSON_THROW_ON_ERROR ), array_values( array_diff( explode( "\n", (string) stream_get_contents( $this->pipes[1] ) ), [ '' ] ) ) );
		fclose( $this->pipes[1] );
		proc_close( $this->process );
		return $heads;
	}
}
