<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Cache;

use Lernwelt\Core\Cache\Codec;

/** Requests at the same moment, and rows that aren't committed yet. */
final class RaceTest extends CacheTestCase {

	private const OPTIONS = [ 'a' => 'old', 'b' => 'old' ];

	public function test_two_options_changed_at_once_are_both_read_anew(): void {
		self::request()->add( 'alloptions', self::OPTIONS, 'options', 0 );
		self::assertSame( [ self::OPTIONS, true ], self::seen( 'alloptions', 'options' ) );
		[ $one, $two ] = [ self::request(), self::request() ];
		foreach ( [ [ $one, 'a' ], [ $two, 'b' ] ] as [ $request, $option ] ) {
			self::assertSame( self::OPTIONS, $request->get( 'alloptions', 'options', true ) );
		}
		// As update_option() does: everything as it was read, with one change.
		$one->set( 'alloptions', [ 'a' => 'new' ] + self::OPTIONS, 'options', 0 );
		$two->set( 'alloptions', [ 'b' => 'new' ] + self::OPTIONS, 'options', 0 );
		self::assertSame( 'new', $one->get( 'alloptions', 'options', true )['a'], 'Whoever changed it sees the change.' );
		self::assertSame( [ false, false ], self::seen( 'alloptions', 'options' ), 'All others read the database.' );
	}

	public function test_nobody_fills_in_what_they_read_before_a_change(): void {
		[ $reader, $writer ] = [ self::request(), self::request() ];
		self::assertFalse( $reader->get( 5, 'posts' ) );
		// The reader has asked the database; meanwhile the row changes.
		$writer->delete_multiple( [ 5 ], 'posts' );
		usleep( 50_000 );
		$reader->add( 5, 'old row', 'posts', 0 );
		self::assertSame( 'old row', $reader->get( 5, 'posts' ), 'Its own request goes on with what it read.' );
		self::assertSame( [ false, false ], self::seen( '5', 'posts' ) );
	}

	public function test_rows_of_an_open_transaction_stay_with_their_request(): void {
		$writer = self::request();
		$writer->add( 5, 'committed', 'posts', 0 );
		$writer = self::request();
		$writer->delete_multiple( [ 5 ], 'posts' );
		$writer->add( 5, 'perhaps rolled back', 'posts', 0 );
		$writer->set( 'last_changed', 'T1', 'posts', 0 );
		self::assertSame( 'perhaps rolled back', $writer->get( 5, 'posts', true ) );
		self::assertSame( [ false, false ], self::seen( '5', 'posts' ) );
		// The moment passes before the transaction ends, and somebody fills in the row as it was.
		self::$redis->expire( '*:posts:1:5' );
		self::request()->add( 5, 'before the commit', 'posts', 0 );
		self::assertSame( [ 'before the commit', true ], self::seen( '5', 'posts' ) );
		$writer->close();
		self::assertSame( [ false, false ], self::seen( '5', 'posts' ), 'At the end of the request it is deleted once more.' );
		self::assertSame( [ false, false ], self::seen( 'last_changed', 'posts' ), 'Lists made meanwhile are worth nothing.' );
	}

	public function test_lists_of_absent_options_grow_together_and_never_hide_a_new_one(): void {
		[ $one, $two ] = [ self::request(), self::request() ];
		self::assertFalse( $one->get( 'notoptions', 'options' ) );
		self::assertFalse( $two->get( 'notoptions', 'options' ) );
		$one->set( 'notoptions', [ 'x' => true ], 'options', 0 );
		self::assertSame( [ [ 'x' => true ], true ], self::seen( 'notoptions', 'options' ) );
		$one->set( 'notoptions', [ 'x' => true, 'y' => true ], 'options', 0 );
		self::assertSame( [ [ 'x' => true, 'y' => true ], true ], self::seen( 'notoptions', 'options' ) );
		$two->set( 'notoptions', [ 'z' => true ], 'options', 0 );
		self::assertSame( [ [ 'x' => true, 'y' => true ], true ], self::seen( 'notoptions', 'options' ), 'Nothing is overwritten by what is older.' );

		self::$redis->client()->flushAll();
		[ $one, $two ] = [ self::request(), self::request() ];
		$one->get( 'notoptions', 'options' );
		$one->set( 'notoptions', [ 'x' => true, 'y' => true ], 'options', 0 );
		[ $one, $two ] = [ self::request(), self::request() ];
		self::assertCount( 2, $one->get( 'notoptions', 'options' ) );
		self::assertCount( 2, $two->get( 'notoptions', 'options' ) );
		// add_option( 'x' ) in an open transaction …
		$one->set( 'notoptions', [ 'y' => true ], 'options', 0 );
		self::assertSame( [ false, false ], self::seen( 'notoptions', 'options' ), 'Whether the option is there is known at the end.' );
		// … and somebody finds another option missing.
		$two->set( 'notoptions', [ 'x' => true, 'y' => true, 'z' => true ], 'options', 0 );
		self::assertSame( [ false, false ], self::seen( 'notoptions', 'options' ) );
	}

