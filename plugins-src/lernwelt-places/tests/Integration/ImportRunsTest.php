<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use ArrayObject;
use Closure;
use Lernwelt\Core\Core;
use Lernwelt\Core\Sweep;
use Lernwelt\Places\Application\Import\ImportBusy;
use Lernwelt\Places\Application\Import\ImportRuns;
use Lernwelt\Places\Application\Import\RunRequest;
use Lernwelt\Places\Application\Import\Schedule;
use Lernwelt\Places\Application\Sources\ImportSource;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Content\ImportWords;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Places\Persistence\RunTable;
use Lernwelt\Places\Reading\Downloaded;
use Lernwelt\Places\Reading\DownloadFailed;
use Lernwelt\Places\Reading\DownloadProblem;
use Lernwelt\Places\Reading\Exchange;
use Lernwelt\Tests\FrozenClock;

/** Life of runs: start, end, schedule, retention, caches. */
final class ImportRunsTest extends ImportTestCase {

	private const URL = 'https://daten.example.org/orte.csv';

	public function test_an_address_that_has_nothing_new_changes_nothing_and_nothing_vanishes(): void {
		/** @var ArrayObject<int, array{string, string}> $asked */
		$asked    = new ArrayObject();
		$download = function ( string $url, mixed $mapping, string $etag, string $modified ) use ( $asked ): Downloaded {
			$asked[] = [ $etag, $modified ];
			return '"a"' === $etag ? new Downloaded( [], $etag, $modified, true ) : new Downloaded( [ $this->csv( self::rows( 1, 5 ) ) ], '"a"', 'Mon, 02 Mar 2026 08:00:00 GMT' );
		};
		$request  = new RunRequest( 'web', 'Web', self::URL, [ ...self::mapping(), 'vanish_after' => 1 ] );
		$first    = $this->run_import( $this->imports( $download ), $request );
		self::assertSame( [ RunState::Finished, 5, '' ], [ $first->state, $first->counts->created, $first->reason ] );
		self::assertFileDoesNotExist( $first->fetched['files'] ?? '', 'what was fetched is deleted' );

		foreach ( [ 1, 2, 3, 4 ] as $time ) {
			$run = $this->run_import( $this->imports( $download ), $request );
			self::assertSame( [ RunState::Finished, 'not_modified', 0, 0 ], [ $run->state, $run->reason, $run->counts->vanished, $run->counts->read ], "time $time" );
		}
		self::assertSame( 5, self::count_of( 'publish' ) );
		$known = [ '"a"', 'Mon, 02 Mar 2026 08:00:00 GMT' ];
		self::assertSame( [ [ '', '' ], $known, $known, $known, $known ], $asked->getArrayCopy() );

		$this->run_import( $this->imports( $download ), new RunRequest( 'web', 'Web', self::URL, [ ...self::mapping(), 'vanish_after' => 2 ] ) );
		self::assertSame( [ '', '' ], $asked[5] ?? null, 'with another mapping everything is read again' );
	}

	/** Otherwise a record that vanished once would be online for ever: from then on nothing changes at the address. */
	public function test_a_place_vanishes_although_the_address_has_nothing_new(): void {
		/** @var ArrayObject<int, array<string, string>> $rows */
		$rows     = new ArrayObject( self::rows( 1, 10 ) );
		/** @var ArrayObject<int, string> $asked */
		$asked    = new ArrayObject();
		$download = function ( string $url, mixed $mapping, string $etag, string $modified ) use ( $rows, $asked ): Downloaded {
			$asked[] = $etag;
			$version = '"v' . count( $rows ) . '"';
			return $version === $etag ? new Downloaded( [], $etag, $modified, true ) : new Downloaded( [ $this->csv( array_values( $rows->getArrayCopy() ) ) ], $version );
		};
		$import   = fn (): Run => $this->run_import( $this->imports( $download ), new RunRequest( 'web', 'Web', self::URL, self::mapping() ) );
		$import();
		$rows->exchangeArray( self::rows( 1, 9 ) );
		self::assertSame( [ 1, 1, 1 ], [ $import()->counts->vanished, $import()->counts->vanished, $import()->counts->unpublished ] );
		self::assertSame( [ 9, 'not_modified' ], [ self::count_of( 'publish' ), $import()->reason ] );
		self::assertSame( [ '', '"v10"', '', '', '"v9"' ], $asked->getArrayCopy(), 'what is hidden already needs no look' );
	}

