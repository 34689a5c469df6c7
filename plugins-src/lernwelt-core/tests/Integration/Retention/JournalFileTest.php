<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Retention;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Retention\Accounts;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\JournalAction;
use Lernwelt\Core\Retention\JournalEntry;
use Lernwelt\Core\Retention\JournalFile;
use Lernwelt\Core\Retention\Replay;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\WpCli;
use RuntimeException;

final class JournalFileTest extends IntegrationTestCase {

	private string $folder = '';

	private JournalFile $file;

	private JournalTable $table;

	protected function setUp(): void {
		parent::setUp();
		$this->folder = sys_get_temp_dir() . '/lernwelt-journal-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder );
		$this->file  = new JournalFile( "{$this->folder}/erasures.jsonl" );
		$this->table = new JournalTable( $GLOBALS['wpdb'] );
	}

	protected function tearDown(): void {
		foreach ( (array) glob( "{$this->folder}/*" ) as $file ) {
			unlink( (string) $file );
		}
		rmdir( $this->folder );
		parent::tearDown();
	}

	private function journal( ?JournalFile $file = null ): Journal {
		return ( new Journal( $this->table, Core::services()->transaction, new FrozenClock( '2026-03-02 08:00:00' ), '', $file ?? $this->file ) )->new_run();
	}

	/** @return list<string> */
	private function lines( int $portal = 1 ): array {
		return array_map( static fn ( JournalEntry $one ): string => "{$one->at->format( 'H:i' )} $one->source {$one->action->value} $one->object", array_values( [ ...$this->file->of( $portal ) ] ) );
	}

	public function test_a_line_is_outside_once_its_deed_is_kept(): void {
		$this->work_without_rollback();
		$journal = $this->journal();
		Core::services()->transaction->run(
			function () use ( $journal ): void {
				$journal->record( 'bookings', JournalAction::Anonymised, 'booking:1', 'booking:2' );
				self::assertSame( [], $this->lines(), 'not before' );
			}
		);
		self::assertSame( [ '08:00 bookings anonymised booking:1', '08:00 bookings anonymised booking:2' ], $this->lines() );
		try {
			Core::services()->transaction->run(
				static function () use ( $journal ): never {
					$journal->record( 'bookings', JournalAction::Erased, 'booking:3' );
					throw new RuntimeException( 'changed my mind' );
				}
			);
		} catch ( RuntimeException ) {
			self::assertCount( 2, $this->lines(), 'what was taken back must not be erased after a restore' );
		}
		$this->go_to_portal( 'startchancen' );
		$blog_id = get_current_blog_id();
		Core::services()->transaction->run( static fn () => $journal->record( 'bookings', JournalAction::Erased, 'booking:9' ) );
		self::assertSame( [ '08:00 bookings erased booking:9' ], $this->lines( $blog_id ) );
		self::assertSame( [ $journal->run ], array_unique( array_map( static fn ( JournalEntry $one ): string => $one->run, [ ...$this->file->of( $blog_id ) ] ) ) );
	}

	public function test_what_could_not_be_written_is_added_later(): void {
		$this->work_without_rollback();
		$log = ini_set( 'error_log', "{$this->folder}/php.log" );
		Core::services()->transaction->run( fn () => $this->journal( new JournalFile( "{$this->folder}/gone/erasures.jsonl" ) )->record( 'bookings', JournalAction::Erased, 'booking:5' ) );
		ini_set( 'error_log', (string) $log );
		self::assertStringContainsString( 'can\'t be written', (string) file_get_contents( "{$this->folder}/php.log" ) );
		self::assertCount( 1, [ ...$this->table->all() ], 'the deed stands' );

		$define = "--exec=define( 'LERNWELT_JOURNAL_FILE', '{$this->file->path}' );";
		[ $code, $out, $errors ] = WpCli::run( $define, 'lernwelt', 'journal', 'sync' );
		self::assertSame( 0, $code, $errors );
		self::assertStringContainsString( '1 lines added', $out );
		self::assertSame( [ '08:00 bookings erased booking:5' ], $this->lines() );
		[ , $out ] = WpCli::run( $define, 'lernwelt', 'journal', 'sync' );
		self::assertStringContainsString( '0 lines added', $out );
	}

