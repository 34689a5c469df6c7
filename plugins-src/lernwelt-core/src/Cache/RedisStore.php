<?php
/**
 * The server behind the object cache.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

use Closure;
use Redis;
use RedisException;

/**
 * Asks Redis (or Valkey) and gives up for the rest of the request at the first question that isn't answered. All keys
 * carry this installation's prefix and a generation: a new generation empties the cache in one step.
 */
final class RedisStore {

	/** Seconds. Redis answers in fractions of a millisecond, or something is wrong. */
	private const CONNECT = 0.25;
	private const ANSWER  = 1.0;

	/** Seconds after which what nobody ever changed is made anew: the end of any mistake. */
	private const LONGEST = 86_400;

	/** Milliseconds in which nobody may fill in what was deleted: they may have read it before it changed. */
	private const BARRED = 2_000;

	private const COUNT = <<<'LUA'
		local old = redis.call( 'GET', KEYS[1] )
		if not old or old == 'D' then return false end
		if not string.match( old, '^-?%d+$' ) then return { old } end
		local new = redis.call( 'INCRBY', KEYS[1], ARGV[1] )
		if new < 0 then redis.call( 'SET', KEYS[1], '0', 'KEEPTTL' ) return 0 end
		return new
		LUA;

	private const SWAP = <<<'LUA'
		local old = redis.call( 'GET', KEYS[1] )
		if ( old or '' ) ~= ARGV[1] then return 0 end
		redis.call( 'SET', KEYS[1], ARGV[2], 'EX', ARGV[3] )
		return 1
		LUA;

	private ?Redis $redis = null;

	private string $generation = '';

	private string $problem = '';

	/**
	 * @param string   $server   Path of a socket, or a host.
	 * @param int      $port     Port of a host.
	 * @param string   $password Password, '' for none.
	 * @param int      $database Number of the database.
	 * @param string   $prefix   What this installation's keys begin with.
	 * @param Codec    $codec    How values are written.
	 * @param DownMark $mark     Memory of outages.
	 */
	public function __construct(
		private readonly string $server,
		private readonly int $port,
		#[\SensitiveParameter] private readonly string $password,
		private readonly int $database,
		private readonly string $prefix,
		public readonly Codec $codec,
		private readonly DownMark $mark,
	) {}

	/** @return bool Whether the cache can be used in this request. */
	public function connect(): bool {
		if ( ! class_exists( Redis::class ) ) {
			return $this->fail( 'the PHP extension redis is missing' );
		}
		if ( $this->mark->is_fresh() ) {
			$this->problem = 'it was out of reach a moment ago';
			return false;
		}
		try {
			$this->redis = $this->open();
			if ( $this->mark->is_set() ) {
				$this->begin_anew();
				$this->mark->clear();
			} else {
				$this->generation = $this->generation();
			}
		} catch ( RedisException $failure ) {
			return $this->fail( $failure->getMessage() );
		}
		return true;
	}

	public function is_up(): bool {
		return null !== $this->redis;
	}

	/** Why it isn't up, in English; '' when it is. */
	public function problem(): string {
		return $this->problem;
	}

	/**
	 * @param list<string> $keys Keys.
	 * @return list<mixed> What stands there, false for nothing.
	 * @throws StoreFailed
	 */
	public function many( array $keys ): array {
		$found = [] === $keys ? [] : $this->ask( fn ( Redis $redis ): mixed => $redis->mget( array_map( $this->full( ... ), $keys ) ) );
		return is_array( $found ) ? array_values( $found ) : [];
	}

	/** @return mixed What stands there, false for nothing. @throws StoreFailed */
	public function one( string $key ): mixed {
		return $this->ask( fn ( Redis $redis ): mixed => $redis->get( $this->full( $key ) ) );
	}

	/**
	 * @param array<string, string> $texts Key → text.
	 * @param int                   $seconds 0 for as long as there is room.
	 * @param string                $when   '' always, 'nx' where nothing stands, 'xx' where something stands.
	 * @return array<string, bool> Which were written.
	 * @throws StoreFailed
	 */
	public function put( array $texts, int $seconds, string $when = '' ): array {
		$options = [ 'ex' => $seconds > 0 ? min( $seconds, self::LONGEST ) : self::LONGEST, ...( '' === $when ? [] : [ $when ] ) ];
		$done    = $this->pipe(
			$texts,
			fn ( Redis $redis, string $key, string $text ): mixed => $redis->set( $this->full( $key ), $text, $options )
		);
		return array_combine( array_keys( $texts ), array_map( static fn ( mixed $one ): bool => true === $one, $done ) );
	}

	/**
	 * @param list<string> $keys Keys.
	 * @return list<bool> Which were there.
	 * @throws StoreFailed
	 */
	public function remove( array $keys ): array {
		$done = $this->pipe( array_fill_keys( $keys, '' ), fn ( Redis $redis, string $key ): mixed => $redis->unlink( $this->full( $key ) ) );
		return array_map( static fn ( mixed $count ): bool => 1 === $count, $done );
	}

	/**
	 * Deletes, and lets nobody fill in for a moment.
	 *
	 * @param list<string> $keys Keys.
	 * @throws StoreFailed
	 */
	public function bar( array $keys ): void {
		$this->pipe( array_fill_keys( $keys, '' ), fn ( Redis $redis, string $key ): mixed => $redis->set( $this->full( $key ), Codec::DELETED, [ 'px' => self::BARRED ] ) );
	}