	public function test_nothing_vanishes_when_there_are_more_pages_than_may_be_fetched(): void {
		$request = new RunRequest( 'web', 'Web', self::URL, [ ...self::mapping(), 'vanish_after' => 1 ] );
		$this->run_import( $this->imports( fn (): Downloaded => new Downloaded( [ $this->csv( self::rows( 1, 10 ) ) ] ) ), $request );
		$run = $this->run_import( $this->imports( fn (): Downloaded => new Downloaded( [ $this->csv( self::rows( 1, 9 ) ) ], cut: true ) ), $request );
		self::assertSame( [ RunState::Finished, 'incomplete', true, 10 ], [ $run->state, $run->reason, $run->incomplete, self::count_of( 'publish' ) ] );
		self::assertStringContainsString( 'mehr Seiten', ImportWords::run( $run ) );
	}

	/** The longest list of pages: MariaDB would cut a column that is too short, and say nothing. */
	public function test_a_thousand_pages_are_remembered(): void {
		global $wpdb;
		$folder = sys_get_temp_dir() . '/' . str_repeat( 'a-long-name/', 10 );
		$files  = implode( "\n", array_map( static fn ( int $page ): string => $folder . md5( (string) $page ) . '.download', range( 1, 1000 ) ) );
		$runs   = new RunTable( $wpdb );
		$stored = $this->imports()->start( new RunRequest( 'web', 'Web', self::URL, self::mapping() ) );
		self::assertTrue( $runs->save( $stored, $stored->with( [ 'fetched' => [ 'files' => $files ] ] ) ) );
		self::assertTrue( $files === ( $runs->get( $stored->id )->fetched['files'] ?? '' ), 'the list came back as it was' );
	}

	public function test_a_download_without_files_is_no_empty_source(): void {
		$request = new RunRequest( 'web', 'Web', self::URL, [ ...self::mapping(), 'vanish_after' => 1 ] );
		$this->run_import( $this->imports( fn (): Downloaded => new Downloaded( [ $this->csv( self::rows( 1, 5 ) ) ] ) ), $request );
		$run = $this->run_import( $this->imports( static fn (): Downloaded => new Downloaded( [] ) ), new RunRequest( 'web', 'Web', self::URL, [ ...self::mapping(), 'vanish_after' => 1 ], false, true ) );
		self::assertSame( [ RunState::Failed, 'not_found', 5 ], [ $run->state, $run->reason, self::count_of( 'publish' ) ] );
	}

	public function test_the_lock_is_renewed_while_pages_are_fetched(): void {
		global $wpdb;
		$lock     = static fn (): int => (int) $wpdb->get_var( "SELECT expires FROM {$wpdb->prefix}lw_locks WHERE name = 'places-import'" );
		$left     = [];
		$download = function ( string $url, mixed $mapping, string $etag, string $modified, Closure $alive ) use ( &$left, $lock, $wpdb ): Downloaded {
			// Four minutes have passed.
			$wpdb->update( $wpdb->prefix . 'lw_locks', [ 'expires' => time() + 60 ], [ 'name' => ImportRuns::LOCK ] );
			$alive();
			$left[] = $lock() - time();
			return new Downloaded( [ $this->csv( self::rows( 1, 2 ) ) ] );
		};
		$run      = $this->run_import( $this->imports( $download ), new RunRequest( 'web', 'Web', self::URL, self::mapping() ) );
		self::assertSame( RunState::Finished, $run->state );
		self::assertGreaterThan( Exchange::SECONDS, $left[0] ?? 0 );
	}

	/** Its input is read to the end: nobody needs the password any more. */
	public function test_a_stopped_run_of_a_table_can_be_forced_from_another_process(): void {
		global $wpdb;
		$this->import( self::rows( 1, 10 ), [ 'vanish_after' => 1 ] );
		$run = $this->import( self::rows( 1, 2 ), [ 'vanish_after' => 1 ] );
		self::assertSame( RunState::Stopped, $run->state );
		$wpdb->update( $wpdb->prefix . 'lw_place_runs', [ 'input' => 'mysql://127.0.0.1:1/db?table=orte' ], [ 'id' => $run->id ] );

		self::assertSame( RunState::Running, $this->imports()->force( $run->id )?->state );
		$after = $this->imports()->step( $run->id, 60 );
		self::assertSame( [ RunState::Finished, 8, 2 ], [ $after?->state, $after?->counts->unpublished, self::count_of( 'publish' ) ] );
	}

