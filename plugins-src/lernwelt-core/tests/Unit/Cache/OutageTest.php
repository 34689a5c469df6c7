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

/** A Redis that goes, hangs or was never there. */
final class OutageTest extends CacheTestCase {

	private string $log;

	protected function setUp(): void {
		parent::setUp();
		$this->log = self::$redis->folder . '/errors';
		file_put_contents( $this->log, '' );
		ini_set( 'error_log', $this->log );
	}

	protected function tearDown(): void {
		ini_restore( 'error_log' );
	}

	public function test_a_request_goes_on_when_redis_goes_and_the_next_ones_do_not_wait(): void {
		$cache = self::request();
		$cache->set( 'k', 'known', 'things', 0 );
		$store = self::store();
		self::assertTrue( $store->connect() );
		$cache = new ObjectCache( $store, new Prefetch( $store, '' ) );
		$cache->switch_to( 1 );
		self::assertSame( 'known', $cache->get( 'k', 'things' ) );
		self::$redis->signal( 15 );

		self::assertFalse( $cache->get( 'other', 'things' ) );
		self::assertFalse( $store->is_up() );
		self::assertNotSame( '', $store->problem() );
		self::assertSame( 'known', $cache->get( 'k', 'things' ), 'What it has read stays.' );
		self::assertTrue( $cache->set( 'n', 5, 'things', 0 ) );
		self::assertTrue( $cache->add( 'm', 1, 'posts', 0 ) );
		self::assertFalse( $cache->add( 'n', 1, 'things', 0 ) );
		self::assertSame( [ 6, 4 ], [ $cache->count( 'n', 1, 'things' ), $cache->count( 'n', -2, 'things' ) ] );
		self::assertTrue( $cache->replace( 'n', 1, 'things', 0 ) );
		self::assertSame( [ 'n' => true, 'x' => false ], $cache->delete_multiple( [ 'n', 'x' ], 'things' ) );
		self::assertSame( [ 'k' => 'known', 'n' => false ], $cache->get_multiple( [ 'k', 'n' ], 'things' ) );
		self::assertTrue( $cache->flush() );
		self::assertTrue( $cache->flush_group( 'things' ) );
		$cache->close();

		$since = microtime( true );
		foreach ( range( 1, 20 ) as $ignored ) {
			self::assertFalse( self::store()->connect() );
		}
		self::assertLessThan( 0.1, microtime( true ) - $since );
		self::assertSame( 1, substr_count( (string) file_get_contents( $this->log ), 'out of reach' ), 'One line, not one for each request.' );

		// It is back, with what it had; changes made meanwhile never reached it.
		self::$redis->run();
		self::assertFalse( self::store()->connect(), 'Nobody asks during the pause.' );
		self::request_after_pause()->set( 'fresh', 1, 'things', 0 );
		self::assertSame( [ 1, true ], self::seen( 'fresh', 'things' ) );
		self::assertStringContainsString( 'answers again', (string) file_get_contents( $this->log ) );
	}

	public function test_after_an_outage_nothing_old_is_believed(): void {
		self::request()->set( 'k', 'before', 'things', 0 );
		( new DownMark( self::$redis->folder . '/mark' ) )->set( 'as if one request had not reached it' );
		self::assertFalse( self::request_after_pause()->get( 'k', 'things' ) );
		self::assertSame( [ false, false ], self::seen( 'k', 'things' ) );
	}

	public function test_a_server_that_hangs_costs_one_short_wait(): void {
		self::assertTrue( self::store()->connect() );
		self::$redis->signal( 19 );
		try {
			$since = microtime( true );
			self::assertFalse( self::store()->connect() );
			self::assertLessThan( 1.6, microtime( true ) - $since );
			$since = microtime( true );
			self::assertFalse( self::store()->connect() );
			self::assertLessThan( 0.05, microtime( true ) - $since );
		} finally {
			self::$redis->signal( 18 );
		}
		self::assertTrue( self::request_after_pause()->set( 'k', 1, 'things', 0 ) );
	}

	public function test_without_a_server_there_is_no_cache_and_no_error(): void {
		$store = new RedisStore( '/nowhere/redis.sock', 0, '', 0, 'lwtest', new Codec( true ), new DownMark( self::$redis->folder . '/other' ) );
		self::assertFalse( $store->connect() );
		self::assertFalse( $store->is_up() );
		self::assertStringContainsString( 'Redis is out of reach', (string) file_get_contents( $this->log ) );
	}

	private static function request_after_pause(): ObjectCache {
		touch( self::$redis->folder . '/mark', time() - DownMark::PAUSE - 1 );
		return self::request();
	}
}
