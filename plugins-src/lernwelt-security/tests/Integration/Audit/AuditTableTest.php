<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Audit;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Security\Application\Audit\Retention;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\EntryFilter;
use Lernwelt\Security\Domain\Audit\Finding;
use Lernwelt\Security\Domain\Audit\Mark;
use Lernwelt\Tests\Processes;
use PHPUnit\Framework\Attributes\DataProvider;

/** The chain in the database: what is done to it shows, what is due is deleted, and parallel writers lose nothing. */
final class AuditTableTest extends AuditTestCase {

	public function test_lines_are_numbered_without_gap_and_verify(): void {
		$first = $this->write();
		$last  = $this->write( 'role', 'granted', '' );
		self::assertSame( [ $first->id + 1, $first->hash, '2030-03-02 08:00:00' ], [ $last->id, $last->previous, $last->at ] );
		self::assertSame( [ Finding::Whole, $last->id ], $this->verdict() );
		self::assertSame( 'whole', $this->verification->last()?->note );
	}

	/** @param list<string|int> $values */
	#[DataProvider( 'meddlings' )]
	public function test_meddling_shows_at_its_line( Finding $finding, int $line, string $sql, array $values ): void {
		$before = $this->write()->id;
		for ( $i = 2; $i <= 6; ++$i ) {
			$this->write( 'login', "try-$i" );
		}
		self::assertSame( Finding::Whole, $this->verdict()[0] );
		$values = array_map( static fn ( string|int $value ): string|int => is_int( $value ) ? $before + $value - 1 : $value, $values );
		foreach ( explode( ';', $sql ) as $statement ) {
			$count = substr_count( $statement, '%' );
			self::meddle( strtr( $statement, [ '{lines}' => self::lines(), '{marks}' => self::marks() ] ), ...array_splice( $values, 0, $count ) );
		}
		self::assertSame( [ $finding, $before + $line - 1 ], $this->verdict() );
		$this->write();
		self::assertFalse( $this->verification->run()->is_whole(), 'also after more was written' );
	}

	/** @return iterable<string, array{Finding, int, string, list<string|int>}> Numbers count from the first line of the test. */
	public static function meddlings(): iterable {
		yield 'changed reason' => [ Finding::Changed, 3, 'UPDATE {lines} SET reason = %s WHERE id = %d', [ 'other', 3 ] ];
		yield 'changed time' => [ Finding::Changed, 3, 'UPDATE {lines} SET recorded_at = %s WHERE id = %d', [ '2030-03-02 08:00:01', 3 ] ];
		yield 'changed details' => [ Finding::Changed, 6, 'UPDATE {lines} SET details = %s WHERE id = %d', [ '{"a":1}', 6 ] ];
		yield 'deleted in the middle' => [ Finding::Missing, 4, 'DELETE FROM {lines} WHERE id = %d', [ 4 ] ];
		yield 'deleted at the end' => [ Finding::Missing, 5, 'DELETE FROM {lines} WHERE id >= %d', [ 5 ] ];
		yield 'deleted at the end, head set back' => [ Finding::HeadForged, 4, 'DELETE FROM {lines} WHERE id > %d;UPDATE {marks} SET line = %d WHERE name = %s', [ 4, 4, 'head' ] ];
		yield 'deleted at the end, head deleted' => [ Finding::HeadForged, 4, 'DELETE FROM {lines} WHERE id > %d;DELETE FROM {marks} WHERE name = %s', [ 4, 'head' ] ];
		yield 'moved up after a deletion' => [ Finding::Changed, 4, 'DELETE FROM {lines} WHERE id = %d;UPDATE {lines} SET id = %d WHERE id = %d;UPDATE {lines} SET id = %d WHERE id = %d', [ 4, 4, 5, 5, 6 ] ];
		yield 're-ordered' => [ Finding::Changed, 3, 'UPDATE {lines} SET id = -5 WHERE id = %d;UPDATE {lines} SET id = %d WHERE id = %d;UPDATE {lines} SET id = %d WHERE id = -5', [ 3, 3, 4, 4 ] ];
		yield 'inserted at the end' => [ Finding::Changed, 7, 'INSERT INTO {lines} (id, recorded_at, portal, area, action, reason, kind, actor, object, details, address, previous, hash) SELECT %d, recorded_at, portal, area, action, reason, kind, actor, object, details, address, hash, previous FROM {lines} WHERE id = %d', [ 7, 6 ] ];
		yield 'checkpoint forged' => [ Finding::CheckpointForged, 2, 'DELETE FROM {lines} WHERE id <= %d;UPDATE {marks} SET line = %d WHERE name = %s', [ 2, 2, 'checkpoint' ] ];
	}

