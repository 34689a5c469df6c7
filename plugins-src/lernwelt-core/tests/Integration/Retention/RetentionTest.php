<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Retention;

use DateTimeImmutable;
use InvalidArgumentException;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalAction;
use Lernwelt\Core\Retention\JournalEntry;
use Lernwelt\Core\Retention\Retention;
use Lernwelt\Core\Retention\RetentionResult;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\WpCli;
use LogicException;
use PHPUnit\Framework\Attributes\TestWith;
use RuntimeException;

final class RetentionTest extends IntegrationTestCase {

	private FrozenClock $clock;

	private Journal $journal;

	protected function setUp(): void {
		parent::setUp();
		$this->clock   = new FrozenClock( '2026-03-02 08:00:00' );
		$this->journal = ( new Journal( new JournalTable( $GLOBALS['wpdb'] ), Core::services()->transaction, $this->clock, '' ) )->new_run();
	}

	public function test_the_journal_says_what_since_when_and_nothing_else(): void {
		$this->journal->record( 'bookings', JournalAction::Anonymised, 'booking:1', 'booking:2' );
		$this->clock->advance( '+1 hour' );
		$this->journal->record( 'loans', JournalAction::Erased, 'loan:7' );
		$this->clock->advance( '+1 hour' );
		$second = $this->journal->new_run();
		$second->record( 'bookings', JournalAction::Erased, 'booking:3' );

		self::assertNotSame( $this->journal->run, $second->run );
		self::assertMatchesRegularExpression( '/^[0-9a-f]{32}$/', $second->run );
		self::assertSame(
			[ 'loans erased loan:7 2026-03-02 09:00:00', 'bookings erased booking:3 2026-03-02 10:00:00' ],
			$this->lines( $this->journal->since( new DateTimeImmutable( '2026-03-02 09:00:00' ) ) ),
			'the instant itself counts'
		);
		self::assertSame( [ 'booking:1', 'booking:2', 'booking:3' ], array_map( static fn ( JournalEntry $one ): string => $one->object, [ ...$this->journal->since( new DateTimeImmutable( '2000-01-01' ), 'bookings' ) ] ) );
		$entries = [ ...$this->journal->since( new DateTimeImmutable( '2000-01-01' ) ) ];
		self::assertSame( [ $this->journal->run, $second->run ], [ $entries[0]->run, $entries[3]->run ] );
		self::assertSame( 'UTC', $entries[0]->at->getTimezone()->getName() );
	}

	public function test_a_long_journal_is_read_in_parts_and_order(): void {
		$objects = array_map( static fn ( int $i ): string => "booking:$i", range( 1, 1203 ) );
		$this->journal->record( 'bookings', JournalAction::Anonymised, ...$objects );
		self::assertSame( $objects, array_map( static fn ( JournalEntry $one ): string => $one->object, [ ...$this->journal->since( new DateTimeImmutable( '2026-03-02 08:00:00' ) ) ] ) );
	}

	public function test_a_line_without_a_transaction_is_refused(): void {
		$this->work_without_rollback();
		$this->expectException( LogicException::class );
		$this->journal->record( 'bookings', JournalAction::Erased, 'booking:1' );
	}

	public function test_what_is_taken_back_leaves_no_line(): void {
		$this->work_without_rollback();
		try {
			Core::services()->transaction->run(
				function (): never {
					$this->journal->record( 'bookings', JournalAction::Erased, 'booking:1' );
					throw new RuntimeException( 'changed my mind' );
				}
			);
		} catch ( RuntimeException ) {
			self::assertSame( [], [ ...$this->journal->since( new DateTimeImmutable( '2000-01-01' ) ) ] );
		}
	}

	#[TestWith( [ 'bookings', 'booking:erika@example.org' ] )]
	#[TestWith( [ 'bookings', 'Erika Muster' ] )]
	#[TestWith( [ 'bookings', 'booking' ] )]
	#[TestWith( [ 'Buchungen', 'booking:1' ] )]
	public function test_no_value_gets_into_the_journal( string $source, string $line ): void {
		$this->expectException( InvalidArgumentException::class );
		$this->journal->record( $source, JournalAction::Erased, $line );
	}

	public function test_every_portal_has_a_journal_of_its_own(): void {
		$this->journal->record( 'bookings', JournalAction::Erased, 'booking:1' );
		$this->go_to_portal( 'startchancen' );
		self::assertSame( [], [ ...$this->journal->since( new DateTimeImmutable( '2000-01-01' ) ) ] );
	}