	/** A place without an author would be one that no author may see in the list, and that feeds leave nameless. */
	public function test_imported_places_have_an_author(): void {
		$editor  = $this->log_in_as( 'editor' )->ID;
		$first   = get_users( [ 'role' => 'administrator', 'orderby' => 'ID', 'number' => 1, 'fields' => 'ID' ] )[0] ?? 0;
		$imports = $this->imports( fn ( string $url ): Downloaded => new Downloaded( [ $this->csv( [ [ 'id' => 'W', 'title' => 'Vom Zeitplan' ] ] ) ] ) );
		( new ImportSources() )->save( new ImportSource( 'web', 'Web', self::URL, 'daily', self::mapping(), $editor ) );
		wp_set_current_user( 0 );
		( new Schedule( $imports, new ImportSources(), new FrozenClock() ) )->run();
		self::assertSame( [ $editor, 0 ], [ (int) self::post( 'Vom Zeitplan' )->post_author, $imports->latest( 1 )[0]->user_id ?? -1 ] );

		$this->import( [ [ 'id' => 'A', 'title' => 'Von der Kommandozeile' ] ] );
		self::assertGreaterThan( 0, (int) $first );
		self::assertSame( (int) $first, (int) self::post( 'Von der Kommandozeile' )->post_author );
	}

	public function test_a_failed_download_is_a_failed_run_and_nothing_vanishes(): void {
		$this->import( self::rows( 1, 5 ), [ 'vanish_after' => 1 ] );
		$run = $this->run_import( $this->imports( static fn (): Downloaded => throw new DownloadFailed( DownloadProblem::Status, '503' ) ), new RunRequest( 'test', 'Test', self::URL, [ ...self::mapping(), 'vanish_after' => 1 ] ) );
		self::assertSame( [ RunState::Failed, 'status', '503', 5 ], [ $run->state, $run->reason, $run->detail, self::count_of( 'publish' ) ] );
	}

	public function test_an_invalid_mapping_starts_nothing(): void {
		$this->expectException( InvalidMapping::class );
		try {
			$this->imports()->start( new RunRequest( 'test', 'Test', 'x.csv', [ 'version' => 1 ] ) );
		} finally {
			self::assertSame( [], $this->imports()->latest() );
		}
	}

	public function test_a_cancelled_run_keeps_what_it_wrote_and_makes_room(): void {
		$imports = $this->imports();
		$run     = $imports->start( new RunRequest( 'test', 'Test', $this->csv( self::rows( 1, 450 ) ), self::mapping() ) );
		while ( 200 > $run->position ) {
			$run = $imports->step( $run->id, 0 ) ?? self::fail( 'gone' );
		}
		try {
			$imports->start( new RunRequest( 'other', 'Other', $this->csv( self::rows( 1, 2 ) ), self::mapping() ) );
			self::fail( 'two runs at once' );
		} catch ( ImportBusy $busy ) {
			self::assertSame( $run->id, $busy->run?->id );
		}
		self::assertSame( RunState::Cancelled, $imports->cancel( $run->id )?->state );
		self::assertSame( [ RunState::Cancelled, 200, 200 ], [ $imports->step( $run->id, 10 )?->state, self::count_of( 'publish' ), get_term_by( 'slug', 'physik', 'place_subject' )->count ?? 0 ] );
		self::assertSame( 250, $this->import( self::rows( 1, 450 ) )->counts->created );
	}

	public function test_a_run_that_was_ended_meanwhile_writes_nothing_more(): void {
		$imports = $this->imports();
		$run     = $imports->start( new RunRequest( 'test', 'Test', $this->csv( self::rows( 1, 450 ) ), self::mapping() ) );
		$run     = $imports->step( $run->id, 0 ) ?? self::fail( 'gone' );
		// Another process ends it while this one is writing.
		add_filter( 'wp_unique_post_slug_is_bad_flat_slug', function ( bool $bad ) use ( $run ): bool {
			global $wpdb;
			$wpdb->update( $wpdb->prefix . 'lw_place_runs', [ 'state' => 'cancelled', 'version' => 99 ], [ 'id' => $run->id ] );
			return $bad;
		} );
		$after = $imports->step( $run->id, 10 );
		self::assertSame( 0, self::count_of( 'publish' ), 'the batch was taken back' );
		self::assertNotSame( RunState::Finished, $after?->state );
	}

