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
use RuntimeException;

/** What waits until everything is kept. */
final class TransactionAfterTest extends IntegrationTestCase {

	private Transaction $transaction;

	/** @var list<string> What was done, in its order. */
	private array $done = [];

	protected function setUp(): void {
		parent::setUp();
		$this->work_without_rollback();
		$this->transaction = Core::services()->transaction;
	}

	public function test_without_a_transaction_it_is_done_at_once(): void {
		$this->wait( 'now' );
		self::assertSame( [ 'now' ], $this->done );
	}

	public function test_it_waits_for_the_end_of_the_outermost_and_keeps_its_order(): void {
		$this->transaction->run(
			function (): void {
				$this->wait( 'first' );
				$this->transaction->run( fn () => $this->wait( 'inner' ) );
				$this->wait( 'last' );
				self::assertSame( [], $this->done );
			}
		);
		self::assertSame( [ 'first', 'inner', 'last' ], $this->done );
	}

	public function test_it_is_done_outside_so_that_nothing_takes_it_back(): void {
		$this->transaction->run(
			function (): void {
				$this->transaction->after(
					function (): void {
						self::assertFalse( $this->transaction->is_open() );
						$this->transaction->run( fn () => $this->wait( 'of its own transaction' ) );
						$this->wait( 'at once' );
					}
				);
			}
		);
		self::assertSame( [ 'of its own transaction', 'at once' ], $this->done );
	}

	public function test_it_is_forgotten_when_nothing_is_kept(): void {
		try {
			$this->transaction->run(
				function (): never {
					$this->wait( 'never' );
					$this->transaction->run( fn () => $this->wait( 'nor this' ) );
					throw new RuntimeException( 'changed my mind' );
				}
			);
		} catch ( RuntimeException ) {
			self::assertSame( [], $this->done );
		}
		$this->transaction->run( fn () => $this->wait( 'the next one' ) );
		self::assertSame( [ 'the next one' ], $this->done );
	}

	public function test_a_dropped_savepoint_forgets_only_its_own(): void {
		$this->transaction->run(
			function (): void {
				$this->wait( 'before' );
				try {
					$this->transaction->run(
						function (): never {
							$this->wait( 'dropped' );
							$this->transaction->run( fn () => $this->wait( 'dropped with it' ) );
							throw new RuntimeException( 'only this' );
						}
					);
				} catch ( RuntimeException ) {
					$this->wait( 'behind' );
				}
			}
		);
		self::assertSame( [ 'before', 'behind' ], $this->done );
	}

	public function test_a_second_try_does_it_once(): void {
		$runs = 0;
		$this->transaction->run(
			function () use ( &$runs ): void {
				$this->wait( 'once' );
				if ( 3 > ++$runs ) {
					throw new TransactionFailed( 'Deadlock', true );
				}
			}
		);
		self::assertSame( [ 3, [ 'once' ] ], [ $runs, $this->done ] );
	}

	public function test_what_fails_holds_up_nothing_and_is_told_at_the_end(): void {
		$log    = (string) tempnam( sys_get_temp_dir(), 'log' );
		$before = ini_set( 'error_log', $log );
		try {
			$this->transaction->run(
				function (): void {
					self::note();
					$this->wait( 'one' );
					$this->transaction->after( static fn () => throw new RuntimeException( 'the first failure' ) );
					$this->wait( 'two' );
					$this->transaction->after( static fn () => throw new RuntimeException( 'the second failure' ) );
					$this->wait( 'three' );
				}
			);
			self::fail( 'no exception' );
		} catch ( RuntimeException $thrown ) {
			self::assertSame( 'the first failure', $thrown->getMessage() );
		} finally {
			ini_set( 'error_log', (string) $before );
		}
		self::assertSame( [ 'one', 'two', 'three' ], $this->done );
		self::assertSame( 1, self::notes(), 'what was kept stays' );
		self::assertStringContainsString( 'the second failure', (string) file_get_contents( $log ) );
		unlink( $log );
		$this->transaction->run( fn () => $this->wait( 'the next one' ) );
		self::assertSame( [ 'one', 'two', 'three', 'the next one' ], $this->done );
	}

	public function test_work_that_was_kept_is_not_repeated_because_of_what_waited(): void {
		try {
			$this->transaction->run(
				function (): void {
					self::note();
					$this->transaction->after( static fn () => throw new TransactionFailed( 'Deadlock of another transaction', true ) );
				}
			);
			self::fail( 'no exception' );
		} catch ( TransactionFailed $failure ) {
			self::assertSame( 'Deadlock of another transaction', $failure->getMessage() );
		}
		self::assertSame( 1, self::notes() );
	}

	private function wait( string $what ): void {
		$this->transaction->after(
			function () use ( $what ): void {
				$this->done[] = $what;
			}
		);
	}

	private static function note(): void {
		global $wpdb;
		Statement::run( $wpdb, 'INSERT INTO %i (site_id, meta_key, meta_value) VALUES (1, %s, %s)', $wpdb->sitemeta, 'lw_after', '1' );
	}

	private static function notes(): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->sitemeta WHERE meta_key = 'lw_after'" );
	}
}
