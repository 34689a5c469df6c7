<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\CsvLine;
use Lernwelt\Core\Holidays\HolidayList;
use Lernwelt\Core\Holidays\HolidaySetting;
use Lernwelt\Core\Persistence\SchoolTable;
use Lernwelt\Core\Schools\Import\SchoolImport;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolType;
use Lernwelt\Portal\Admin\Schools\HolidayScreen;
use Lernwelt\Portal\Admin\Schools\SchoolScreen;
use Lernwelt\Portal\Admin\Schools\SchoolUpload;
use Lernwelt\Portal\SchoolHooks;
use Lernwelt\Tests\IntegrationTestCase;
use PHPUnit\Framework\Attributes\TestWith;
use RuntimeException;

/** Schulverzeichnis and Schulferien in the network's administration. */
final class SchoolScreensTest extends IntegrationTestCase {

	private const FILE = "Schulnummer;Name;Schulform;Landkreis;Startchancen\nT-1;Gymnasium <Ä>;Gymnasium;;\nT-2;Schule & Söhne;Grundschule;Börde;ja\n";

	private SchoolTable $schools;

	private int $status = 200;

	private string $file = '';

	protected function setUp(): void {
		parent::setUp();
		$this->schools = new SchoolTable( $GLOBALS['wpdb'] );
		$GLOBALS['wpdb']->query( "DELETE FROM {$this->schools->name()}" );
		add_filter( 'status_header', function ( string $header, int $code ): string {
			$this->status = $code;
			return $header;
		}, 10, 2 );
		add_filter( 'wp_die_handler', static fn (): callable => static function ( string $message, string $title, array $options ): never {
			throw new RuntimeException( $message, (int) $options['response'] );
		} );
		add_filter( 'wp_redirect', static fn ( string $address ): never => throw new RuntimeException( $address, 302 ) );
	}

	protected function tearDown(): void {
		if ( '' !== $this->file ) {
			unlink( $this->file );
		}
		parent::tearDown();
	}

