<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Cache;

use Lernwelt\Core\Cache\Codec;
use Lernwelt\Core\Cache\DownMark;
use Lernwelt\Core\Cache\ObjectCache;
use Lernwelt\Core\Cache\Prefetch;
use Lernwelt\Core\Cache\RedisStore;
use PHPUnit\Framework\TestCase;

/** Requests that share a Redis. */
abstract class CacheTestCase extends TestCase {

	protected static RedisServer $redis;

	public static function setUpBeforeClass(): void {
		if ( ! RedisServer::is_possible() ) {
			self::fail( 'redis-server or the PHP extension redis is missing here: ./bin/test installs them.' );
		}
		self::$redis = RedisServer::start();
	}

	public static function tearDownAfterClass(): void {
		if ( RedisServer::is_possible() ) {
			self::$redis->end();
		}
	}

	protected function setUp(): void {
		self::$redis->client()->flushAll();
	}

	protected static function store( string $prefix = 'lwtest' ): RedisStore {
		return new RedisStore( self::$redis->socket, 0, '', 0, $prefix, new Codec( true ), new DownMark( self::$redis->folder . '/mark' ) );
	}

	/** The cache as a new request finds it. */
	protected static function request( int $portal = 1, string $prefix = 'lwtest', string $kind = '' ): ObjectCache {
		$store = self::store( $prefix );
		self::assertTrue( $store->connect(), $store->problem() );
		$cache = new ObjectCache( $store, new Prefetch( $store, $kind ) );
		$cache->add_global_groups( [ 'users', 'site-options', 'site-queries' ] );
		$cache->add_local_groups( [ 'counts' ] );
		$cache->switch_to( $portal );
		return $cache;
	}

	/** @return array{mixed, bool} Value and whether there is one, as a new request sees it. */
	protected static function seen( string $key, string $group, int $portal = 1 ): array {
		$found = false;
		$value = self::request( $portal )->get( $key, $group, false, $found );
		return [ $value, $found ];
	}
}
