<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit\Reading;

use RuntimeException;

/** A web server on this machine, in a process of its own. */
final class FakeServer {

	/** Port on 127.0.0.1. */
	public readonly int $port;

	/** @var resource */
	private $process;

	private readonly string $log;

	/**
	 * @throws RuntimeException When it doesn't start.
	 */
	public function __construct() {
		$free = stream_socket_server( 'tcp://127.0.0.1:0' );
		if ( false === $free ) {
			throw new RuntimeException( 'There is no free port.' );
		}
		$this->port = (int) substr( (string) strrchr( (string) stream_socket_get_name( $free, false ), ':' ), 1 );
		fclose( $free );
		$this->log = (string) tempnam( sys_get_temp_dir(), 'server' );
		$process   = proc_open( [ PHP_BINARY, '-S', "127.0.0.1:{$this->port}", __DIR__ . '/server.php' ], [ [ 'file', '/dev/null', 'r' ], [ 'file', '/dev/null', 'w' ], [ 'pipe', 'w' ] ], $pipes, null, [ 'SERVER_LOG' => $this->log ] + getenv() );
		if ( false === $process ) {
			throw new RuntimeException( 'The web server could not be started.' );
		}
		$this->process = $process;
		// It says so as soon as it listens.
		if ( ! str_contains( (string) fgets( $pipes[2] ), 'started' ) ) {
			throw new RuntimeException( 'The web server did not start.' );
		}
	}

	/**
	 * Address of a path.
	 *
	 * @param string $path Path, with the slash in front.
	 */
	public function url( string $path ): string {
		return "http://127.0.0.1:{$this->port}$path";
	}

	/**
	 * Requests so far.
	 *
	 * @return list<array{path: string, etag: string, since: string, host: string}>
	 */
	public function requests(): array {
		$requests = [];
		foreach ( explode( "\n", trim( (string) file_get_contents( $this->log ) ) ) as $line ) {
			if ( '' === $line ) {
				continue;
			}
			$request    = (array) json_decode( $line, true, 4, JSON_THROW_ON_ERROR );
			$requests[] = [
				'path'  => (string) ( $request['path'] ?? '' ),
				'etag'  => (string) ( $request['etag'] ?? '' ),
				'since' => (string) ( $request['since'] ?? '' ),
				'host'  => (string) ( $request['host'] ?? '' ),
			];
		}
		return $requests;
	}

	/** Ends the server. */
	public function stop(): void {
		proc_terminate( $this->process );
		proc_close( $this->process );
		unlink( $this->log );
	}
}