	public function test_a_missing_checkpoint_shows(): void {
		$this->write();
		self::meddle( 'DELETE FROM %i WHERE name = %s', self::marks(), 'checkpoint' );
		self::assertSame( Finding::CheckpointForged, $this->verdict()[0] );
	}

	public function test_nothing_is_lost_after_the_whole_log_was_wiped_and_the_wiping_shows(): void {
		$this->write();
		$this->write();
		self::meddle( 'DELETE FROM %i WHERE id > 0', self::lines() );
		self::meddle( 'DELETE FROM %i WHERE line >= 0', self::marks() );
		$line = $this->write();
		self::assertSame( 1, $this->store->count( new EntryFilter() ) );
		self::assertSame( 2, $line->id, 'a number is left out' );
		self::assertSame( Finding::CheckpointForged, $this->verdict()[0] );
	}

	public function test_an_earlier_head_that_is_put_back_loses_no_event_and_shows(): void {
		$this->write();
		$old = $this->store->mark( Mark::HEAD );
		self::assertNotNull( $old );
		$this->write();
		$last = $this->write();
		self::meddle( 'UPDATE %i SET line = %d, hash = %s, signature = %s, marked_at = %s WHERE name = %s', self::marks(), $old->id, $old->hash, $old->signature, $old->at, 'head' );
		$next = $this->write();
		self::assertGreaterThan( $last->id, $next->id );
		self::assertSame( [ Finding::Missing, $last->id + 1 ], $this->verdict() );
	}

	public function test_a_forged_result_does_not_count(): void {
		$this->write();
		self::meddle( 'UPDATE %i SET area = %s WHERE id = %d', self::lines(), 'x', $this->store->last_id() );
		$this->verification->run();
		self::assertSame( 'changed', $this->verification->last()?->note );
		self::meddle( 'UPDATE %i SET note = %s WHERE name = %s', self::marks(), 'whole', 'verdict' );
		self::assertNull( $this->verification->last() );
	}

	public function test_it_is_verified_once_a_day(): void {
		$this->verification->run_when_due();
		$this->clock->advance( '+23 hours' );
		$this->verification->run_when_due();
		self::assertSame( '2030-03-02 08:00:00', $this->verification->last()?->at );
		$this->clock->advance( '+1 hour' );
		$this->verification->run_when_due();
		self::assertSame( '2030-03-03 08:00:00', $this->verification->last()?->at );
	}

	public function test_lines_past_their_time_leave_a_checkpoint_from_which_the_chain_verifies_on(): void {
		$old = $this->write();
		$this->clock->advance( '+89 days' );
		$young = $this->write();
		self::assertSame( 0, $this->sweep( 90 ) );
		$this->clock->advance( '+1 day +1 second' );
		self::assertGreaterThan( 0, $this->sweep( 90 ) );
		self::assertSame( [ $young->id ], $this->ids() );
		self::assertSame( [ $old->id, $old->hash ], [ $this->store->mark( Mark::CHECKPOINT )?->id, $this->store->mark( Mark::CHECKPOINT )?->hash ] );
		self::assertSame( [ Finding::Whole, $young->id ], $this->verdict() );
		self::assertSame( [ $young->id + 1, Finding::Whole ], [ $this->write()->id, $this->verdict()[0] ] );
	}

	public function test_when_every_line_is_deleted_the_numbers_go_on(): void {
		$last = $this->write();
		$this->clock->advance( '+91 days' );
		$this->sweep( 90 );
		self::assertSame( [], $this->ids() );
		self::assertSame( Finding::Whole, $this->verdict()[0] );
		self::assertSame( [ $last->id + 1, $last->hash ], [ $this->write()->id, $this->store->find( new EntryFilter(), 0, 1 )[0]->previous ] );
	}

