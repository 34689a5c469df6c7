<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Unit\Audit;

use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Domain\Audit\Entry;
use Lernwelt\Security\Domain\Audit\Finding;
use Lernwelt\Security\Domain\Audit\Mark;
use Lernwelt\Security\Domain\Audit\Verifier;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Every way to meddle with the log shows, at the line where it begins. */
final class VerifierTest extends TestCase {

	private Chain $chain;

	/** @var array<int, Entry> */
	private array $lines;

	protected function setUp(): void {
		$this->chain = new Chain( 'secret' );
		$this->lines = self::lines( $this->chain, 6 );
	}

	public function test_an_untouched_log_is_whole(): void {
		self::assertSame( [ Finding::Whole, 6 ], $this->verify( $this->lines ) );
		self::assertSame( [ Finding::Whole, 0 ], $this->verify( [], self::mark( $this->chain, Mark::HEAD, 0, Chain::START ) ) );
	}

	/** @param array<string, mixed> $change */
	#[DataProvider( 'changes' )]
	public function test_a_changed_line_shows( array $change ): void {
		$this->lines[3] = new Entry( ...[ ...get_object_vars( $this->lines[3] ), ...$change ] );
		self::assertSame( [ Finding::Changed, 3 ], $this->verify( $this->lines ) );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function changes(): iterable {
		foreach ( [ 'at' => '2026-03-01 00:00:01', 'portal' => 9, 'area' => 'x', 'action' => 'x', 'reason' => 'x', 'kind' => 'cli', 'actor' => 'x', 'object' => 'x', 'details' => '{"a":1}', 'address' => '198.51.100.0', 'previous' => Chain::START, 'hash' => Chain::START ] as $field => $value ) {
			yield $field => [ [ $field => $value ] ];
		}
	}

	public function test_what_moves_from_one_field_to_the_next_shows(): void {
		$line           = $this->lines[3];
		$this->lines[3] = new Entry( ...[ ...get_object_vars( $line ), 'area' => $line->area . $line->action, 'action' => '' ] );
		self::assertSame( [ Finding::Changed, 3 ], $this->verify( $this->lines ) );
	}

	public function test_a_line_deleted_in_the_middle_shows(): void {
		unset( $this->lines[4] );
		self::assertSame( [ Finding::Missing, 4 ], $this->verify( $this->lines ) );
	}

	public function test_a_line_deleted_in_the_middle_shows_when_the_others_move_up(): void {
		unset( $this->lines[4] );
		$this->lines[5] = new Entry( ...[ ...get_object_vars( $this->lines[5] ), 'id' => 4 ] );
		unset( $this->lines[6] );
		self::assertSame( [ Finding::Changed, 4 ], $this->verify( [ 1 => $this->lines[1], $this->lines[2], $this->lines[3], $this->lines[5] ] ) );
	}

	public function test_lines_deleted_at_the_end_show(): void {
		self::assertSame( [ Finding::Missing, 5 ], $this->verify( array_slice( $this->lines, 0, 4 ) ) );
		self::assertSame( [ Finding::Missing, 1 ], $this->verify( [] ) );
	}

	public function test_a_head_set_back_by_somebody_without_the_key_shows(): void {
		$forged = new Mark( Mark::HEAD, 4, $this->lines[4]->hash, '2026-03-01 00:00:00', '', $this->head()->signature );
		self::assertSame( [ Finding::HeadForged, 4 ], $this->verify( array_slice( $this->lines, 0, 4 ), $forged ) );
		self::assertSame( [ Finding::HeadForged, 6 ], $this->verify( $this->lines, null, true ) );
	}

	public function test_lines_deleted_at_the_beginning_show(): void {
		self::assertSame( [ Finding::Missing, 1 ], $this->verify( array_slice( $this->lines, 2 ) ) );
	}

	public function test_a_forged_or_missing_checkpoint_shows(): void {
		$forged = new Mark( Mark::CHECKPOINT, 2, $this->lines[2]->hash, '2026-03-01 00:00:00', '', $this->head()->signature );
		$result = ( new Verifier( $this->chain ) )->verify( $forged, $this->head(), array_slice( $this->lines, 2 ) );
		self::assertSame( [ Finding::CheckpointForged, 2 ], [ $result->finding, $result->id ] );
		self::assertSame( Finding::CheckpointForged, ( new Verifier( $this->chain ) )->verify( null, $this->head(), $this->lines )->finding );
		// A signature for another purpose is none.
		$head = self::mark( $this->chain, Mark::HEAD, 2, $this->lines[2]->hash );
		$mark = new Mark( Mark::CHECKPOINT, 2, $head->hash, $head->at, '', $head->signature );
		self::assertSame( Finding::CheckpointForged, ( new Verifier( $this->chain ) )->verify( $mark, $this->head(), array_slice( $this->lines, 2 ) )->finding );
	}

	public function test_an_inserted_line_shows(): void {
		$alien = ( new Chain( 'other secret' ) )->link( self::line( 4, $this->lines[3]->hash ) );
		self::assertSame( [ Finding::Changed, 4 ], $this->verify( [ $this->lines[1], $this->lines[2], $this->lines[3], $alien, $this->lines[5], $this->lines[6] ] ) );
		self::assertSame( [ Finding::Inserted, 4 ], $this->verify( [ ...array_slice( $this->lines, 0, 4 ), $this->lines[4], $this->lines[5], $this->lines[6] ] ) );
		self::assertSame( [ Finding::Changed, 7 ], $this->verify( [ ...$this->lines, ( new Chain( 'x' ) )->link( self::line( 7, $this->lines[6]->hash ) ) ] ) );
		// Even one that fits, from a second writer with the key, doesn't belong after the head.
		self::assertSame( [ Finding::Inserted, 7 ], $this->verify( [ ...$this->lines, $this->chain->link( self::line( 7, $this->lines[6]->hash ) ) ] ) );
	}

	public function test_lines_in_another_order_show(): void {
		$swapped    = $this->lines;
		$swapped[3] = new Entry( ...[ ...get_object_vars( $this->lines[4] ), 'id' => 3 ] );
		$swapped[4] = new Entry( ...[ ...get_object_vars( $this->lines[3] ), 'id' => 4 ] );
		self::assertSame( [ Finding::Changed, 3 ], $this->verify( $swapped ) );
	}

	public function test_a_line_of_another_history_with_the_same_number_shows(): void {
		$other          = $this->chain->link( new Entry( ...[ ...get_object_vars( self::line( 3, $this->lines[2]->hash ) ), 'action' => 'else' ] ) );
		$this->lines[3] = $other;
		self::assertSame( [ Finding::Changed, 4 ], $this->verify( $this->lines ) );
	}

	public function test_another_key_verifies_nothing(): void {
		$result = ( new Verifier( new Chain( 'other' ) ) )->verify( self::mark( $this->chain, Mark::CHECKPOINT, 0, Chain::START ), $this->head(), $this->lines );
		self::assertSame( Finding::CheckpointForged, $result->finding );
	}

	public function test_the_chain_verifies_on_from_a_checkpoint(): void {
		$checkpoint = self::mark( $this->chain, Mark::CHECKPOINT, 3, $this->lines[3]->hash );
		$result     = ( new Verifier( $this->chain ) )->verify( $checkpoint, $this->head(), array_slice( $this->lines, 3 ) );
		self::assertSame( [ Finding::Whole, 6 ], [ $result->finding, $result->id ] );
	}

	public function test_a_whole_log_that_was_exchanged_shows_by_what_somebody_noted(): void {
		$noted = new Mark( Mark::HEAD, 4, $this->lines[4]->hash, '' );
		self::assertSame( Finding::Whole, $this->verify( $this->lines, null, false, $noted )[0] );
		$elsewhere = new Mark( Mark::HEAD, 4, str_repeat( 'a', 64 ), '' );
		self::assertSame( Finding::OtherHistory, $this->verify( $this->lines, null, false, $elsewhere )[0] );
		self::assertSame( Finding::OtherHistory, $this->verify( $this->lines, null, false, new Mark( Mark::HEAD, 7, str_repeat( 'a', 64 ), '' ) )[0], 'set back to an earlier state' );
	}

	/**
	 * @param array<int, Entry> $lines Lines.
	 * @return array{Finding, int}
	 */
	private function verify( array $lines, ?Mark $head = null, bool $headless = false, ?Mark $noted = null ): array {
		$result = ( new Verifier( $this->chain ) )->verify( self::mark( $this->chain, Mark::CHECKPOINT, 0, Chain::START ), $headless ? null : ( $head ?? $this->head() ), $lines, $noted );
		return [ $result->finding, $result->id ];
	}

	private function head(): Mark {
		static $hash = null;
		$hash ??= $this->lines[6]->hash;
		return self::mark( $this->chain, Mark::HEAD, 6, $hash );
	}

	private static function mark( Chain $chain, string $name, int $id, string $hash ): Mark {
		return $chain->sign( new Mark( $name, $id, $hash, '2026-03-01 00:00:00' ) );
	}

	/** @return array<int, Entry> From 1. */
	private static function lines( Chain $chain, int $count ): array {
		$lines = [];
		$hash  = Chain::START;
		for ( $id = 1; $id <= $count; ++$id ) {
			$lines[ $id ] = $chain->link( self::line( $id, $hash ) );
			$hash         = $lines[ $id ]->hash;
		}
		return $lines;
	}

	private static function line( int $id, string $previous ): Entry {
		return new Entry( $id, '2026-03-01 00:00:00', 1, 'login', 'refused', 'wrong_password', 'guest', '', '', '{}', '192.0.2.0', $previous );
	}
}
