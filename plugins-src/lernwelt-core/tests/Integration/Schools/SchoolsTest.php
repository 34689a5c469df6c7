<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Schools;

use ArrayObject;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\SchoolTable;
use Lernwelt\Core\Schools\Import\FileRefused;
use Lernwelt\Core\Schools\Import\PruneRefused;
use Lernwelt\Core\Schools\Import\SchoolImport;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolOfUser;
use Lernwelt\Core\Schools\SchoolType;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\WpCli;
use RuntimeException;

final class SchoolsTest extends IntegrationTestCase {

	private const HEADINGS = "Schulnummer;Name;Schulform;Landkreis;Startchancen\n";

	private SchoolTable $schools;

	private SchoolImport $import;

	protected function setUp(): void {
		parent::setUp();
		$this->take_table();
	}

	public function test_a_file_fills_the_register_and_changes_what_is_different(): void {
		$report = $this->import->run( self::HEADINGS . "T-2;Grundschule Ä;Grundschule;Börde;ja\nT-10;Gymnasium;Gymnasium;;nein\n4711;IGS;IGS;Halle;ja\n" );
		self::assertSame( [ 3, 0, 0, [], [], [] ], [ count( $report->added ), count( $report->changed ), $report->unchanged, $report->missing, $report->removed, $report->problems ] );
		self::assertSame( [ '4711', 'T-10', 'T-2' ], array_column( $this->schools->all(), 'number' ) );

		$report = $this->import->run( self::HEADINGS . "t-2;Grundschule Ä;Grundschule;Börde;nein\nT-3;Neu;BBS;;\n4711;IGS;IGS;Halle;ja\n" );
		self::assertSame( [ [ 'T-3' ], [ 'T-2' ], 1, [ 'T-10' ] ], [ array_column( $report->added, 'number' ), array_column( $report->changed, 'number' ), $report->unchanged, array_column( $report->missing, 'number' ) ] );
		self::assertSame( 4, $this->schools->count(), 'a school that is missing in the file stays' );
		self::assertEquals( new School( 'T-2', 'Grundschule Ä', SchoolType::Primary, 'boerde', false ), $this->schools->find( ' t-2 ' ) );
		self::assertEquals( new School( '4711', 'IGS', SchoolType::Comprehensive, 'halle-saale', true ), ( new SchoolTable( $GLOBALS['wpdb'] ) )->find( '4711' ), 'read from the database' );
		self::assertNull( $this->schools->find( '' ) );
		self::assertNull( $this->schools->find( 'T-4' ) );
		self::assertNull( ( new SchoolTable( $GLOBALS['wpdb'] ) )->find( "T-2' OR 1=1 --" ) );
	}

	public function test_a_dry_run_writes_and_says_nothing(): void {
		$events = $this->listen();
		$this->import->run( self::HEADINGS . "T-1;Alt;Gymnasium;;\n" );
		$report = $this->import->run( self::HEADINGS . "T-2;Neu;Gymnasium;;\n", dry_run: true, prune: true );
		self::assertSame( [ [ 'T-2' ], [ 'T-1' ] ], [ array_column( $report->added, 'number' ), array_column( $report->removed, 'number' ) ] );
		self::assertSame( [ 'T-1' ], array_column( $this->schools->all(), 'number' ) );
		self::assertCount( 1, $events, 'of the first one' );
	}

	public function test_what_is_missing_goes_only_on_demand_and_never_beside_a_wrong_line(): void {
		$events = $this->listen();
		$this->import->run( self::HEADINGS . "T-1;Eins;Gymnasium;;\nT-2;Zwei;Gymnasium;;\n" );
		try {
			$this->import->run( self::HEADINGS . "T-1;Anders;Gymnasium;;\nT-2;Zwei;Oberschule;;\n", prune: true );
			self::fail( 'It was pruned.' );
		} catch ( PruneRefused $refused ) {
			self::assertSame( 3, $refused->problems[0]->line );
		}
		self::assertSame( [ 'Eins', 'Zwei' ], array_column( $this->schools->all(), 'name' ) );

		$report = $this->import->run( self::HEADINGS . "T-1;Eins;Gymnasium;;\n", prune: true );
		self::assertSame( [ 'T-2' ], array_column( $report->removed, 'number' ) );
		self::assertSame( [ 'T-1' ], array_column( $this->schools->all(), 'number' ) );
		self::assertEquals( new AuditEvent( 'school', 'imported', portal: 0, details: [ 'added' => 0, 'changed' => 0, 'removed' => 1 ] ), $events[1] ?? null );
	}