	public function test_a_damaged_line_is_told(): void {
		file_put_contents( $this->file->path, '{"portal":1,"at":"2026-03-02T08:00:00Z","run":"a","source":"bookings","action":"erased","object":"booking:1"}' . "\n{\"portal\":1,\"at\n" );
		$this->expectExceptionMessage( 'Line 2 of the journal' );
		$this->lines();
	}

	public function test_what_a_restored_database_does_not_know_is_done_again_once(): void {
		$known = $this->entry( 'booking:1' );
		$this->table->add_known( [ $known ] );
		$this->file->append( 1, $known, $this->entry( 'booking:2' ), $this->entry( 'booking:2' ), $this->entry( 'loan:7', 'loans' ) );
		$this->file->append( 4, $this->entry( 'booking:8' ) );

		$source = new FakeErasure();
		$replay = new Replay( $this->table, Core::services()->transaction, $this->journal(), static fn (): array => [ $source ] );
		self::assertSame( [ 'done' => 1, 'left' => [ 'loans' => 1 ] ], $replay->run( $this->file->of( 1 ) ) );
		self::assertSame( [ [ 'booking:2' ] ], $source->asked );
		self::assertSame( [ 'booking:1', 'booking:2' ], array_map( static fn ( JournalEntry $one ): string => $one->object, [ ...$this->table->all() ] ) );
		self::assertEquals( new DateTimeImmutable( '2026-02-01 10:00:00', new DateTimeZone( 'UTC' ) ), [ ...$this->table->all() ][1]->at, 'its own instant' );
		self::assertSame( [ 'done' => 0, 'left' => [ 'loans' => 1 ] ], $replay->run( $this->file->of( 1 ) ) );
		self::assertCount( 1, $source->asked );
	}

	public function test_an_account_that_was_deleted_is_deleted_again(): void {
		$this->work_without_rollback();
		require_once ABSPATH . 'wp-admin/includes/ms.php';
		require_once ABSPATH . 'wp-admin/includes/user.php';
		$accounts = new Accounts( $this->journal(), Core::services()->transaction );
		remove_all_actions( 'deleted_user' );
		add_action( 'deleted_user', $accounts->deleted( ... ) );
		$stays = self::account( 'stays' );
		$goes  = self::account( 'goes' );
		wp_delete_user( $stays );
		self::assertNotFalse( get_userdata( $stays ), 'only left this portal' );
		self::assertSame( [], $this->lines() );
		wpmu_delete_user( $goes );
		self::assertSame( [ "08:00 accounts erased account:$goes" ], $this->lines() );

		$accounts->erase_again( [ "account:$goes", "account:$stays" ], $this->journal() );
		self::assertFalse( get_userdata( $stays ) );
	}

	public function test_the_command_repeats_on_every_portal(): void {
		$this->work_without_rollback();
		$user = self::account( 'was-erased' );
		$this->file->append( 1, new JournalEntry( 0, new DateTimeImmutable( '2026-02-01' ), str_repeat( 'b', 32 ), 'accounts', JournalAction::Erased, "account:$user" ) );
		[ $code, $out, $errors ] = WpCli::run( 'lernwelt', 'journal', 'replay', $this->file->path );
		self::assertSame( 0, $code, $errors );
		self::assertStringContainsString( 'lernwelt-lsa: 1 erased again.', $out );
		self::assertStringContainsString( 'startchancen: 0 erased again.', $out );
		clean_user_cache( $user );
		self::assertFalse( get_userdata( $user ) );

		$this->file->append( 1, $this->entry( 'loan:7', 'unknown' ) );
		[ $code, , $errors ] = WpCli::run( 'lernwelt', 'journal', 'replay', $this->file->path );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'Not everything was erased again on: lernwelt-lsa.', $errors );
	}

	private static function account( string $login ): int {
		$user = wp_insert_user( [ 'user_login' => $login, 'user_pass' => 'x', 'user_email' => "$login@example.org" ] );
		self::assertIsInt( $user );
		return $user;
	}

	private function entry( string $name, string $source = 'bookings' ): JournalEntry {
		return new JournalEntry( 0, new DateTimeImmutable( '2026-02-01 10:00:00', new DateTimeZone( 'UTC' ) ), str_repeat( 'a', 32 ), $source, JournalAction::Erased, $name );
	}
}
