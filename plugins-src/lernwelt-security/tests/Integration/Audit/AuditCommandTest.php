<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Audit;

use Lernwelt\Security\Domain\Audit\EntryFilter;
use Lernwelt\Tests\WpCli;

/** The log on the command line. */
final class AuditCommandTest extends AuditTestCase {

	public function test_it_verifies_and_names_the_first_broken_line(): void {
		$this->work_without_rollback();
		$first = $this->write();
		$this->write();
		[ $code, $output ] = WpCli::run( 'lernwelt', 'audit', 'verify' );
		self::assertSame( 0, $code, $output );
		self::assertMatchesRegularExpression( '/^(\d+:[0-9a-f]{64})\n.*lückenlos und unverändert/s', $output );
		$head = explode( "\n", $output )[0];

		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'audit', 'verify', "--head=$head" );
		self::assertSame( 0, $code, $errors );
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'audit', 'verify', '--head=1:' . str_repeat( 'a', 64 ) );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'ausgetauscht oder zurückgesetzt', $errors );

		self::meddle( 'UPDATE %i SET reason = %s WHERE id = %d', self::lines(), 'other', $first->id );
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'audit', 'verify' );
		self::assertSame( 1, $code );
		self::assertStringContainsString( "Eintrag $first->id wurde geändert", $errors );
	}

	public function test_it_exports_and_says_so(): void {
		$this->work_without_rollback();
		$this->write( 'login', 'refused', 'wrong_password' );
		$before = $this->store->last_id();
		[ $code, $csv ] = WpCli::run( 'lernwelt', 'audit', 'export', '--area=login', '--from=2030-03-02', '--to=2030-03-02' );
		self::assertSame( 0, $code, $csv );
		$lines = explode( "\r\n", $csv );
		self::assertStringStartsWith( "\xEF\xBB\xBF\"id\";\"time_utc\"", $lines[0] );
		self::assertStringContainsString( '"Anmeldung abgelehnt: Passwort falsch"', $lines[1] );
		self::assertSame( [ '' ], array_slice( $lines, 2 ) );

		$rows = json_decode( WpCli::run( 'lernwelt', 'audit', 'export', '--format=json', '--area=login', '--from=2030-03-02' )[1], true );
		self::assertSame( [ 'wrong_password' ], array_column( (array) $rows, 'reason' ) );
		self::assertSame( [], json_decode( WpCli::run( 'lernwelt', 'audit', 'export', '--format=json', '--area=nothing' )[1], true ) );

		$rows = json_decode( WpCli::run( 'lernwelt', 'audit', 'list', '--format=json', '--limit=1' )[1], true );
		self::assertCount( 1, (array) $rows );
		self::assertSame( [ 'audit/exported', 'audit/exported', 'audit/exported', 'audit/read' ], $this->written_after( $before ) );
		self::assertSame( 'cli', $this->store->find( new EntryFilter(), 0, 1 )[0]->kind );
	}

	public function test_the_days_keep_to_their_range(): void {
		$this->work_without_rollback();
		self::assertStringContainsString( '90 Tage', WpCli::run( 'lernwelt', 'audit', 'retention' )[1] );
		self::assertSame( 1, WpCli::run( 'lernwelt', 'audit', 'retention', '29' )[0] );
		self::assertStringContainsString( '120 Tage', WpCli::run( 'lernwelt', 'audit', 'retention', '120' )[1] );
	}
}