	public function test_a_wrong_line_keeps_no_other_from_being_taken_over_and_changes_nothing_itself(): void {
		$this->import->run( self::HEADINGS . "T-1;Eins;Gymnasium;;\n" );
		$report = $this->import->run( self::HEADINGS . "T-1;Anders;Oberschule;;\nT-2;Zwei;Gymnasium;;\n" );
		self::assertSame( [ 'Eins', 'Zwei' ], array_column( $this->schools->all(), 'name' ) );
		self::assertCount( 1, $report->problems );
	}

	public function test_an_unreadable_file_changes_nothing(): void {
		$this->import->run( self::HEADINGS . "T-1;Eins;Gymnasium;;\n" );
		try {
			$this->import->run( "Name;Ort\n", prune: true );
			self::fail( 'It was read.' );
		} catch ( FileRefused $refused ) {
			self::assertSame( FileRefused::COLUMNS, $refused->reason );
		}
		self::assertSame( 1, $this->schools->count() );
	}

	/** The last statement of the transaction fails: everything before is taken back, also what was remembered. */
	public function test_all_or_nothing(): void {
		$this->work_without_rollback();
		$this->take_table();
		$this->import->run( self::HEADINGS . "T-1;Eins;Gymnasium;;\n" );
		add_filter( 'query', static fn ( string $query ): string => str_starts_with( $query, 'DELETE' ) && str_contains( $query, 'lw_schools' ) ? 'DELETE FROM no_such_table' : $query );
		try {
			$this->import->run( self::HEADINGS . "T-2;Zwei;Gymnasium;;\n", prune: true );
			self::fail( 'The database did not refuse.' );
		} catch ( RuntimeException $failure ) {
			self::assertNotSame( '', $failure->getMessage() );
		}
		self::assertSame( [ 'T-1' ], array_column( $this->schools->all(), 'number' ) );
	}

	public function test_a_database_that_fails_is_no_empty_register(): void {
		$this->work_without_rollback();
		$this->take_table();
		$this->import->run( self::HEADINGS . "T-1;Eins;Gymnasium;;\n" );
		$break = static fn ( string $query ): string => str_starts_with( $query, 'SELECT' ) && str_contains( $query, 'lw_schools' ) ? 'SELECT * FROM no_such_table' : $query;
		add_filter( 'query', $break );
		foreach ( [ 'find' => fn (): ?School => $this->schools->find( 'T-1' ), 'all' => fn (): array => $this->schools->all(), 'count' => fn (): int => $this->schools->count() ] as $name => $read ) {
			try {
				$read();
				self::fail( "$name() says that there is nothing." );
			} catch ( RuntimeException $failure ) {
				self::assertStringContainsString( 'refused', $failure->getMessage(), $name );
			}
		}
		remove_filter( 'query', $break );
		self::assertSame( [ 'Eins', 1 ], [ $this->schools->find( 'T-1' )?->name, $this->schools->count() ], 'the failure is not remembered' );
	}

	public function test_schools_asked_for_again_cost_nothing_until_somebody_writes(): void {
		$this->import->run( self::HEADINGS . "T-1;Eins;Gymnasium;;\n" );
		$fresh = new SchoolTable( $GLOBALS['wpdb'] );
		$names = static fn (): array => [ $fresh->find( 't-1' )?->name, $fresh->find( 'T-1' )?->name, $fresh->find( 'T-2' )?->name, $fresh->find( 'T-2' )?->name ];
		$from  = $GLOBALS['wpdb']->num_queries;
		self::assertSame( [ 'Eins', 'Eins', null, null ], $names() );
		self::assertSame( 2, $GLOBALS['wpdb']->num_queries - $from );
		$fresh->save( [ new School( 'T-1', 'Neu', SchoolType::Grammar, null, false ), new School( 'T-2', 'Zwei', SchoolType::Grammar, null, false ) ] );
		self::assertSame( [ 'Neu', 'Neu', 'Zwei', 'Zwei' ], $names() );
	}

