<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Cache;

use stdClass;

/** What WordPress expects of its object cache, across requests. */
final class ObjectCacheTest extends CacheTestCase {

	public function test_values_of_all_kinds_come_back_as_they_were(): void {
		$object       = new stdClass();
		$object->name = [ 'ä' => 1 ];
		$values       = [ false, null, 0, -7, '', '0', '5', 1.5, true, [], [ 'a' => null ], $object, str_repeat( "\0ß", 600_000 ), PHP_INT_MAX ];
		$first        = self::request();
		foreach ( $values as $number => $value ) {
			self::assertTrue( $first->set( "k$number", $value, 'things', 0 ) );
		}
		$second = self::request();
		foreach ( $values as $number => $value ) {
			foreach ( [ $first, $second, $second ] as $request ) {
				$found = false;
				$back  = $request->get( "k$number", 'things', false, $found );
				self::assertTrue( $found, "k$number" );
				self::assertEquals( $value, $back );
				self::assertSame( gettype( $value ), gettype( $back ) );
			}
		}
		self::assertEquals( [ 'k0' => false, 'k2' => 0, 'none' => false, 'k11' => $object ], self::request()->get_multiple( [ 'k0', 'k2', 'none', 'k11' ], 'things' ) );
	}

	public function test_nobody_changes_what_another_holds(): void {
		$object = (object) [ 'name' => 'A' ];
		$cache  = self::request();
		$cache->set( 'o', $object, 'things', 0 );
		$object->name = 'B';
		$cache->get( 'o', 'things' )->name = 'C';
		self::assertSame( 'A', $cache->get( 'o', 'things' )->name );
		self::assertSame( 'A', self::seen( 'o', 'things' )[0]->name );
	}

	public function test_what_is_too_large_stays_with_the_request(): void {
		$cache = self::request();
		$cache->set( 'large', 'old', 'things', 0 );
		$cache->set( 'large', str_repeat( 'x', 5_000_000 ), 'things', 0 );
		self::assertSame( 5_000_000, strlen( $cache->get( 'large', 'things' ) ) );
		self::assertSame( [ false, false ], self::seen( 'large', 'things' ) );
	}

	public function test_only_one_adds_and_only_what_is_there_is_replaced(): void {
		[ $one, $two ] = [ self::request(), self::request() ];
		self::assertFalse( $one->replace( 'k', 1, 'things', 0 ) );
		self::assertTrue( $one->add( 'k', 'one', 'things', 0 ) );
		self::assertFalse( $one->add( 'k', 'again', 'things', 0 ) );
		self::assertFalse( $two->add( 'k', 'two', 'things', 0 ) );
		self::assertSame( 'one', $two->get( 'k', 'things' ) );
		self::assertTrue( $two->replace( 'k', 'three', 'things', 0 ) );
		self::assertSame( [ 'three', true ], self::seen( 'k', 'things' ) );
		self::assertSame( [ 'k' => false, 'n' => true ], self::request()->add_multiple( [ 'k' => 1, 'n' => 2 ], 'things', 0 ) );
	}

	public function test_deleting_says_what_was_there(): void {
		$cache = self::request();
		$cache->set_multiple( [ 'a' => 1, 'b' => 2 ], 'things', 0 );
		self::assertSame( [ 'a' => true, 'b' => true, 'c' => false ], self::request()->delete_multiple( [ 'a', 'b', 'c' ], 'things' ) );
		self::assertSame( [ false, false ], self::seen( 'a', 'things' ) );
		self::assertSame( 1, $cache->get( 'a', 'things' ) );
		self::assertFalse( $cache->get( 'a', 'things', true ) );
	}

	public function test_numbers_are_counted_by_all(): void {
		[ $one, $two ] = [ self::request(), self::request() ];
		self::assertFalse( $one->count( 'n', 1, 'things' ) );
		$one->set( 'n', 5, 'things', 0 );
		self::assertSame( [ 7, 8, 0 ], [ $one->count( 'n', 2, 'things' ), $two->count( 'n', 1, 'things' ), $one->count( 'n', -100, 'things' ) ] );
		$one->set( 's', '41', 'things', 0 );
		$one->set( 'w', 'word', 'things', 0 );
		self::assertSame( [ 42, 43, 1 ], [ $two->count( 's', 1, 'things' ), $one->count( 's', 1, 'things' ), $two->count( 'w', 1, 'things' ) ] );
		$one->set( 'c', 1, 'counts', 0 );
		self::assertSame( 3, $one->count( 'c', 2, 'counts' ) );
	}

