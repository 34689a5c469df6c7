<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Cache;

use Redis;
use RuntimeException;

/** A Redis of one test, on a socket file, with the configuration of the servers. */
final class RedisServer {

	/** @var resource|null */
	private mixed $process = null;

	private function __construct( public readonly string $folder, public readonly string $socket ) {}

	public static function is_possible(): bool {
		return class_exists( Redis::class ) && is_executable( '/usr/bin/redis-server' );
	}

	public static function start(): self {
		$folder = sys_get_temp_dir() . '/lw-redis-' . bin2hex( random_bytes( 4 ) );
		mkdir( $folder );
		$server = new self( $folder, "$folder/redis.sock" );
		$server->run();
		return $server;
	}

	public function run(): void {
		$process = proc_open( [ '/usr/bin/redis-server', dirname( __DIR__, 5 ) . '/deploy/redis/redis.conf', '--unixsocket', $this->socket, '--dir', $this->folder, '--pidfile', "$this->folder/redis.pid" ], [ 1 => [ 'file', "$this->folder/log", 'a' ], 2 => [ 'file', "$this->folder/log", 'a' ] ], $pipes );
		if ( false === $process ) {
			throw new RuntimeException( 'redis-server does not start.' );
		}
		$this->process = $process;
		for ( $tries = 0; $tries < 200; ++$tries ) {
			try {
				$this->client()->ping();
				return;
			} catch ( \RedisException ) {
				usleep( 20_000 );
			}
		}
		throw new RuntimeException( (string) file_get_contents( "$this->folder/log" ) );
	}

	public function client(): Redis {
		$redis = new Redis();
		$redis->connect( $this->socket );
		return $redis;
	}

	/** Lets keys run out now. */
	public function expire( string $pattern ): void {
		$redis  = $this->client();
		$cursor = null;
		$redis->setOption( Redis::OPT_SCAN, Redis::SCAN_RETRY );
		while ( is_array( $keys = $redis->scan( $cursor, $pattern, 1000 ) ) ) { // phpcs:ignore -- the extension's own way.
			$redis->unlink( $keys );
		}
	}

	/** Ends the server; with 19 (STOP) it stays but doesn't answer any more. */
	public function signal( int $signal ): void {
		$pid = (int) file_get_contents( "$this->folder/redis.pid" );
		posix_kill( $pid, $signal );
		$tries = 0;
		while ( 15 === $signal && $this->is_running() && $tries < 200 ) {
			usleep( 20_000 );
			++$tries;
		}
	}

	public function end(): void {
		if ( null !== $this->process && $this->is_running() ) {
			$this->signal( 18 );
			$this->signal( 15 );
		}
		foreach ( (array) glob( "$this->folder/*" ) as $file ) {
			unlink( (string) $file );
		}
		rmdir( $this->folder );
	}

	private function is_running(): bool {
		return null !== $this->process && proc_get_status( $this->process )['running'];
	}
}
