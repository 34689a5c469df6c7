<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Places\Application\Import\ImportBusy;
use Lernwelt\Places\Application\Import\ImportRuns;
use Lernwelt\Places\Application\Import\RunRequest;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\WpCli;

/** Imports in several processes, and in one that dies. */
final class ImportProcessesTest extends ImportTestCase {

	public function test_two_imports_at_once_never_overlap_and_double_nothing(): void {
		$this->work_without_rollback();
		$files = [ $this->csv( self::rows( 1, 700 ) ), $this->csv( self::rows( 1, 700 ) ) ];
		$said  = Processes::run( 4, self::code( $files, 'if ( ++$steps > 2 ) { break; }' ) );

		$runs = $this->imports()->latest();
		self::assertCount( 1, $runs, implode( "\n", $said ) );
		$run = $this->imports()->step( $runs[0]->id, 120 );
		self::assertSame( [ RunState::Finished, 700, 700, 0 ], [ $run?->state, $run?->counts->read, $run?->counts->created, $run?->counts->refused ] );
		self::assertSame( 700, self::count_of( 'publish' ) );
		self::assertContains( 'busy', array_merge( ...array_map( static fn ( string $words ): array => explode( ' ', $words ), $said ) ), 'the other source had to wait' );
	}

	public function test_a_killed_run_goes_on_and_doubles_nothing(): void {
		$this->work_without_rollback();
		$rows  = [ ...self::rows( 1, 900 ), [ 'id' => '', 'title' => 'Ohne Nummer' ], [ 'id' => 'P5', 'title' => 'Doppelt' ] ];
		$file  = $this->csv( [ $rows[0], [ 'id' => 'Q', 'title' => '' ], ...array_slice( $rows, 1 ) ] );
		$run   = $this->killed_in_the_middle( $file );
		$early = self::count_of( 'publish' );
		self::assertTrue( 0 < $run->position && $run->position < 903, "killed at {$run->position}" );
		self::assertSame( $run->counts->created, $early, 'what is written and what is counted agree' );

		$request = new RunRequest( 'first', 'first', $file, self::mapping() );
		try {
			$this->imports()->start( $request );
			self::fail( 'the lock of the dead process still holds' );
		} catch ( ImportBusy $busy ) {
			self::assertSame( $run->id, $busy->run?->id );
		}
		self::let_the_lock_run_out();
		$again = $this->run_import( $this->imports(), $request );

		self::assertSame( [ $run->id, RunState::Finished ], [ $again->id, $again->state ] );
		self::assertSame( [ 903, 900, 3, 3 ], [ $again->counts->read, $again->counts->created, $again->counts->refused, $again->counts->findings ] );
		self::assertSame( 900, self::count_of( 'publish' ) );
		self::assertCount( 3, $this->imports()->findings( $again->id ) );
		$before = self::checksums();
		$third  = $this->run_import( $this->imports(), $request );
		self::assertSame( [ 900, $before ], [ $third->counts->unchanged, self::checksums() ] );
	}

	public function test_a_killed_run_whose_file_changed_makes_room_for_a_new_one(): void {
		$this->work_without_rollback();
		$file = $this->csv( self::rows( 1, 900 ) );
		$run  = $this->killed_in_the_middle( $file );
		self::let_the_lock_run_out();
		copy( $this->csv( self::rows( 1, 901 ) ), $file );
		$again = $this->run_import( $this->imports(), new RunRequest( 'first', 'first', $file, self::mapping() ) );

		self::assertNotSame( $run->id, $again->id );
		self::assertSame( [ RunState::Failed, 'input_changed' ], [ $this->imports()->get( $run->id )?->state, $this->imports()->get( $run->id )?->reason ] );
		self::assertSame( [ RunState::Finished, 901, 901 ], [ $again->state, $again->counts->created + $again->counts->unchanged, self::count_of( 'publish' ) ] );
	}

	public function test_the_command_line_says_in_a_sentence_why_it_failed(): void {
		$this->work_without_rollback();
		$mapping = (string) tempnam( sys_get_temp_dir(), 'mapping' );
		file_put_contents( $mapping, (string) wp_json_encode( self::mapping() ) );
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'places', 'import', '/nowhere/orte.csv', "--mapping=$mapping", '--url=' . home_url() );
		unlink( $mapping );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'Die Datei ist nicht mehr da.', $errors );
		self::assertStringContainsString( '(not_found: orte.csv)', $errors );
	}

	/** Starts an import in a process of its own and kills it without warning after its first batch. */
	private function killed_in_the_middle( string $file ): Run {
		$process = proc_open( [ PHP_BINARY, dirname( __DIR__, 4 ) . '/tests/php/worker.php', '0', self::code( [ $file ], seconds: 60 ) ], [ [ 'pipe', 'r' ], [ 'pipe', 'w' ], [ 'file', '/dev/null', 'w' ] ], $pipes );
		self::assertIsResource( $process );
		self::assertSame( "ready\n", fgets( $pipes[1] ) );
		fwrite( $pipes[0], "go\n" );
		$until = microtime( true ) + 60;
		do {
			usleep( 5000 );
			$run = $this->imports()->latest( 1 )[0] ?? null;
		} while ( ( null === $run || 0 === $run->position ) && microtime( true ) < $until );
		proc_terminate( $process, SIGKILL );
		proc_close( $process );
		wp_cache_flush();
		return $this->imports()->latest( 1 )[0] ?? self::fail( 'nothing was started' );
	}

	private static function let_the_lock_run_out(): void {
		global $wpdb;
		$wpdb->update( $wpdb->prefix . 'lw_locks', [ 'expires' => 1 ], [ 'name' => ImportRuns::LOCK ] );
	}

	/**
	 * Code of a process that imports: the first two processes one source, others another.
	 *
	 * @param list<string> $files   File of each source.
	 * @param string       $each    What to do after each step.
	 * @param int          $seconds Length of a step.
	 */
	private static function code( array $files, string $each = '', int $seconds = 0 ): string {
		return '
			global $wpdb;
			\Lernwelt\Tests\PortalPlugins::load( "lernwelt-places" );
			switch_to_blog( ' . get_current_blog_id() . ' );
			$files   = ' . self::quoted( $files ) . ';
			$which   = min( count( $files ) - 1, intdiv( $number, 2 ) );
			$mapping = ' . self::quoted( self::mapping() ) . ';
			$imports = ( new \Lernwelt\Places\ImportWiring( $wpdb, \Lernwelt\Core\Core::services(), static fn (): array => [] ) )->runs();
			$name    = [ "first", "second" ][ $which ];
			$steps   = 0;
			for ( $try = 0; $try < 20; ++$try ) {
				try {
					$run = $imports->start( new \Lernwelt\Places\Application\Import\RunRequest( $name, $name, $files[ $which ], $mapping ) );
					echo "started {$run->id} ";
					while ( $run->state->active() ) {
						$run = $imports->step( $run->id, ' . $seconds . ' );
						' . $each . '
					}
					break;
				} catch ( \Lernwelt\Places\Application\Import\ImportBusy ) {
					echo "busy ";
					usleep( 50000 );
				}
			}';
	}

	/**
	 * A value as code.
	 *
	 * @param array<array-key, mixed> $value Value.
	 */
	private static function quoted( array $value ): string {
		return 'json_decode( base64_decode( "' . base64_encode( (string) wp_json_encode( $value ) ) . '" ), true )';
	}
}
