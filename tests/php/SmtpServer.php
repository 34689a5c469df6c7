<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use RuntimeException;

/** A mail server of its own process that keeps what it gets; for tests of the way to the server. */
final class SmtpServer {

	/** Port on 127.0.0.1. */
	public readonly int $port;

	/** @var resource */
	private $process;

	/** @var array<int, resource> */
	private array $pipes = [];

	/**
	 * @param string                     $refusal Answer to every recipient, e.g. `451 later`; empty accepts.
	 * @param array<string, string|int>  $how     `encryption` (starttls, tls) with `certificate` (PEM with key), `mechanisms` with
	 *                                            `user` and `password`, `silent` (banner, handshake or commands), `banner`,
	 *                                            `inject` (after the answer to STARTTLS), `method` (of encryption).
	 */
	public function __construct( string $refusal = '', array $how = [] ) {
		$process = proc_open( [ PHP_BINARY, __DIR__ . '/smtp.php', json_encode( [ 'refusal' => $refusal ] + $how, JSON_THROW_ON_ERROR ) ], [ [ 'pipe', 'r' ], [ 'pipe', 'w' ] ], $this->pipes );
		if ( false === $process ) {
			throw new RuntimeException( 'The mail server could not be started.' );
		}
		$this->process = $process;
		$this->port    = (int) fgets( $this->pipes[1] );
	}

	/**
	 * Waits for the next mail.
	 *
	 * @return string Headers and body as they came, lines ended by LF.
	 */
	public function next(): string {
		return (string) json_decode( (string) fgets( $this->pipes[1] ), false, 4, JSON_THROW_ON_ERROR );
	}

	/** Ends the server. */
	public function stop(): void {
		fclose( $this->pipes[0] );
		fclose( $this->pipes[1] );
		proc_close( $this->process );
	}
}