	public function test_one_rule_that_fails_keeps_no_other_from_its_work(): void {
		$this->work_without_rollback();
		/** @var list<AuditEvent> $heard */
		$heard = [];
		remove_all_actions( AuditLog::ACTION );
		add_action( AuditLog::ACTION, static function ( AuditEvent $event ) use ( &$heard ): void {
			$heard[] = $event;
		} );
		$retention = $this->retention();
		$now       = new DateTimeImmutable( '2030-01-01' );
		self::assertEquals( [ new RetentionResult( 'broken', 'Rule broken', 3, 0 ), new RetentionResult( 'bookings', 'Rule bookings', 2, 0 ), new RetentionResult( 'idle', 'Rule idle', 0, 0 ) ], $retention->preview( $now ) );
		self::assertSame( [], [ ...$this->journal->since( new DateTimeImmutable( '2000-01-01' ) ) ] );

		self::assertEquals( [ new RetentionResult( 'broken', 'Rule broken', 3, 0, 'disk full' ), new RetentionResult( 'bookings', 'Rule bookings', 2, 2 ), new RetentionResult( 'idle', 'Rule idle', 0, 0 ) ], $retention->run( $now ) );
		self::assertSame( [ 'bookings anonymised booking:1 2026-03-02 08:00:00', 'bookings anonymised booking:2 2026-03-02 08:00:00' ], $this->lines( $this->journal->since( new DateTimeImmutable( '2000-01-01' ) ) ) );
		self::assertSame( [ 'failed rule:broken 0', 'applied rule:bookings 2' ], array_map( static fn ( AuditEvent $one ): string => "$one->action $one->object {$one->details['done']}", $heard ) );
		self::assertEquals( [ 0, 0, 0 ], array_column( $retention->run( new DateTimeImmutable( '2029-12-31' ) ), 'done' ) );
	}

	public function test_a_name_belongs_to_one_rule(): void {
		$retention = $this->retention();
		$this->expectException( LogicException::class );
		$retention->register( new FakeRule( 'bookings', 0, static fn (): int => 0 ) );
	}

	public function test_the_command_visits_every_portal_and_fails_when_a_rule_does(): void {
		$this->work_without_rollback();
		[ $code, $out, $errors ] = WpCli::run( 'lernwelt', 'retention', 'run', '--dry-run' );
		self::assertSame( 0, $code, $errors );
		foreach ( [ 'lernwelt-lsa', 'eure-lernwelt', 'lernorte', 'startchancen', 'kreativpotentiale' ] as $portal ) {
			self::assertMatchesRegularExpression( "/Success: $portal: \\d+ rules, 0 due, nothing changed\\./", $out );
		}
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'retention', 'run', '--now=morgen' );
		self::assertSame( 1, $code );
		self::assertStringContainsString( '2027-01-31T12:00:00Z', $errors );
		[ $code ] = WpCli::run( 'lernwelt', 'retention', 'run', '--now=2027-02-30' );
		self::assertSame( 1, $code );

		$rules = __DIR__ . '/rules.php';
		[ $code, $out, $errors ] = WpCli::run( "--require=$rules", 'lernwelt', 'retention', 'run', '--this-portal', '--now=2029-12-31T23:59:59Z' );
		self::assertSame( 0, $code, $errors );
		self::assertStringContainsString( "numbers\tRule numbers\t0\t0\t\n", $out );
		[ $code, $out, $errors ] = WpCli::run( "--require=$rules", 'lernwelt', 'retention', 'run', '--this-portal', '--now=2030-01-01' );
		self::assertSame( 1, $code );
		self::assertStringContainsString( "broken\tRule broken\t1\t0\tdisk full\nnumbers\tRule numbers\t2\t2\t\n", $out );
		self::assertStringContainsString( 'lernwelt-lsa: 1 rules failed.', $errors );
		self::assertSame( [ 'number:1', 'number:2' ], $GLOBALS['wpdb']->get_col( 'SELECT object FROM ' . ( new JournalTable( $GLOBALS['wpdb'] ) )->name() . ' ORDER BY id' ) );
	}

	private function retention(): Retention {
		$retention = new Retention( $this->journal, Core::services()->audit );
		$retention->register( new FakeRule( 'broken', 3, static fn (): int => throw new RuntimeException( 'disk full' ) ) );
		$retention->register(
			new FakeRule(
				'bookings',
				2,
				static fn ( Journal $journal ): int => Core::services()->transaction->run(
					static function () use ( $journal ): int {
						$journal->record( 'bookings', JournalAction::Anonymised, 'booking:1', 'booking:2' );
						return 2;
					}
				)
			)
		);
		$retention->register( new FakeRule( 'idle', 0, static fn (): int => 0 ) );
		return $retention;
	}

	/**
	 * @param iterable<JournalEntry> $entries Entries.
	 * @return list<string>
	 */
	private function lines( iterable $entries ): array {
		$lines = [];
		foreach ( $entries as $one ) {
			$lines[] = "$one->source {$one->action->value} $one->object {$one->at->format( 'Y-m-d H:i:s' )}";
		}
		return $lines;
	}
}