	/** @return mixed The new number; false for nothing there; what stands there, in a list, when it isn't a number. @throws StoreFailed */
	public function count( string $key, int $by ): mixed {
		return $this->ask( fn ( Redis $redis ): mixed => $redis->eval( self::COUNT, [ $this->full( $key ), $by ], 1 ) );
	}

	/** @return bool Whether $old stood there ('' for nothing) and $new does now. @throws StoreFailed */
	public function swap( string $key, string $old, string $text, int $seconds = self::LONGEST ): bool {
		return 1 === $this->ask( fn ( Redis $redis ): mixed => $redis->eval( self::SWAP, [ $this->full( $key ), $old, $text, $seconds > 0 ? min( $seconds, self::LONGEST ) : self::LONGEST ], 1 ) );
	}

	/** Empties the cache of this installation; what others keep on the same server stays. @throws StoreFailed */
	public function flush(): void {
		$this->ask( fn ( Redis $redis ): mixed => $this->begin_anew() );
	}

	/** @param string $beginning Deletes all keys that begin so. @throws StoreFailed */
	public function remove_all( string $beginning ): void {
		$this->ask(
			function ( Redis $redis ) use ( $beginning ): bool {
				$redis->setOption( Redis::OPT_SCAN, Redis::SCAN_RETRY );
				$cursor  = null;
				$pattern = addcslashes( $this->full( $beginning ), '*?[]\\' ) . '*';
				while ( is_array( $keys = $redis->scan( $cursor, $pattern, 1000 ) ) ) { // phpcs:ignore -- the extension's own way.
					$redis->unlink( $keys );
				}
				return true;
			}
		);
	}

	/** @throws RedisException */
	private function open(): Redis {
		$redis   = new Redis();
		$is_path = str_starts_with( $this->server, '/' );
		$port    = $is_path ? 0 : $this->port;
		// The next request of a worker takes the connection over; a command's ends with it.
		if ( 'cli' === PHP_SAPI ) {
			$redis->connect( $this->server, $port, self::CONNECT, '', 0, self::ANSWER );
		} else {
			$redis->pconnect( $this->server, $port, self::CONNECT, $this->prefix . $this->database, 0, self::ANSWER );
		}
		$redis->setOption( Redis::OPT_MAX_RETRIES, 1 );
		if ( '' !== $this->password ) {
			$redis->auth( $this->password );
		}
		if ( 0 !== $this->database ) {
			$redis->select( $this->database );
		}
		return $redis;
	}

	/** @throws RedisException */
	private function generation(): string {
		$name  = "$this->prefix:generation";
		$found = $this->redis?->get( $name );
		if ( is_string( $found ) && '' !== $found ) {
			return $found;
		}
		$this->redis?->set( $name, bin2hex( random_bytes( 6 ) ), [ 'nx' ] );
		return (string) $this->redis?->get( $name );
	}

	/** @throws RedisException */
	private function begin_anew(): bool {
		$this->generation = bin2hex( random_bytes( 6 ) );
		return true === $this->redis?->set( "$this->prefix:generation", $this->generation );
	}

	private function full( string $key ): string {
		return "$this->prefix:$this->generation:$key";
	}

	/**
	 * One way to the server and back for many commands.
	 *
	 * @param array<string, string>                 $items   Key → text.
	 * @param Closure(Redis, string, string): mixed $command A command.
	 * @return list<mixed>
	 * @throws StoreFailed
	 */
	private function pipe( array $items, Closure $command ): array {
		if ( [] === $items ) {
			return [];
		}
		$done = $this->ask(
			static function ( Redis $redis ) use ( $items, $command ): mixed {
				if ( 1 === count( $items ) ) {
					return [ $command( $redis, (string) array_key_first( $items ), reset( $items ) ) ];
				}
				$redis->multi( Redis::PIPELINE );
				foreach ( $items as $key => $text ) {
					$command( $redis, (string) $key, $text );
				}
				return $redis->exec();
			}
		);
		return is_array( $done ) ? array_values( $done ) : array_fill( 0, count( $items ), false );
	}

	/**
	 * @param Closure(Redis): mixed $question Question.
	 * @throws StoreFailed When there is no answer, now or earlier in this request.
	 */
	private function ask( Closure $question ): mixed {
		if ( null === $this->redis ) {
			throw new StoreFailed( $this->problem );
		}
		try {
			$answer = $question( $this->redis );
		} catch ( RedisException $failure ) {
			$this->fail( $failure->getMessage() );
			throw new StoreFailed( $failure->getMessage(), 0, $failure );
		}
		return $answer;
	}

	private function fail( string $why ): false {
		$redis         = $this->redis;
		$this->redis   = null;
		$this->problem = $why;
		$this->mark->set( $why );
		// A late answer would be taken for the next question's.
		$redis?->close();
		// From now on transients go to the database; the drop-in says so for what happens earlier.
		if ( function_exists( 'did_action' ) && did_action( 'muplugins_loaded' ) > 0 ) {
			wp_using_ext_object_cache( false );
		}
		return false;
	}
}
