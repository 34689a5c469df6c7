<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Core\Transaction;
use Lernwelt\Core\TransactionFailed;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\Stack;
use mysqli;
use RuntimeException;
use wpdb;

final class TransactionTest extends IntegrationTestCase {

	private Transaction $transaction;

	protected function setUp(): void {
		parent::setUp();
		$this->work_without_rollback();
		$this->transaction = Core::services()->transaction;
	}

	public function test_everything_is_kept_and_the_result_handed_on(): void {
		self::assertSame( 'done', $this->transaction->run( static fn (): string => self::note( 'a' ) . self::note( 'b' ) . 'done' ) );
		self::assertSame( [ 'a', 'b' ], self::notes() );
		self::assertFalse( $this->transaction->is_open() );
	}

	public function test_nothing_is_kept_when_the_work_throws(): void {
		try {
			$this->transaction->run(
				static function (): never {
					self::note( 'a' );
					throw new RuntimeException( 'changed my mind' );
				}
			);
		} catch ( RuntimeException $thrown ) {
			self::assertSame( 'changed my mind', $thrown->getMessage() );
		}
		self::note( 'after' );
		self::assertSame( [ 'after' ], self::notes() );
		self::assertFalse( $this->transaction->is_open() );
	}

	public function test_an_inner_one_is_taken_back_alone(): void {
		$this->transaction->run(
			function (): void {
				self::note( 'outer' );
				try {
					$this->transaction->run(
						static function (): never {
							self::note( 'inner' );
							throw new RuntimeException( 'only this' );
						}
					);
				} catch ( RuntimeException ) {
					self::note( 'more' );
				}
				$this->transaction->run( static fn (): string => self::note( 'second' ) );
			}
		);
		self::assertSame( [ 'more', 'outer', 'second' ], self::notes() );
	}

	public function test_an_outer_one_takes_the_inner_with_it(): void {
		try {
			$this->transaction->run(
				function (): never {
					$this->transaction->run( static fn (): string => self::note( 'inner' ) );
					throw new RuntimeException( 'all of it' );
				}
			);
		} catch ( RuntimeException ) {
			self::assertSame( [], self::notes() );
		}
	}

	public function test_a_refused_statement_stops_what_follows_even_when_somebody_looks_away(): void {
		global $wpdb;
		$reached = false;
		try {
			$this->transaction->run(
				static function () use ( &$reached ): void {
					global $wpdb;
					self::note( 'a' );
					$wpdb->suppress_errors( true );
					self::assertFalse( $wpdb->query( 'UPDATE lw_no_such_table SET a = 1' ) );
					self::note( 'b' );
					$reached = true;
				}
			);
			self::fail( 'no exception' );
		} catch ( TransactionFailed $failure ) {
			self::assertFalse( $failure->transient );
			self::assertStringContainsString( 'lw_no_such_table', $failure->getMessage() );
		} finally {
			$wpdb->suppress_errors( false );
		}
		self::assertFalse( $reached );
		self::assertSame( [], self::notes() );
		$this->transaction->run( static fn (): string => self::note( 'next' ) );
		self::assertSame( [ 'next' ], self::notes(), 'the next one is not concerned' );
	}

	public function test_a_refusal_at_the_very_end_counts(): void {
		global $wpdb;
		$this->expectException( TransactionFailed::class );
		try {
			$this->transaction->run(
				static function (): void {
					global $wpdb;
					self::note( 'a' );
					$wpdb->suppress_errors( true );
					$wpdb->query( 'UPDATE lw_no_such_table SET a = 1' );
				}
			);
		} finally {
			$wpdb->suppress_errors( false );
			self::assertSame( [], self::notes() );
		}
	}

	public function test_a_refusal_inside_dooms_the_outside(): void {
		try {
			$this->transaction->run(
				function (): void {
					self::note( 'outer' );
					try {
						$this->transaction->run(
							static function (): void {
								global $wpdb;
								Statement::run( $wpdb, 'UPDATE lw_no_such_table SET a = 1' );
							}
						);
					} catch ( RuntimeException ) {
						self::note( 'went on' );
					}
				}
			);
			self::fail( 'no exception' );
		} catch ( TransactionFailed ) {
			self::assertSame( [], self::notes() );
			self::assertFalse( $this->transaction->is_open() );
		}
	}

	public function test_a_lost_connection_ends_it_and_the_next_statement_works(): void {
		global $wpdb;
		$server = ( Stack::from_environment() )->config()['db'];
		if ( 'sqlite' === $server['engine'] ) {
			self::assertNotInstanceOf( mysqli::class, $wpdb->__get( 'dbh' ), 'a file has no connection to lose' );
			return;
		}
		$runs = 0;
		try {
			$this->transaction->run(
				static function () use ( &$runs ): void {
					global $wpdb;
					++$runs;
					self::note( 'before' );
					$id = (int) $wpdb->get_var( 'SELECT CONNECTION_ID()' );
					( new wpdb( DB_USER, DB_PASSWORD, DB_NAME, DB_HOST ) )->query( $wpdb->prepare( 'KILL %d', $id ) );
					self::note( 'behind' );
				}
			);
			self::fail( 'no exception' );
		} catch ( TransactionFailed $failure ) {
			self::assertStringContainsString( 'connection', $failure->getMessage() );
		}
		self::assertSame( 1, $runs );
		self::assertSame( [], self::notes(), 'neither what was before nor what was behind' );
		$this->transaction->run( static fn (): string => self::note( 'again' ) );
		self::assertSame( [ 'again' ], self::notes() );
	}

	public function test_processes_in_each_others_way_all_come_through(): void {
		self::note( 'left' );
		self::note( 'right' );
		$results = Processes::run(
			4,
			'global $wpdb;
			$transaction = \Lernwelt\Core\Core::services()->transaction;
			$runs = 0;
			for ( $i = 0; $i < 10; ++$i ) {
				$transaction->run( static function () use ( $number, $wpdb, &$runs ): void {
					++$runs;
					$both = [ "lw_note_left", "lw_note_right" ];
					foreach ( 0 === $number % 2 ? $both : array_reverse( $both ) as $key ) {
						\Lernwelt\Core\Persistence\Statement::run( $wpdb, "UPDATE %i SET meta_value = meta_value + 1 WHERE meta_key = %s", $wpdb->sitemeta, $key );
						usleep( 2000 );
					}
				} );
			}
			echo $runs;'
		);
		global $wpdb;
		self::assertSame( [ '41', '41' ], $wpdb->get_col( "SELECT meta_value FROM $wpdb->sitemeta WHERE meta_key LIKE 'lw\_note\_%'" ), implode( ' ', $results ) );
		self::assertGreaterThanOrEqual( 40, array_sum( array_map( intval( ... ), $results ) ) );
	}

	private static function note( string $name ): string {
		global $wpdb;
		Statement::run( $wpdb, 'INSERT INTO %i (site_id, meta_key, meta_value) VALUES (1, %s, %s)', $wpdb->sitemeta, "lw_note_$name", '1' );
		return '';
	}

	/**
	 * @return list<string>
	 */
	private static function notes(): array {
		global $wpdb;
		return array_values( array_map( static fn ( string $key ): string => substr( $key, 8 ), $wpdb->get_col( "SELECT meta_key FROM $wpdb->sitemeta WHERE meta_key LIKE 'lw\_note\_%' ORDER BY meta_key" ) ) );
	}
}
