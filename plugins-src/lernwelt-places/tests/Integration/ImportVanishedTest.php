<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Viewer;
use Lernwelt\Places\Domain\Runs\ChangeKind;
use Lernwelt\Places\Domain\Runs\RunState;

/** Records that a source has no more. */
final class ImportVanishedTest extends ImportTestCase {

	public function test_a_place_goes_offline_after_three_consecutive_runs_and_comes_back(): void {
		$this->import( self::rows( 1, 10 ) );
		foreach ( [ 1, 2 ] as $time ) {
			$run = $this->import( self::rows( 1, 9 ) );
			self::assertSame( [ 1, 0, 10 ], [ $run->counts->vanished, $run->counts->unpublished, self::count_of( 'publish' ) ], "time $time" );
		}
		$run = $this->import( self::rows( 1, 9 ) );
		self::assertSame( [ 1, 1, 9 ], [ $run->counts->vanished, $run->counts->unpublished, self::count_of( 'publish' ) ] );
		self::assertSame( [ 'draft', 9, 9 ], [ self::post( 'Lernort 10' )->post_status, self::found(), get_term_by( 'slug', 'physik', 'place_subject' )->count ?? 0 ] );
		self::assertSame( ChangeKind::Unpublished, $this->imports()->changes( $run->id )[0]->kind );

		$run = $this->import( self::rows( 1, 9 ) );
		self::assertSame( [ 0, 0 ], [ $run->counts->vanished, $run->counts->unpublished ], 'it is offline already' );
		$run = $this->import( self::rows( 1, 10 ) );
		self::assertSame( [ 1, 'publish', 10 ], [ $run->counts->updated, self::post( 'Lernort 10' )->post_status, self::found() ] );
		self::assertSame( ChangeKind::Published, $this->imports()->changes( $run->id )[0]->kind );
	}

	public function test_the_runs_must_be_consecutive(): void {
		foreach ( [ 10, 9, 9, 10, 9, 9 ] as $last ) {
			$this->import( self::rows( 1, $last ) );
		}
		self::assertSame( 10, self::count_of( 'publish' ) );
		$this->import( self::rows( 1, 9 ) );
		self::assertSame( 9, self::count_of( 'publish' ) );
	}

	public function test_a_dry_run_counts_for_nothing(): void {
		$this->import( self::rows( 1, 10 ) );
		foreach ( [ 1, 2, 3, 4 ] as $time ) {
			$this->import( self::rows( 1, 9 ), [], true );
		}
		self::assertSame( 10, self::count_of( 'publish' ) );
		$this->import( self::rows( 1, 9 ), [ 'vanish_after' => 2 ] );
		$run = $this->import( self::rows( 1, 9 ), [ 'vanish_after' => 2 ], true );
		self::assertSame( [ 1, 10 ], [ $run->counts->unpublished, self::count_of( 'publish' ) ], 'but says what would happen' );
	}

	public function test_more_than_a_fifth_stops_and_asks(): void {
		$mapping = [ 'vanish_after' => 1 ];
		$this->import( self::rows( 1, 10 ), $mapping );
		$run = $this->import( self::rows( 1, 7 ), $mapping );
		self::assertSame( [ RunState::Stopped, 'too_many_vanished', '3/10', 3, 0, 10, true ], [ $run->state, $run->reason, $run->detail, $run->counts->vanished, $run->counts->unpublished, self::count_of( 'publish' ), $run->can_force() ] );

		$imports = $this->imports();
		$forced  = $imports->force( $run->id );
		self::assertSame( RunState::Running, $forced?->state );
		$run = $imports->step( $run->id, 60 );
		self::assertSame( [ RunState::Finished, 3, 3, 7 ], [ $run?->state, $run?->counts->vanished, $run?->counts->unpublished, self::count_of( 'publish' ) ] );
	}

	public function test_exactly_a_fifth_may_go_and_force_lets_all_go(): void {
		$mapping = [ 'vanish_after' => 1 ];
		$this->import( self::rows( 1, 10 ), $mapping );
		self::assertSame( [ RunState::Finished, 8 ], [ $this->import( self::rows( 1, 8 ), $mapping )->state, self::count_of( 'publish' ) ] );
		self::assertSame( [ RunState::Finished, 1 ], [ $this->import( self::rows( 1, 1 ), $mapping, false, true )->state, self::count_of( 'publish' ) ] );
	}

	public function test_a_refused_record_and_another_source_have_not_vanished(): void {
		$mapping = [ 'vanish_after' => 1 ];
		$this->import( self::rows( 1, 10 ), $mapping );
		$rows             = self::rows( 1, 10 );
		$rows[3]['title'] = '';
		$this->import( $rows, $mapping );
		self::assertSame( 10, self::count_of( 'publish' ) );
		$this->run_import( $this->imports(), new \Lernwelt\Places\Application\Import\RunRequest( 'another', 'Another', $this->csv( self::rows( 1, 2 ) ), [ ...self::mapping(), ...$mapping ] ) );
		self::assertSame( 12, self::count_of( 'publish' ) );
	}

	private static function found(): int {
		return Core::services()->data_sources->get( 'places' )?->query( new Query(), Viewer::guest() )->total ?? -1;
	}
}