	public function test_an_abandoned_run_makes_room_after_a_while(): void {
		$clock   = new FrozenClock();
		$imports = $this->imports( clock: $clock );
		$old     = $imports->start( new RunRequest( 'test', 'Test', $this->csv( self::rows( 1, 5 ) ), self::mapping() ) );
		$clock->advance( '+601 seconds' );
		$new = $imports->start( new RunRequest( 'other', 'Other', $this->csv( self::rows( 1, 5 ) ), self::mapping() ) );
		self::assertSame( [ RunState::Failed, 'abandoned' ], [ $imports->get( $old->id )?->state, $imports->get( $old->id )?->reason ] );
		self::assertSame( RunState::Waiting, $new->state );
	}

	public function test_the_last_20_runs_of_a_source_are_kept(): void {
		global $wpdb;
		$this->run_import( $this->imports(), new RunRequest( 'other', 'Other', $this->csv( self::rows( 1, 1 ) ), self::mapping() ) );
		for ( $i = 0; $i < ImportRuns::KEEP + 2; ++$i ) {
			$this->import( [ [ 'id' => 'A', 'title' => "Titel $i" ], [ 'id' => '', 'title' => 'X' ] ] );
		}
		$runs = $this->imports()->latest( 100 );
		self::assertCount( ImportRuns::KEEP + 1, $runs );
		self::assertSame( ImportRuns::KEEP, (int) $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_place_findings" ) );
		self::assertSame( ImportRuns::KEEP + 1, (int) $wpdb->get_var( "SELECT COUNT(DISTINCT run_id) FROM {$wpdb->prefix}lw_place_changes" ) );
	}

	public function test_what_was_cached_before_is_right_after(): void {
		$this->import( self::rows( 1, 3 ) );
		$id    = self::post( 'Lernort 1' )->ID;
		$query = [ 'post_type' => Place::TYPE, 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC' ];
		$terms = [ 'taxonomy' => 'place_subject', 'slug' => 'physik' ];
		// All of this is cached now, as a persistent cache would keep it between requests.
		self::assertSame( [ 3, 3, 3 ], [ count( get_posts( $query ) ), (int) wp_count_posts( Place::TYPE )->publish, self::count_of_term( $terms ) ] );
		get_post_meta( $id );
		get_the_terms( $id, 'place_subject' );
		$cleaned = [];
		add_action( 'clean_post_cache', static function ( int $post ) use ( &$cleaned ): void {
			$cleaned[] = $post;
		} );

		$this->import( [ [ 'id' => 'P1', 'title' => 'Anders', 'city' => 'Zeitz', 'subject' => 'biologie' ], ...self::rows( 2, 5 ) ] );
		self::assertSame( [ 5, 5, 4 ], [ count( get_posts( $query ) ), (int) wp_count_posts( Place::TYPE )->publish, self::count_of_term( $terms ) ] );
		self::assertSame( [ 'Anders', [ 'city' => 'Zeitz' ] ], [ get_post( $id )->post_title ?? '', get_post_meta( $id, 'lernwelt_place', true ) ] );
		self::assertSame( [ 'biologie' ], array_column( (array) get_the_terms( $id, 'place_subject' ), 'slug' ) );
		self::assertSame( [ $id ], array_values( array_unique( $cleaned ) ), 'page caches hear of places that were there before' );

		$this->import( [ [ 'id' => 'P1', 'title' => 'Anders', 'city' => 'Zeitz', 'subject' => 'biologie' ], ...self::rows( 2, 6 ) ] );
		self::assertSame( [ 6, 6, 5 ], [ count( get_posts( $query ) ), (int) wp_count_posts( Place::TYPE )->publish, self::count_of_term( $terms ) ], 'also when nothing but new places came' );
	}

	public function test_a_batch_leaves_nothing_in_memory(): void {
		$this->import( self::rows( 1, 400 ) );
		$before = memory_get_usage();
		$this->import( [ ...self::rows( 1, 400 ), ...self::rows( 401, 1200 ) ] );
		gc_collect_cycles();
		// Four batches; the terms of a single one would weigh 600 kB.
		self::assertLessThan( 500_000, memory_get_usage() - $before );
	}

	public function test_the_schedule_fetches_what_is_due_and_goes_on_with_what_was_interrupted(): void {
		$clock    = new FrozenClock();
		/** @var ArrayObject<int, string> $fetched */
		$fetched  = new ArrayObject();
		$imports  = $this->imports( function ( string $url ) use ( $fetched ): Downloaded {
			$fetched[] = $url;
			return new Downloaded( [ $this->csv( self::rows( 1, 5 ) ) ] );
		}, $clock );
		$sources  = new ImportSources();
		$schedule = new Schedule( $imports, $sources, $clock );
		$sources->save( new ImportSource( 'daily', 'Täglich', self::URL, 'daily', self::mapping() ) );
		$sources->save( new ImportSource( 'upload', 'Upload', '', 'daily', self::mapping() ) );
		$sources->save( new ImportSource( 'never', 'Nie', self::URL, 'never', self::mapping() ) );

		$schedule->run();
		self::assertSame( [ 1, [ 'daily' ] ], [ count( $fetched ), array_map( static fn ( Run $run ): string => $run->source, $imports->latest() ) ] );
		$clock->advance( '+23 hours' );
		$schedule->run();
		self::assertCount( 1, $fetched, 'not before its time' );
		$clock->advance( '+1 hour' );
		$schedule->run();
		self::assertCount( 2, $fetched );

		$run = $imports->start( new RunRequest( 'upload', 'Upload', $this->csv( self::rows( 1, 3 ) ), self::mapping() ) );
		$schedule->run();
		self::assertSame( RunState::Finished, $imports->get( $run->id )?->state, 'nobody else moved it on' );
		self::assertTrue( has_action( Sweep::HOOK ), 'hooked to the sweep of every minute' );
	}

	public function test_a_source_with_an_unusable_mapping_fails_visibly_and_only_once_a_period(): void {
		$clock   = new FrozenClock();
		$imports = $this->imports( clock: $clock );
		( new ImportSources() )->save( new ImportSource( 'bad', 'Bad', self::URL, 'daily', [ 'version' => 99 ] ) );
		$schedule = new Schedule( $imports, new ImportSources(), $clock );
		$schedule->run();
		$schedule->run();
		self::assertSame( [ [ RunState::Failed, 'invalid_mapping' ] ], array_map( static fn ( Run $run ): array => [ $run->state, $run->reason ], $imports->latest() ) );
	}

	public function test_the_password_of_a_table_is_stored_nowhere(): void {
		global $wpdb;
		$clock   = new FrozenClock();
		$imports = $this->imports( clock: $clock );
		$run     = $imports->start( new RunRequest( 'table', 'Table', 'mysql://somebody:geheim@127.0.0.1:1/db?table=orte', [ ...array_diff_key( self::mapping(), [ 'delimiter' => 0, 'encoding' => 0 ] ), 'format' => 'table' ] ) );
		self::assertStringNotContainsString( 'geheim', serialize( $wpdb->get_results( "SELECT * FROM {$wpdb->prefix}lw_place_runs", ARRAY_A ) ) );
		self::assertSame( 'mysql://127.0.0.1:1/db?table=orte', $run->input );

		$elsewhere = $this->imports( clock: $clock )->step( $run->id, 1 );
		self::assertSame( RunState::Waiting, $elsewhere?->state, 'only the process that was given the password can read it' );
		$here = $imports->step( $run->id, 1 );
		self::assertSame( [ RunState::Failed, 'database' ], [ $here?->state, $here?->reason ] );
		self::assertStringNotContainsString( 'geheim', $here->detail ?? '' );

		$run = $imports->start( new RunRequest( 'table', 'Table', 'mysql://somebody:geheim@127.0.0.1:1/db?table=orte', $run->mapping ) );
		$clock->advance( '+601 seconds' );
		self::assertSame( 'abandoned', $this->imports( clock: $clock )->step( $run->id, 1 )?->reason, 'it does not stand in the way of others for ever' );
	}

	public function test_portals_know_nothing_of_each_other(): void {
		$this->import( self::rows( 1, 2 ) );
		self::assertTrue( Core::services()->locks->acquire( ImportRuns::LOCK, 5 ) instanceof \Lernwelt\Core\Lease, 'the lock is free again' );
		$this->go_to_portal( 'startchancen' );
		self::assertSame( 0, self::count_of( 'publish' ) );
	}

	/**
	 * @param array<string, mixed> $query Query.
	 */
	private static function count_of_term( array $query ): int {
		$terms = get_terms( [ ...$query, 'hide_empty' => false ] );
		return is_array( $terms ) && $terms[0] instanceof \WP_Term ? $terms[0]->count : -1;
	}
}
