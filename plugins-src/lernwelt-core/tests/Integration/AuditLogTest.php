<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Tests\IntegrationTestCase;
use RuntimeException;

final class AuditLogTest extends IntegrationTestCase {

	/** @var list<AuditEvent> What the action handed on. */
	private array $heard = [];

	private bool $heard_inside = false;

	protected function setUp(): void {
		parent::setUp();
		$this->work_without_rollback();
		remove_all_actions( AuditLog::ACTION );
		add_action(
			AuditLog::ACTION,
			function ( AuditEvent $event ): void {
				$this->heard_inside = $this->heard_inside || Core::services()->transaction->is_open();
				$this->heard[]      = $event;
			}
		);
	}

	protected function tearDown(): void {
		parent::tearDown();
		self::assertFalse( $this->heard_inside, 'A listener writes rows that nothing may take back.' );
	}

	public function test_without_a_transaction_an_event_goes_out_at_once(): void {
		$event = new AuditEvent( 'login', 'refused', 'nonce_invalid' );
		Core::services()->audit->record( $event );
		self::assertSame( [ $event ], $this->heard );
	}

	public function test_within_a_transaction_it_goes_out_after_the_end(): void {
		Core::services()->transaction->run(
			function (): void {
				self::record( 'first' );
				Core::services()->transaction->run( static fn () => self::record( 'second' ) );
				self::assertSame( [], $this->heard );
			}
		);
		self::assertSame( [ 'first', 'second' ], array_column( $this->heard, 'action' ) );
	}

	public function test_an_event_of_something_that_was_taken_back_never_goes_out(): void {
		try {
			Core::services()->transaction->run(
				static function (): never {
					self::record( 'lost' );
					throw new RuntimeException( 'changed my mind' );
				}
			);
		} catch ( RuntimeException ) {
			self::record( 'refused' );
		}
		Core::services()->transaction->run( static fn () => self::record( 'next' ) );
		self::assertSame( [ 'refused', 'next' ], array_column( $this->heard, 'action' ) );
	}

	public function test_only_the_events_of_a_dropped_part_are_forgotten(): void {
		Core::services()->transaction->run(
			static function (): void {
				self::record( 'first' );
				try {
					Core::services()->transaction->run(
						static function (): never {
							self::record( 'lost' );
							throw new RuntimeException( 'only this' );
						}
					);
				} catch ( RuntimeException ) {
					self::record( 'refused' );
				}
			}
		);
		self::assertSame( [ 'first', 'refused' ], array_column( $this->heard, 'action' ) );
	}

	public function test_a_listener_that_fails_costs_no_other_event(): void {
		add_action(
			AuditLog::ACTION,
			static fn ( AuditEvent $event ) => 'first' === $event->action ? throw new RuntimeException( 'the table is full' ) : null,
			1
		);
		try {
			Core::services()->transaction->run(
				static function (): void {
					self::record( 'first' );
					self::record( 'second' );
				}
			);
			self::fail( 'no exception' );
		} catch ( RuntimeException $thrown ) {
			self::assertSame( 'the table is full', $thrown->getMessage() );
		}
		self::assertSame( [ 'second' ], array_column( $this->heard, 'action' ) );
	}

	private static function record( string $action ): void {
		Core::services()->audit->record( new AuditEvent( 'booking', $action ) );
	}
}
