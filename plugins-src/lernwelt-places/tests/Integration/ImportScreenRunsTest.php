<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Places\Application\Import\RunRequest;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\ImportWiring;

/** From the check to the report, as the screen does it. */
final class ImportScreenRunsTest extends ImportScreenTestCase {
	private const FILE = "Nr;Name;Ort\n1;Zoo;Magdeburg\n2;Arche;Wangen\n3;;Halle\n2;Doppelt;Halle\n";

	public function test_a_check_writes_nothing_and_then_the_same_is_imported(): void {
		$this->log_in_as( 'editor' );
		$input = $this->upload( self::FILE );
		$start = $this->rest( 'POST', self::ROOT . '/runs', self::start( $input, [ 'dry_run' => true ] ) );
		$this->assert_answer( $start, self::SCHEMAS . 'import-run.json', 201 );
		$check = $this->finish( $start->get_data()['id'] );
		self::assertSame( [ 'finished', true, 4, 2, 2 ], [ $check['state'], $check['can_import'], $check['counts']['read'], $check['counts']['created'], $check['counts']['refused'] ] );
		self::assertSame( 0, $this->places() );
		self::assertFileExists( $input->path );

		$changes = $this->rest( 'GET', self::ROOT . "/{$check['id']}/changes" );
		$this->assert_answer( $changes, self::SCHEMAS . 'import-changes.json' );
		self::assertSame( [ 2, [ 'Zoo', 'Arche' ] ], [ $changes->get_data()['total'], array_column( $changes->get_data()['items'], 'title' ) ] );
		$findings = $this->rest( 'GET', self::ROOT . "/{$check['id']}/findings", [ 'per_page' => 1, 'page' => 2 ] );
		$this->assert_answer( $findings, self::SCHEMAS . 'import-findings.json' );
		self::assertSame( [ 2, [ 'duplicate_id' ] ], [ $findings->get_data()['total'], array_column( $findings->get_data()['items'], 'code' ) ] );

		$import = $this->rest( 'POST', self::ROOT . "/{$check['id']}/import" );
		$this->assert_answer( $import, self::SCHEMAS . 'import-run.json', 201 );
		$report = $this->finish( $import->get_data()['id'] );
		self::assertSame( [ 'finished', 2 ], [ $report['state'], $report['counts']['created'] ] );
		self::assertSame( 2, $this->places() );
		self::assertFileDoesNotExist( $input->path, 'the file goes with its import' );
		$this->assert_problem( $this->rest( 'POST', self::ROOT . "/{$check['id']}/import" ), Problems::NOT_FOUND, 404 );
		$this->assert_answer( $this->rest( 'GET', self::ROOT ), self::SCHEMAS . 'import-runs.json' );
	}

	public function test_two_imports_never_overlap(): void {
		$this->log_in_as( 'editor' );
		$first = $this->rest( 'POST', self::ROOT . '/runs', self::start( $this->upload( self::FILE ) ) );
		$this->assert_answer( $first, self::SCHEMAS . 'import-run.json', 201 );
		$second = $this->upload( "Nr;Name\n9;Burg\n" );
		$this->assert_problem( $this->rest( 'POST', self::ROOT . '/runs', self::start( $second, [ 'source' => 'andere' ] ) ), Problems::CONFLICT, 409 );

		$cancelled = $this->rest( 'POST', self::ROOT . "/{$first->get_data()['id']}/cancel" );
		$this->assert_answer( $cancelled, self::SCHEMAS . 'import-run.json' );
		self::assertSame( 'cancelled', $cancelled->get_data()['state'] );
		$this->assert_answer( $this->rest( 'POST', self::ROOT . '/runs', self::start( $second, [ 'source' => 'andere' ] ) ), self::SCHEMAS . 'import-run.json', 201 );
	}

	public function test_only_what_stopped_can_be_forced(): void {
		$this->log_in_as( 'editor' );
		$mapping = [ ...self::MAPPING, 'vanish_after' => 1 ];
		$rows    = implode( '', array_map( static fn ( int $number ): string => "$number;Ort $number;Halle\n", range( 1, 10 ) ) );
		$all     = $this->rest( 'POST', self::ROOT . '/runs', self::start( $this->upload( "Nr;Name;Ort\n$rows" ), [ 'mapping' => $mapping ] ) );
		$this->finish( $all->get_data()['id'] );
		$this->assert_problem( $this->rest( 'POST', self::ROOT . "/{$all->get_data()['id']}/force" ), Problems::CONFLICT, 409 );

		$few     = $this->rest( 'POST', self::ROOT . '/runs', self::start( $this->upload( "Nr;Name;Ort\n1;Ort 1;Halle\n" ), [ 'mapping' => $mapping ] ) );
		$stopped = $this->finish( $few->get_data()['id'] );
		self::assertSame( [ 'stopped', 'too_many_vanished', true ], [ $stopped['state'], $stopped['reason'], $stopped['can_force'] ] );
		self::assertStringContainsString( '9', $stopped['message'] );
		self::assertSame( 10, $this->places() );

		$this->assert_answer( $this->rest( 'POST', self::ROOT . "/{$stopped['id']}/force" ), self::SCHEMAS . 'import-run.json' );
		$forced = $this->finish( $stopped['id'] );
		self::assertSame( [ 'finished', 9 ], [ $forced['state'], $forced['counts']['unpublished'] ] );
		self::assertSame( 1, $this->places() );
	}