	public function test_each_portal_has_its_own_and_the_network_what_all_share(): void {
		self::request( 2 )->set( 'k', 'two', 'things', 0 );
		self::request( 3 )->set( 'k', 'three', 'things', 0 );
		self::request( 2 )->set( 'k', 'all', 'site-queries', 0 );
		self::request( 2 )->set( 'k', 'local', 'counts', 0 );
		self::assertSame( [ 'two', 'three', 'all', false ], [ self::seen( 'k', 'things', 2 )[0], self::seen( 'k', 'things', 3 )[0], self::request( 3 )->get( 'k', 'site-queries' ), self::request( 2 )->get( 'k', 'counts' ) ] );
		$cache = self::request( 2 );
		$cache->switch_to( 3 );
		self::assertSame( 'three', $cache->get( 'k', 'things' ) );
	}

	public function test_what_has_an_end_ends(): void {
		self::request()->set_multiple( [ 'short' => 1 ], 'things', 1 );
		self::request()->set_multiple( [ 'long' => 1 ], 'things', 0 );
		self::assertSame( [ 1, true ], self::seen( 'short', 'things' ) );
		usleep( 1_100_000 );
		self::assertSame( [ false, false ], self::seen( 'short', 'things' ) );
		self::assertSame( [ 1, true ], self::seen( 'long', 'things' ) );
	}

	public function test_emptying_concerns_this_installation_only(): void {
		self::request()->set( 'k', 'ours', 'things', 0 );
		self::request( 1, 'lwother' )->set( 'k', 'theirs', 'things', 0 );
		$cache = self::request();
		self::assertSame( 'ours', $cache->get( 'k', 'things' ) );
		self::assertTrue( $cache->flush() );
		self::assertFalse( $cache->get( 'k', 'things' ) );
		self::assertSame( [ false, false ], self::seen( 'k', 'things' ) );
		self::assertSame( 'theirs', self::request( 1, 'lwother' )->get( 'k', 'things' ) );
		self::request()->set( 'k', 1, 'things', 0 );
		self::request( 2 )->set( 'k', 1, 'things', 0 );
		self::request()->set( 'k', 1, 'things-else', 0 );
		self::request()->flush_group( 'things' );
		self::assertSame( [ false, false, true ], [ self::seen( 'k', 'things' )[1], self::seen( 'k', 'things', 2 )[1], self::seen( 'k', 'things-else' )[1] ] );
	}

	public function test_memory_is_given_back_without_forgetting_what_others_share(): void {
		$cache = self::request();
		$cache->set( 'k', 1, 'things', 0 );
		$cache->set( 'k', 1, 'counts', 0 );
		$cache->flush_runtime();
		self::assertSame( [ 1, false ], [ $cache->get( 'k', 'things' ), $cache->get( 'k', 'counts' ) ] );
	}

	public function test_an_address_asks_twice_when_it_is_known(): void {
		foreach ( range( 1, 30 ) as $number ) {
			self::request()->set( "k$number", $number, 'things', 0 );
		}
		$visit = static function ( int $last ): int {
			$cache  = self::request( 1, 'lwtest', 'page' );
			$before = self::commands();
			foreach ( range( 1, $last ) as $number ) {
				self::assertSame( $number, $cache->get( "k$number", 'things' ) );
			}
			self::assertFalse( $cache->get( 'missing', 'things' ) );
			$asked = self::commands() - $before;
			$cache->close();
			return $asked;
		};
		self::assertSame( [ 31, 0, 0 ], [ $visit( 30 ), $visit( 30 ), $visit( 10 ) ] );
		self::assertSame( 20, $visit( 30 ), 'What one visit did not need is not fetched for the next.' );
		self::assertSame( 20, $visit( 30 ), 'Nothing is added to a list that is a moment old.' );
		$list = self::store();
		$list->connect();
		$list->put( [ 'prefetch:page' => (string) $list->codec->encode( [ 'grown' => time() - 31 ] + (array) ( $list->codec->decode( $list->one( 'prefetch:page' ) )[0] ?? [] ) ) ], 600 );
		self::assertSame( [ 20, 0 ], [ $visit( 30 ), $visit( 30 ) ], 'Later on, what a visit had to ask for is fetched for the next.' );
		$cache = self::request( 1, 'lwtest', 'page' );
		self::request()->set( 'k1', 'new', 'things', 0 );
		self::assertSame( 1, $cache->get( 'k1', 'things' ), 'As it was when the request began.' );
		self::assertSame( 'new', $cache->get( 'k1', 'things', true ) );
	}

	private static function commands(): int {
		$all = self::$redis->client()->info( 'commandstats' );
		return array_sum( array_map( static fn ( string $name ): int => 1 === preg_match( '/calls=(\d+)/', (string) ( $all[ $name ] ?? '' ), $found ) ? (int) $found[1] : 0, [ 'cmdstat_get', 'cmdstat_mget' ] ) );
	}
}
