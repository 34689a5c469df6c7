<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use RuntimeException;

/**
 * The hostile identity provider of tests/support/provider/hostile.ts as a process of its own. What it can play, and what
 * the members of its orders mean, stands at the head of that file.
 */
final class HostileProvider {

	/** `http://127.0.0.1:PORT`. */
	public readonly string $issuer;

	/** @var resource */
	private $process;

	/** @var array<int, resource> */
	private array $pipes = [];

	private bool $running = true;

	/** Starts it on a free port; it ends with this object or with the PHP process. */
	public function __construct() {
		$this->process = self::process( [], $this->pipes );
		$port          = (int) fgets( $this->pipes[1] );
		if ( 0 === $port ) {
			throw new RuntimeException( 'The hostile provider ended at once.' );
		}
		$this->issuer = "http://127.0.0.1:$port";
	}

	public function __destruct() {
		$this->stop();
	}

	/**
	 * Everything it can play, for data providers.
	 *
	 * @return array{login: array<string, array{about: string, accept: bool}>, logout: array<string, array{about: string, status: int}>}
	 */
	public static function inventory(): array {
		$process = self::process( [ '--list' ], $pipes );
		$list    = (string) stream_get_contents( $pipes[1] );
		array_map( 'fclose', $pipes );
		proc_close( $process );
		return json_decode( $list, true, 5, JSON_THROW_ON_ERROR );
	}

	/**
	 * @param list<string>              $arguments
	 * @param array<int, resource>|null $pipes Standard input and output.
	 * @param-out array<int, resource> $pipes
	 * @return resource
	 */
	private static function process( array $arguments, ?array &$pipes ) {
		$process = proc_open(
			[ 'node', '--import', 'tsx', 'tests/support/provider/hostile.ts', ...$arguments ],
			[ [ 'pipe', 'r' ], [ 'pipe', 'w' ], [ 'file', 'php://stderr', 'w' ] ],
			$pipes,
			dirname( __DIR__, 2 )
		);
		if ( false === $process ) {
			throw new RuntimeException( 'The hostile provider could not be started.' );
		}
		return $process;
	}

	/**
	 * Begins a scenario; the log starts empty.
	 *
	 * @param string               $scenario Name of the scenario.
	 * @param array<string, mixed> $order    `claims`, `clientSecret`, `clientKey`, `slow`, `dead`, `loggedOut`, `rotate`.
	 */
	public function play( string $scenario, array $order = [] ): void {
		$this->request( 'POST', '/control', [ 'scenario' => $scenario ] + $order );
	}

	/**
	 * Requests since the scenario began.
	 *
	 * @param string $endpoint Only those to `discovery`, `jwks`, `auth`, `token`, `userinfo`, `logout`; empty: all.
	 * @return list<array{endpoint: string, method: string, query: array<string, string>, form: array<string, string>, authorization: string}>
	 */
	public function log( string $endpoint = '' ): array {
		$log = $this->request( 'GET', '/control/log' );
		return array_values( array_filter( $log, static fn ( array $entry ): bool => '' === $endpoint || $endpoint === $entry['endpoint'] ) );
	}

	/**
	 * A logout token, to be posted to a portal.
	 *
	 * @param string                 $kind   Name of its kind.
	 * @param array<string, ?string> $about `sub` and `sid`.
	 * @param array<string, mixed>   $claims Further claims; null takes one away.
	 */
	public function logout_token( string $kind, array $about, array $claims = [] ): string {
		$order = [ 'kind' => $kind ] + array_filter( $about, 'is_string' );
		if ( [] !== $claims ) {
			$order['claims'] = $claims;
		}
		return (string) $this->request( 'POST', '/control/logout-token', $order )['token'];
	}

	/**
	 * Sends a browser to the provider and says where it is sent back to.
	 *
	 * @param string $address Authorization request.
	 * @return string Address of the callback with its parameters.
	 */
	public function authorize( string $address ): string {
		$context = stream_context_create( [ 'http' => [ 'follow_location' => 0, 'ignore_errors' => true ] ] );
		$stream  = fopen( $address, 'r', false, $context );
		if ( false === $stream ) {
			throw new RuntimeException( "Nobody answers at $address." );
		}
		$headers = (array) ( stream_get_meta_data( $stream )['wrapper_data'] ?? [] );
		fclose( $stream );
		foreach ( $headers as $header ) {
			if ( is_string( $header ) && 0 === stripos( $header, 'Location: ' ) ) {
				return substr( $header, 10 );
			}
		}
		throw new RuntimeException( "The hostile provider sent nobody back from $address." );
	}

	/** Ends it; sessions that need it are on their own from now on. */
	public function stop(): void {
		if ( ! $this->running ) {
			return;
		}
		$this->running = false;
		fclose( $this->pipes[0] );
		fclose( $this->pipes[1] );
		proc_close( $this->process );
	}

	/**
	 * @param array<string, mixed> $body
	 * @return array<mixed>
	 */
	private function request( string $method, string $path, array $body = [] ): array {
		$context = stream_context_create(
			[
				'http' => [
					'method'        => $method,
					'header'        => 'Content-Type: application/json',
					'content'       => [] === $body ? '' : (string) json_encode( $body, JSON_THROW_ON_ERROR ),
					'ignore_errors' => true,
				],
			]
		);
		$answer  = json_decode( (string) file_get_contents( $this->issuer . $path, false, $context ), true, 16, JSON_THROW_ON_ERROR );
		if ( isset( $answer['error'] ) ) {
			throw new RuntimeException( 'The hostile provider refuses: ' . $answer['error'] );
		}
		return $answer;
	}
}