	/** The screen begins with a check: from there it must lead to the import, which stops, asks and can be forced. */
	public function test_a_check_that_misses_many_places_leads_to_an_import_that_asks(): void {
		$this->log_in_as( 'editor' );
		$mapping = [ ...self::MAPPING, 'vanish_after' => 1 ];
		$rows    = implode( '', array_map( static fn ( int $number ): string => "$number;Ort $number;Halle\n", range( 1, 10 ) ) );
		$all     = $this->rest( 'POST', self::ROOT . '/runs', self::start( $this->upload( "Nr;Name;Ort\n$rows" ), [ 'mapping' => $mapping ] ) );
		$this->finish( $all->get_data()['id'] );

		$few   = $this->upload( "Nr;Name;Ort\n1;Ort 1;Halle\n11;Ort 11;Halle\n" );
		$check = $this->finish( $this->rest( 'POST', self::ROOT . '/runs', self::start( $few, [ 'mapping' => $mapping, 'dry_run' => true ] ) )->get_data()['id'] );
		self::assertSame( [ 'stopped', 'too_many_vanished', true, false ], [ $check['state'], $check['reason'], $check['can_import'], $check['can_force'] ] );
		self::assertStringContainsString( '9 von 10', $check['message'] );
		self::assertStringContainsString( 'fragt noch einmal', $check['message'] );

		$import = $this->rest( 'POST', self::ROOT . "/{$check['id']}/import" );
		$this->assert_answer( $import, self::SCHEMAS . 'import-run.json', 201 );
		$import = $this->finish( $import->get_data()['id'] );
		self::assertSame( [ 'stopped', false, true, 1 ], [ $import['state'], $import['can_import'], $import['can_force'], $import['counts']['created'] ] );
		$this->assert_answer( $this->rest( 'POST', self::ROOT . "/{$import['id']}/force" ), self::SCHEMAS . 'import-run.json' );
		$forced = $this->finish( $import['id'] );
		self::assertSame( [ 'finished', 9, 2 ], [ $forced['state'], $forced['counts']['unpublished'], $this->places() ] );
	}

	public function test_the_download_runs_no_formula(): void {
		$this->log_in_as( 'editor' );
		$file = "Nr;Name;Ort\n=cmd|' /C calc'!A0;;\"\n=HYPERLINK(\"\"http://x\"\")\"\n+1;;@SUM(1)\n-2;;\"a;\"\"b\"\n";
		$run  = $this->rest( 'POST', self::ROOT . '/runs', self::start( $this->upload( $file ), [ 'dry_run' => true ] ) )->get_data();
		$this->finish( $run['id'] );
		$response = $this->rest( 'GET', self::ROOT . "/{$run['id']}/findings.csv" );
		self::assertSame( 'attachment; filename="import-verband-' . $run['id'] . '.csv"', $response->get_headers()['Content-Disposition'] );
		$text = (string) $response->get_data();
		self::assertStringStartsWith( "\xEF\xBB\xBF\"", $text );
		self::assertStringContainsString( '"\'=cmd|', $text );
		self::assertStringContainsString( '"\'+1"', $text );
		self::assertDoesNotMatchRegularExpression( '/(?:^|;)"\s*[=+@-]/m', $text );
	}

	public function test_what_the_command_line_checked_is_not_imported_from_here(): void {
		$user = $this->log_in_as( 'editor' );
		$file = (string) tempnam( get_temp_dir(), 'cli' );
		file_put_contents( $file, self::FILE );
		global $wpdb;
		$imports = new ImportWiring( $wpdb, Core::services(), static fn (): array => [] );
		$run     = $imports->runs()->start( new RunRequest( 'verband', 'Verband', $file, self::MAPPING, true, false, $user->ID ) );
		self::assertFalse( $this->finish( $run->id )['can_import'] );
		$this->assert_problem( $this->rest( 'POST', self::ROOT . "/$run->id/import" ), Problems::NOT_FOUND, 404 );
		unlink( $file );
	}

	public function test_refuses_bad_requests_with_their_fields(): void {
		$this->log_in_as( 'editor' );
		$input = $this->upload( self::FILE );
		$cases = [
			[ [ 'source' => '../x' ], [ 'source' => 'pattern' ] ],
			[ [ 'input' => '/etc/passwd' ], [ 'input' => 'pattern' ] ],
			[ [ 'mapping' => [ ...self::MAPPING, 'hack' => 1 ] ], [ 'mapping.hack' => 'unknown' ] ],
			[ [ 'mapping' => [ ...self::MAPPING, 'format' => 'table' ] ], [ 'mapping.format' => 'not_allowed' ] ],
		];
		foreach ( $cases as [ $values, $fields ] ) {
			$this->assert_problem( $this->rest( 'POST', self::ROOT . '/runs', self::start( $input, $values ) ), Problems::INVALID, 422, $fields );
		}
	}

	public function test_a_column_that_is_missing_fails_with_a_sentence(): void {
		$this->log_in_as( 'editor' );
		$run = $this->rest( 'POST', self::ROOT . '/runs', self::start( $this->upload( "Nr;Titel\n1;Zoo\n" ) ) )->get_data();
		$run = $this->finish( $run['id'] );
		self::assertSame( [ 'failed', 'missing_columns' ], [ $run['state'], $run['reason'] ] );
		self::assertStringContainsString( 'Name', $run['message'] );
	}

	private function places(): int {
		wp_cache_flush();
		return (int) wp_count_posts( Place::TYPE )->publish;
	}
}