	#[TestWith( [ 'administrator' ] )]
	#[TestWith( [ 'editor' ] )]
	#[TestWith( [ '' ] )]
	public function test_only_the_network_manages( string $role ): void {
		'' === $role ? $this->log_out() : $this->log_in_as( $role );
		self::assertFalse( current_user_can( SchoolHooks::MANAGE ) );
		$this->upload( self::FILE, 'import' );
		self::assertStringContainsString( 'Sie dürfen das Schulverzeichnis nicht', $this->refused( $this->screen()->take( ... ) ) );
		self::assertStringContainsString( 'Sie dürfen das Schulverzeichnis nicht', $this->refused( $this->screen()->show( ... ) ) );
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( SchoolHooks::DOWNLOAD ) ];
		self::assertStringContainsString( 'Sie dürfen das Schulverzeichnis nicht', $this->refused( $this->screen()->download( ... ) ) );
		$_POST = $_REQUEST = [ HolidayScreen::CHANGE => 'reset', 'sure' => '1', '_wpnonce' => wp_create_nonce( HolidayScreen::CHANGE ) ];
		self::assertStringContainsString( 'Sie dürfen die Schulferien nicht', $this->refused( ( new HolidayScreen() )->take( ... ) ) );
		self::assertStringContainsString( 'Sie dürfen die Schulferien nicht', $this->refused( ( new HolidayScreen() )->show( ... ) ) );
		self::assertSame( 0, $this->schools->count() );
	}

	public function test_nothing_changes_without_a_nonce(): void {
		$this->log_in_as_network();
		$this->upload( self::FILE, 'import' );
		$_REQUEST['_wpnonce'] = 'wrong';
		$this->refused( $this->screen()->take( ... ) );
		self::assertSame( 0, $this->schools->count() );
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( SchoolScreen::IMPORT ) ];
		$this->refused( $this->screen()->download( ... ) );
		$_POST    = [ HolidayScreen::CHANGE => 'add', 'name' => 'Winterferien', 'first' => '2029-02-05', 'last' => '2029-02-10' ];
		$this->refused( ( new HolidayScreen() )->take( ... ) );
		self::assertFalse( HolidaySetting::list()->is_changed() );
	}

	public function test_a_check_reports_lines_and_an_import_writes(): void {
		$this->log_in_as_network();
		$this->upload( self::FILE, 'check' );
		$screen = $this->screen();
		$screen->take();
		self::assertSame( 0, $this->schools->count() );
		$page = $this->printed( $screen->show( ... ) );
		self::assertStringContainsString( 'Nur geprüft, nichts wurde geändert:', $page );
		self::assertStringContainsString( '1 Schule würde hinzugefügt.', $page );
		self::assertStringContainsString( '1 Zeile wurde nicht übernommen', $page );
		self::assertMatchesRegularExpression( '#<th scope="row">2</th>\s*<td>Der Name ist länger[^<]+</td>\s*<td>Gymnasium &lt;Ä&gt;</td>#', $page );

		$this->upload( self::FILE, 'import' );
		$screen = $this->screen();
		$screen->take();
		$page = $this->printed( $screen->show( ... ) );
		self::assertStringContainsString( '1 Schule wurde hinzugefügt.', $page );
		self::assertStringContainsString( 'Schule &amp; Söhne', $page );
		self::assertSame( 200, $this->status );
		self::assertEquals( [ new School( 'T-2', 'Schule & Söhne', SchoolType::Primary, 'boerde', true ) ], $this->schools->all() );
	}

	public function test_schools_go_only_from_a_faultless_file(): void {
		$this->log_in_as_network();
		$this->schools->save( [ new School( 'T-9', 'Alte Schule', SchoolType::Other, null, false ) ] );
		$this->upload( self::FILE, 'import', [ 'prune' => '1' ] );
		$screen = $this->screen();
		$screen->take();
		self::assertSame( 422, $this->status );
		self::assertStringContainsString( 'Es wurde nichts geändert', $this->printed( $screen->show( ... ) ) );

		$this->upload( "Schulnummer;Name;Schulform\nT-2;Neu;Gymnasium\n", 'import', [ 'prune' => '1' ] );
		$screen = $this->screen();
		$screen->take();
		$page = $this->printed( $screen->show( ... ) );
		self::assertStringContainsString( 'Diese Schulen wurden entfernt', $page );
		self::assertStringContainsString( 'T-9 – Alte Schule', $page );
		self::assertSame( [ 'T-2' ], array_column( $this->schools->all(), 'number' ) );
	}

	#[TestWith( [ null, 0, 'Bitte wählen Sie eine Datei aus.' ] )]
	#[TestWith( [ '', UPLOAD_ERR_NO_FILE, 'Bitte wählen Sie eine Datei aus.' ] )]
	#[TestWith( [ 'x', UPLOAD_ERR_INI_SIZE, 'Die Datei ist größer als 2 MB.' ] )]
	#[TestWith( [ 'x', UPLOAD_ERR_PARTIAL, 'Die Datei ist nicht vollständig angekommen.' ] )]
	#[TestWith( [ "PK\x03\x04\x00", UPLOAD_ERR_OK, 'Das ist keine CSV-Datei.' ] )]
	#[TestWith( [ "Ort;Name\nHalle;Schule", UPLOAD_ERR_OK, 'In der ersten Zeile fehlen Spalten: „Schulnummer“, „Schulform“.' ] )]
	#[TestWith( [ '', UPLOAD_ERR_OK, 'Die Datei enthält keine Schulen.' ] )]
	public function test_what_is_no_register_is_refused_in_german( ?string $bytes, int $error, string $sentence ): void {
		$this->log_in_as_network();
		$this->upload( (string) $bytes, 'import', [], $error );
		if ( null === $bytes ) {
			$_FILES = [];
		}
		$screen = $this->screen();
		$screen->take();
		self::assertSame( 422, $this->status );
		self::assertStringContainsString( $sentence, html_entity_decode( $this->printed( $screen->show( ... ) ) ) );
	}

	public function test_a_path_that_is_no_upload_is_not_read(): void {
		$this->log_in_as_network();
		$this->upload( self::FILE, 'import' );
		$screen = new SchoolScreen( $this->schools, Core::services()->school_import, new SchoolUpload( is_uploaded_file( ... ) ) );
		$screen->take();
		self::assertSame( 422, $this->status );
	}

	public function test_the_list_is_searched_and_has_pages(): void {
		$this->log_in_as_network();
		$this->schools->save( array_map( static fn ( int $i ): School => new School( sprintf( 'T-%03d', $i ), "Schule $i", SchoolType::Grammar, 'harz', false ), range( 1, 120 ) ) );
		$this->schools->save( [ new School( 'U-1', 'Müllerschule', SchoolType::Vocational, 'boerde', true ) ] );
		$page = $this->printed( $this->screen()->show( ... ) );
		self::assertStringContainsString( '121 Schulen im Verzeichnis', $page );
		self::assertStringContainsString( 'Seite 1 von 3', $page );
		$_GET = [ 's' => 'MUELLER' ];
		$page = $this->printed( $this->screen()->show( ... ) );
		self::assertStringContainsString( '1 Schule gefunden', $page );
		self::assertStringContainsString( 'Müllerschule', $page );
		$_GET = [ 's' => 'harz', 'paged' => '99' ];
		$page = $this->printed( $this->screen()->show( ... ) );
		self::assertStringContainsString( 'Seite 3 von 3', $page );
		self::assertStringContainsString( 's=harz&#038;paged=2', $page );
	}

	public function test_the_download_can_be_imported_again(): void {
		$school = new School( '0471188', 'Schule „Am Teich“; alt', SchoolType::Special, 'halle-saale', true );
		$this->schools->save( [ $school, new School( 'T-1', 'Ohne Kreis', SchoolType::Other, null, false ) ] );
		$import = new SchoolImport( $this->schools, Core::services()->transaction, Core::services()->audit );
		$report = $import->run( implode( '', [ ...CsvLine::file( $this->screen()->rows() ) ] ), true, true );
		self::assertSame( [ [], [], 2, [], [] ], [ $report->added, $report->changed, $report->unchanged, $report->removed, $report->problems ] );
	}

	public function test_each_change_of_holidays_is_in_the_audit_log(): void {
		$this->work_without_rollback();
		$this->log_in_as_network();
		$events = [];
		add_action(
			AuditLog::ACTION,
			static function ( AuditEvent $event ) use ( &$events ): void {
				if ( 'setting' === $event->area ) {
					$events[] = "$event->action $event->object $event->portal";
				}
			}
		);
		$this->changed( [ HolidayScreen::CHANGE => 'add', 'name' => 'Winterferien', 'first' => '2029-02-05', 'last' => '2029-02-10' ] );
		$this->changed( [ HolidayScreen::CHANGE => 'remove', 'key' => HolidayList::key( Core::services()->holidays->on( '2029-02-05' ) ?? self::fail( 'It was not added.' ) ) ] );
		$this->changed( [ HolidayScreen::CHANGE => 'add', 'name' => 'Winterferien', 'first' => '2029-02-05', 'last' => '2029-02-10' ] );
		$this->changed( [ HolidayScreen::CHANGE => 'reset', 'sure' => '1' ] );
		self::assertSame( array_fill( 0, 4, 'changed network-option:lernwelt_school_holidays 0' ), $events );
	}

	public function test_holidays_are_added_removed_and_reset(): void {
		$this->log_in_as_network();
		self::assertNull( Core::services()->holidays->on( '2029-02-05' ) );
		self::assertStringContainsString( 'done=added', $this->changed( [ HolidayScreen::CHANGE => 'add', 'name' => 'Winter\\\'ferien', 'first' => '2029-02-05', 'last' => '2029-02-10' ] ) );
		$own = Core::services()->holidays->on( '2029-02-10' );
		self::assertSame( "Winter'ferien", $own?->name );
		self::assertSame( '2029-02-10', Core::services()->holidays->known_until() );

		$_GET = [ 'done' => 'added' ];
		$page = $this->printed( ( new HolidayScreen() )->show( ... ) );
		self::assertStringContainsString( 'Die Ferien wurden hinzugefügt.', $page );
		self::assertStringContainsString( 'Schuljahr 2028/2029', $page );
		self::assertStringContainsString( 'Sa., 10. Februar 2029', $page );
		self::assertStringContainsString( 'eigener Eintrag', $page );

		$autumn = Core::services()->holidays->on( '2026-10-19' );
		self::assertNotNull( $autumn );
		self::assertStringContainsString( 'done=removed', $this->changed( [ HolidayScreen::CHANGE => 'remove', 'key' => HolidayList::key( $autumn ) ] ) );
		self::assertNull( Core::services()->holidays->on( '2026-10-19' ) );

		$_POST = $_REQUEST = [ HolidayScreen::CHANGE => 'reset', '_wpnonce' => wp_create_nonce( HolidayScreen::CHANGE ) ];
		$screen = new HolidayScreen();
		$screen->take();
		self::assertSame( 422, $this->status );
		self::assertStringContainsString( 'Bitte bestätigen Sie', $this->printed( $screen->show( ... ) ) );
		self::assertTrue( HolidaySetting::list()->is_changed() );
		self::assertStringContainsString( 'done=reset', $this->changed( [ HolidayScreen::CHANGE => 'reset', 'sure' => '1' ] ) );
		self::assertFalse( HolidaySetting::list()->is_changed() );
		self::assertEquals( $autumn, Core::services()->holidays->between( '2026-10-19', '2026-10-19' )[0] ?? null );
	}

	#[TestWith( [ '', '2029-02-05', '2029-02-10', 'Bitte geben Sie einen Namen ein.', 'name' ] )]
	#[TestWith( [ '<script>', '2029-02-05', '2029-02-10', 'weder „<“ noch „>“', 'name' ] )]
	#[TestWith( [ 'Ferien', '5.2.2029', '2029-02-10', 'Bitte geben Sie den ersten Tag', 'first' ] )]
	#[TestWith( [ 'Ferien', '2029-02-05', '', 'Bitte geben Sie den letzten Tag', 'last' ] )]
	#[TestWith( [ 'Ferien', '2029-02-05', '2029-02-04', 'Der letzte Tag liegt vor dem ersten.', 'last' ] )]
	#[TestWith( [ 'Ferien', '2029-02-05', '2030-02-10', 'mehr als 60 Tage', 'last' ] )]
	#[TestWith( [ 'Ferien', '2026-10-30', '2026-11-06', 'schon andere Ferien', 'first' ] )]
	public function test_bad_holidays_are_refused_at_their_field( string $name, string $first, string $last, string $sentence, string $field ): void {
		$this->log_in_as_network();
		$_POST  = $_REQUEST = wp_slash( [ HolidayScreen::CHANGE => 'add', 'name' => $name, 'first' => $first, 'last' => $last, '_wpnonce' => wp_create_nonce( HolidayScreen::CHANGE ) ] );
		$screen = new HolidayScreen();
		$screen->take();
		self::assertSame( 422, $this->status );
		$page = $this->printed( $screen->show( ... ) );
		self::assertStringContainsString( $sentence, html_entity_decode( $page ) );
		self::assertMatchesRegularExpression( "/id=\"lernwelt-holiday-{$field}\"[^>]+aria-invalid=\"true\"/", $page );
		self::assertStringContainsString( 'value="' . esc_attr( $last ) . '"', $page );
		self::assertFalse( HolidaySetting::list()->is_changed() );
	}

	private function log_in_as_network(): void {
		grant_super_admin( $this->log_in_as( 'administrator' )->ID );
		self::assertTrue( current_user_can( SchoolHooks::MANAGE ) );
	}

	private function screen(): SchoolScreen {
		return new SchoolScreen( $this->schools, new SchoolImport( $this->schools, Core::services()->transaction, Core::services()->audit ), new SchoolUpload( fn ( string $path ): bool => '' !== $path && $path === $this->file ) );
	}

	/** @param array<string, string> $fields */
	private function upload( string $bytes, string $button, array $fields = [], int $error = UPLOAD_ERR_OK ): void {
		$this->file = '' === $this->file ? (string) tempnam( sys_get_temp_dir(), 'schools' ) : $this->file;
		file_put_contents( $this->file, $bytes );
		$_FILES = [ 'file' => [ 'name' => 'schulen.csv', 'type' => 'text/csv', 'tmp_name' => $this->file, 'error' => $error, 'size' => strlen( $bytes ) ] ];
		$_POST  = $_REQUEST = [ SchoolScreen::IMPORT => $button, '_wpnonce' => wp_create_nonce( SchoolScreen::IMPORT ), ...$fields ];
	}

	/** @param array<string, string> $fields */
	private function changed( array $fields ): string {
		$_POST = $_REQUEST = [ '_wpnonce' => wp_create_nonce( HolidayScreen::CHANGE ), ...$fields ];
		try {
			( new HolidayScreen() )->take();
		} catch ( RuntimeException $redirect ) {
			self::assertSame( 302, $redirect->getCode(), $redirect->getMessage() );
			return $redirect->getMessage();
		}
		self::fail( "Refused with status $this->status." );
	}

	/** Message of a 403. */
	private function refused( callable $call ): string {
		try {
			$call();
		} catch ( RuntimeException $refused ) {
			self::assertSame( 403, $refused->getCode(), $refused->getMessage() );
			return $refused->getMessage();
		}
		self::fail( 'It was done.' );
	}

	private function printed( callable $show ): string {
		ob_start();
		$show();
		return (string) ob_get_clean();
	}
}