	public function test_a_thousand_schools_take_few_statements(): void {
		$lines = implode( '', array_map( static fn ( int $i ): string => "T-$i;Schule Nummer $i;Grundschule;Harz;ja\n", range( 1, 1000 ) ) );
		$from  = $GLOBALS['wpdb']->num_queries;
		self::assertCount( 1000, $this->import->run( self::HEADINGS . $lines )->added );
		self::assertLessThan( 12, $GLOBALS['wpdb']->num_queries - $from );
		self::assertSame( 1000, $this->schools->count() );
	}

	public function test_the_school_of_an_account(): void {
		$user = $this->log_in_as( 'subscriber' );
		self::assertSame( [ 'number' => '', 'name' => '' ], SchoolOfUser::of( $user->ID ) );
		update_user_meta( $user->ID, SchoolOfUser::NUMBER, '0471188' );
		update_user_meta( $user->ID, SchoolOfUser::NAME, 'Sekundarschule' );
		self::assertSame( [ 'number' => '0471188', 'name' => 'Sekundarschule' ], SchoolOfUser::of( $user->ID ) );
		self::assertSame( [ 'number' => '', 'name' => '' ], SchoolOfUser::of( 0 ) );
	}

	public function test_the_command_imports_lists_and_reports_lines(): void {
		$this->work_without_rollback();
		$GLOBALS['wpdb']->query( "DELETE FROM {$this->schools->name()}" );
		$file = (string) tempnam( sys_get_temp_dir(), 'schools' );
		file_put_contents( $file, self::HEADINGS . "T-1;Eins;Gymnasium;Börde;ja\nT-2;Zwei;Oberschule;;\n" );

		[ $code, $out, $errors ] = WpCli::run( 'lernwelt', 'schools', 'import', $file, '--dry-run' );
		self::assertSame( 0, $code, $errors );
		self::assertStringContainsString( 'Zeile 3: Diese Schulform ist nicht bekannt. (Oberschule)', $errors );
		self::assertStringContainsString( 'Nichts geschrieben', $out );
		self::assertSame( '0', $GLOBALS['wpdb']->get_var( "SELECT COUNT(*) FROM {$this->schools->name()}" ) );

		[ $code ] = WpCli::run( 'lernwelt', 'schools', 'import', $file, '--prune' );
		self::assertSame( 1, $code );
		[ $code, $out, $errors ] = WpCli::run( 'lernwelt', 'schools', 'import', $file );
		self::assertSame( 0, $code, $errors );
		self::assertStringContainsString( 'Neu: 1,', $out );
		[ $code, $out ] = WpCli::run( 'lernwelt', 'schools', 'list', '--format=json' );
		self::assertSame( 0, $code );
		self::assertSame( [ [ 'number' => 'T-1', 'name' => 'Eins', 'type' => 'gymnasium', 'district' => 'boerde', 'startchancen' => 'ja' ] ], json_decode( $out, true, 8, JSON_THROW_ON_ERROR ) );
		unlink( $file );
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'schools', 'import', $file );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'kann nicht gelesen werden', $errors );
	}

	private function take_table(): void {
		$this->schools = new SchoolTable( $GLOBALS['wpdb'] );
		$GLOBALS['wpdb']->query( "DELETE FROM {$this->schools->name()}" );
		$this->import  = new SchoolImport( $this->schools, Core::services()->transaction, Core::services()->audit );
	}

	/** @return ArrayObject<int, AuditEvent> What the audit log hears; events of the test's own transaction would wait for its end. */
	private function listen(): ArrayObject {
		$this->work_without_rollback();
		$this->take_table();
		/** @var ArrayObject<int, AuditEvent> $events */
		$events = new ArrayObject();
		add_action( AuditLog::ACTION, static fn ( AuditEvent $event ) => $events->append( $event ) );
		return $events;
	}
}