	public function test_what_was_missing_may_be_filled_in_by_set(): void {
		$cache = self::request();
		self::assertFalse( $cache->get( '1:siteurl', 'site-options' ) );
		$cache->set( '1:siteurl', 'http://example.org', 'site-options', 0 );
		self::assertSame( 'http://example.org', self::request()->get( '1:siteurl', 'site-options' ) );
		self::request()->set( '1:siteurl', 'changed', 'site-options', 0 );
		self::assertFalse( self::request()->get( '1:siteurl', 'site-options' ), 'A change is read from the database.' );
	}

	public function test_thousands_of_changes_empty_the_cache(): void {
		self::request()->set( 'k', 1, 'things', 0 );
		$cache = self::request();
		$cache->delete_multiple( range( 1, 6_000 ), 'posts' );
		$cache->add( 1, 'uncommitted', 'posts', 0 );
		self::assertSame( [ 1, true ], self::seen( 'k', 'things' ) );
		$cache->close();
		self::assertSame( [ false, false ], self::seen( 'k', 'things' ) );
	}

	public function test_processes_count_and_add_at_once(): void {
		$code  = 'require $argv[1]; $m = new Lernwelt\Core\Cache\DownMark( $argv[2] . "/mark" ); $s = new Lernwelt\Core\Cache\RedisStore( $argv[2] . "/redis.sock", 0, "", 0, "lwtest", new Lernwelt\Core\Cache\Codec( true ), $m ); $s->connect(); $c = new Lernwelt\Core\Cache\ObjectCache( $s, new Lernwelt\Core\Cache\Prefetch( $s, "" ) ); $c->switch_to( 1 ); while ( microtime( true ) < (float) $argv[3] ) { usleep( 500 ); } $won = 0; for ( $i = 0; $i < 300; ++$i ) { $c->count( "n", 1, "things" ); $won += (int) $c->add( "lock$i", getmypid(), "things", 0 ); } echo $won;';
		self::request()->set( 'n', 0, 'things', 0 );
		$start     = (string) ( microtime( true ) + 0.7 );
		$processes = [];
		foreach ( range( 1, 4 ) as $number ) {
			$process = proc_open( [ PHP_BINARY, '-r', $code, '--', dirname( __DIR__, 5 ) . '/vendor/autoload.php', self::$redis->folder, $start ], [ 1 => [ 'pipe', 'w' ] ], $pipes );
			self::assertIsResource( $process );
			$processes[ $number ] = [ $process, $pipes ];
		}
		$won = 0;
		foreach ( $processes as [ $process, $pipes ] ) {
			$won += (int) stream_get_contents( $pipes[1] );
			self::assertSame( 0, proc_close( $process ) );
		}
		self::assertSame( [ 1_200, true ], self::seen( 'n', 'things' ) );
		self::assertSame( 300, $won );
	}

	public function test_a_marker_of_something_deleted_is_no_value(): void {
		self::assertNull( ( new Codec( true ) )->decode( Codec::DELETED ) );
		self::assertNotNull( ( new Codec( true ) )->decode( ( new Codec( true ) )->encode( Codec::DELETED ) ) );
	}
}