	public function test_deleting_does_not_wash_away_that_somebody_meddled(): void {
		$first = $this->write();
		$this->write();
		self::meddle( 'UPDATE %i SET area = %s WHERE id = %d', self::lines(), 'x', $first->id );
		$this->clock->advance( '+91 days' );
		$said = [];
		$this->sweep( 90, $said );
		self::assertSame( [ [ 'broken_before', $first->id ] ], $said );
	}

	public function test_a_clock_that_goes_wrong_deletes_nothing_behind_a_young_line(): void {
		$this->write();
		$this->clock->advance( '-200 days' );
		$this->write();
		$this->clock->advance( '+200 days' );
		self::assertSame( 0, $this->sweep( 90 ) );
	}

	public function test_the_setting_keeps_to_its_range(): void {
		self::assertSame( [ 30, 30, 90, 365, 365 ], array_map( Retention::within( ... ), [ -5, 29, 90, 366, PHP_INT_MAX ] ) );
	}

	public function test_parallel_writers_lose_nothing_and_keep_the_chain(): void {
		$this->work_without_rollback();
		$before = $this->store->last_id();
		Processes::run(
			20,
			'for ( $i = 0; $i < 25; ++$i ) {
				\Lernwelt\Core\Core::services()->audit->record( new \Lernwelt\Core\AuditEvent( "parallel", "p$number-$i" ) );
			}'
		);
		$lines = $this->store->find( new EntryFilter( area: 'parallel' ), 0, 1000 );
		self::assertCount( 500, $lines );
		self::assertCount( 500, array_unique( array_map( static fn ( Entry $line ): string => $line->action, $lines ) ) );
		self::assertSame( range( $before + 500, $before + 1, -1 ), array_map( static fn ( Entry $line ): int => $line->id, $lines ) );
		self::assertSame( Finding::Whole, $this->verdict()[0] );
	}

	public function test_parallel_writers_sweep_and_verification_do_not_disturb_each_other(): void {
		$this->work_without_rollback();
		$results = Processes::run(
			4,
			'$audit = \Lernwelt\Core\Core::services()->audit;
			$chain = \Lernwelt\Security\AuditHooks::chain();
			$clock = new \Lernwelt\Tests\FrozenClock( "2040-01-01 00:00:00" );
			$store = new \Lernwelt\Security\Persistence\Audit\AuditTable( $GLOBALS["wpdb"], \Lernwelt\Core\Core::services()->transaction, $clock, $chain );
			for ( $i = 0; $i < 25; ++$i ) {
				if ( 2 > $number ) {
					$audit->record( new \Lernwelt\Core\AuditEvent( "parallel", "p$number-$i" ) );
				} elseif ( 2 === $number ) {
					( new \Lernwelt\Security\Application\Audit\Retention( $store, $chain, $clock, static fn (): int => 90, static function (): void {} ) )->sweep();
				} else {
					$verdict = ( new \Lernwelt\Security\Application\Audit\Verification( $store, $chain, $clock ) )->run();
					echo $verdict->is_whole() ? "" : $verdict->finding->value . " at $verdict->id ";
				}
			}'
		);
		self::assertSame( '', implode( '', $results ) );
		self::assertSame( Finding::Whole, $this->verdict()[0] );
	}

	/** @return list<int> */
	private function ids(): array {
		return array_map( static fn ( Entry $line ): int => $line->id, $this->store->find( new EntryFilter(), 0, 100 ) );
	}

	/**
	 * @param int                             $days Days to keep.
	 * @param list<array{string, mixed}>|null $said Reasons and lines that were reported.
	 */
	private function sweep( int $days, ?array &$said = null ): int {
		$record = static function ( AuditEvent $event ) use ( &$said ): void {
			$said[] = [ $event->reason, $event->details['broken_at'] ?? null ];
		};
		return ( new Retention( $this->store, $this->chain, $this->clock, static fn (): int => $days, $record ) )->sweep();
	}

	/** @return array{Finding, int} */
	private function verdict(): array {
		$verdict = $this->verification->run();
		return [ $verdict->finding, $verdict->id ];
	}
}
