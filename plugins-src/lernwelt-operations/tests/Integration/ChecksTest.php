<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use Lernwelt\Core\Address;
use Lernwelt\Core\Core;
use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Retention\Retention;
use Lernwelt\Operations\Application\Heartbeats;
use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Application\ObjectCache;
use Lernwelt\Operations\Application\Volumes;
use Lernwelt\Operations\Domain\Files\Comparison;
use Lernwelt\Operations\Domain\Notes\NoteKind;
use Lernwelt\Operations\Health\BackupCheck;
use Lernwelt\Operations\Health\DiskCheck;
use Lernwelt\Operations\Health\DrillCheck;
use Lernwelt\Operations\Health\FilesCheck;
use Lernwelt\Operations\Health\MailQueueCheck;
use Lernwelt\Operations\Health\ObjectCacheCheck;
use Lernwelt\Operations\Health\RetentionCheck;
use Lernwelt\Operations\Health\ScheduleCheck;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;

/** What each check finds, and what it says. */
final class ChecksTest extends IntegrationTestCase {

	private FrozenClock $clock;

	private Notes $notes;

	protected function setUp(): void {
		parent::setUp();
		$this->clock = new FrozenClock( '2026-11-22 12:00:00' );
		$this->notes = new Notes( $this->clock, Core::services()->locks );
	}

	public function test_the_database_reads_and_writes(): void {
		self::says( HealthStatus::Ok, 'Die Datenbank liest und schreibt.', Core::services()->health->check( 'database' ) );
	}

	public function test_a_database_that_refuses_is_noticed(): void {
		global $wpdb;
		$before       = $wpdb->prefix;
		$wpdb->prefix = 'no_such_';
		$report       = Core::services()->health->run( 'database' );
		$wpdb->prefix = $before;

		self::assertSame( HealthStatus::Failed, $report->result->status );
		self::assertTrue( $report->is_fatal() );
	}

	public function test_missing_changes_of_the_database_are_named(): void {
		global $wpdb;
		self::says( HealthStatus::Ok, 'Alle Änderungen der Datenbank sind ausgeführt.', Core::services()->health->check( 'migrations' ) );
		$wpdb->query( "DELETE FROM {$wpdb->base_prefix}lw_migrations WHERE component = 'lernwelt-operations'" );
		self::says( HealthStatus::Failed, 'Änderungen der Datenbank fehlen: lernwelt-operations M0001_create_counters.', Core::services()->health->check( 'migrations' ) );
	}

	public function test_scheduled_tasks_leave_a_sign_of_life(): void {
		delete_option( Heartbeats::OPTION );
		update_option( 'cron', [ 'version' => 2 ] );
		$beats = new Heartbeats( $this->clock, new HealthChecks( static fn (): int => 0 ) );
		$check = new ScheduleCheck( $beats );

		self::says( HealthStatus::Warning, 'Auf diesem Portal liefen noch nie geplante Aufgaben.', $check );
		$beats->beat();
		self::says( HealthStatus::Ok, 'Geplante Aufgaben laufen jede Minute.', $check );
		$this->clock->advance( '+301 seconds' );
		self::says( HealthStatus::Warning, 'Geplante Aufgaben liefen zuletzt vor 5 Minuten.', $check );
		$this->clock->advance( '+600 seconds' );
		self::says( HealthStatus::Failed, 'Geplante Aufgaben liefen zuletzt vor 15 Minuten.', $check );
		$beats->beat();
		wp_schedule_single_event( $this->clock->now()->getTimestamp() - 601, 'lernwelt_test_overdue', [ 1 ] );
		wp_schedule_single_event( $this->clock->now()->getTimestamp() - 599, 'lernwelt_test_soon', [ 1 ] );
		self::says( HealthStatus::Warning, 'Geplante Aufgaben laufen, aber 1 ist seit mehr als zehn Minuten fällig.', $check );
	}

	public function test_a_beat_keeps_what_the_portals_own_checks_found(): void {
		( new Heartbeats( Core::services()->clock, Core::services()->health ) )->beat();

		$findings = ( new Heartbeats( Core::services()->clock, Core::services()->health ) )->findings();
		self::assertSame( HealthStatus::Ok, $findings['database'] ?? null );
		self::assertArrayNotHasKey( 'backup', $findings );
		self::assertSame( [], ( new Heartbeats( new FrozenClock( '2099-01-01 00:00:00' ), Core::services()->health ) )->findings() );
	}

	public function test_mails_that_wait_too_long_are_noticed(): void {
		global $wpdb;
		$check = new MailQueueCheck( Core::services()->mailer, $this->clock );

		self::says( HealthStatus::Ok, 'Keine E-Mail wartet.', $check );
		Core::services()->mailer->enqueue( new Mail( [ new Address( 'a@example.org' ) ], 'A', 'A' ) );
		$wpdb->query( "UPDATE {$wpdb->prefix}lw_mail_queue SET created_at = '2026-11-22 11:45:00'" );
		self::says( HealthStatus::Ok, '1 E-Mail ist unterwegs.', $check );
		$wpdb->query( "UPDATE {$wpdb->prefix}lw_mail_queue SET last_error = 'refused'" );
		self::says( HealthStatus::Warning, '1 E-Mail konnte beim ersten Versuch nicht zugestellt werden und wird erneut versucht.', $check );
		$wpdb->query( "UPDATE {$wpdb->prefix}lw_mail_queue SET created_at = '2026-11-22 11:44:59'" );
		self::says( HealthStatus::Warning, '1 E-Mail wartet, seit sie vor 15 Minuten eingereiht wurde.', $check );
	}

	public function test_each_repository_needs_a_backup_of_today(): void {
		$in_service = new BackupCheck( $this->notes, $this->clock, true );
		self::says( HealthStatus::Failed, 'Es wurde noch nie eine Sicherung gemeldet.', $in_service );
		self::says( HealthStatus::Ok, 'Es wurde keine Sicherung gemeldet; dies ist eine Entwicklungsumgebung, in der keine erwartet wird.', new BackupCheck( $this->notes, $this->clock, false ) );

		$this->note( NoteKind::Backup, '2026-11-22T11:00:00Z', true, '"repository":"primary"' );
		$this->note( NoteKind::Backup, '2026-11-22T11:30:00Z', true, '"repository":"second"' );
		self::says( HealthStatus::Ok, 'An jedem Ort liegt eine Sicherung aus den letzten 26 Stunden (primary, second).', $in_service );

		$this->clock->advance( '+1 hour' );
		$this->note( NoteKind::Backup, '2026-11-22T12:50:00Z', false, '"repository":"second"' );
		self::says( HealthStatus::Warning, 'Die letzte Sicherung ist misslungen (second); die davor ist weniger als 26 Stunden alt.', $in_service );

		$this->clock->advance( '+24 hours' );
		self::says( HealthStatus::Warning, 'Die letzte Sicherung ist misslungen (second); die davor ist weniger als 26 Stunden alt.', $in_service );
		$this->clock->advance( '+1 second' );
		self::says( HealthStatus::Failed, 'Die letzte gelungene Sicherung ist zu alt (primary: vor 26 Stunden).', $in_service );

		self::assertTrue( $this->notes->forget_repository( 'primary' ) );
		self::assertFalse( $this->notes->forget_repository( 'primary' ) );
		self::assertSame( HealthStatus::Warning, $in_service->run()->status );
	}

	public function test_a_backup_that_never_worked_is_failed(): void {
		$this->note( NoteKind::Backup, '2026-11-22T11:00:00Z', false, '"repository":"primary"' );
		self::says( HealthStatus::Failed, 'Die letzte gelungene Sicherung ist zu alt (primary: noch nie).', new BackupCheck( $this->notes, $this->clock, true ) );
	}

	public function test_restoring_is_tried_every_week(): void {
		$check = new DrillCheck( $this->notes, $this->clock, true );
		self::says( HealthStatus::Warning, 'Eine Wiederherstellung wurde noch nie geprobt.', $check );
		$this->note( NoteKind::Drill, '2026-11-22T11:00:00Z', true, '"rto_seconds":200' );
		self::says( HealthStatus::Ok, 'Eine Sicherung wurde zuletzt vor 60 Minuten wiederhergestellt.', $check );
		$this->clock->advance( '+8 days' );
		self::says( HealthStatus::Warning, 'Eine Sicherung wurde zuletzt vor 8 Tagen wiederhergestellt.', $check );
		$this->note( NoteKind::Drill, '2026-11-30T11:59:00Z', false );
		self::says( HealthStatus::Failed, 'Der letzte Versuch, eine Sicherung wiederherzustellen, ist misslungen.', $check );
	}

	public function test_files_that_differ_are_an_alarm_until_they_no_longer_do(): void {
		$check = new FilesCheck( $this->clock );
		self::says( HealthStatus::Ok, 'Die Dateien wurden noch nie mit der Auslieferung verglichen.', $check );
		FilesCheck::keep( new Comparison( 10, [ 'index.php' ], [], [ 'back.php' ], [] ), $this->clock );
		$this->clock->advance( '+1 hour' );
		self::says( HealthStatus::Failed, 'Vor 60 Minuten wichen 2 Dateien von der Auslieferung ab.', $check );
		FilesCheck::keep( new Comparison( 10, [], [], [], [] ), $this->clock );
		self::says( HealthStatus::Ok, 'Vor 0 Minuten waren alle Dateien so, wie sie ausgeliefert wurden.', $check );
		$this->clock->advance( '+9 days' );
		self::says( HealthStatus::Warning, 'Vor 9 Tagen waren alle Dateien so, wie sie ausgeliefert wurden.', $check );
	}

	public function test_what_is_past_its_time_goes_every_day(): void {
		$check = new RetentionCheck( $this->clock, true );
		delete_site_option( Retention::RAN_AT );
		self::says( HealthStatus::Warning, 'Die Löschfristen wurden noch nie angewendet.', $check );
		update_site_option( Retention::RAN_AT, $this->clock->now()->getTimestamp() );
		$this->clock->advance( '+26 hours' );
		self::says( HealthStatus::Ok, 'Die Löschfristen wurden zuletzt vor 26 Stunden angewendet.', $check );
		$this->clock->advance( '+1 second' );
		self::assertSame( HealthStatus::Warning, $check->run()->status );
		$this->clock->advance( '+6 days' );
		self::says( HealthStatus::Failed, 'Die Löschfristen wurden zuletzt vor 7 Tagen angewendet.', $check );
	}

	public function test_a_folder_that_takes_no_file_is_noticed_and_nothing_is_left_behind(): void {
		$folder = get_temp_dir() . 'lernwelt-volume-' . bin2hex( random_bytes( 4 ) );
		mkdir( $folder );
		$here = new DiskCheck( new Volumes( [ 'uploads' => $folder ] ) );
		self::assertNotSame( HealthStatus::Failed, $here->run()->status );
		self::assertMatchesRegularExpression( '/^\d+,\d % sind frei \(am wenigsten: uploads\)\.$/D', $here->run()->sentence );
		self::assertSame( [], array_diff( (array) scandir( $folder ), [ '.', '..' ] ) );
		rmdir( $folder );
		self::says( HealthStatus::Failed, 'In diese Ordner kann keine Datei geschrieben werden: uploads.', $here );
		self::assertTrue( $here->is_critical() );
		// A full disk; only Linux has one to try.
		self::assertSame( [ 'uploads' ], ( new Volumes( [ 'uploads' => '/proc' ] ) )->full() );
		self::assertSame( [], ( new Volumes( [ 'cache' => '/proc' ], [ 'cache' ] ) )->full() );
	}

	public function test_an_object_cache_that_is_missing_or_silent_is_a_warning_only(): void {
		self::says( HealthStatus::Ok, 'Es ist kein Objekt-Cache eingerichtet; die Portale funktionieren auch ohne.', new ObjectCacheCheck( new ObjectCache( false, false, '' ) ) );
		self::says( HealthStatus::Warning, 'In config.php ist Redis eingetragen, aber WordPress benutzt es nicht: wp-content/object-cache.php fehlt oder konnte nicht starten.', new ObjectCacheCheck( new ObjectCache( true, false, '' ) ) );
		self::says( HealthStatus::Warning, 'Der Objekt-Cache antwortet nicht. Seiten angemeldeter Personen sind gerade langsamer.', new ObjectCacheCheck( new ObjectCache( true, true, 'Connection refused' ) ) );
		// This network has WordPress's own cache only: what is watched can't answer.
		self::assertSame( ObjectCache::DOWN, ( new ObjectCache( true, true, '' ) )->state() );
	}

	public function test_every_check_says_in_german_what_it_is_for_and_what_to_do(): void {
		$german = self::texts();
		switch_to_locale( 'en_US' );
		$english = self::texts();
		restore_previous_locale();

		self::assertGreaterThanOrEqual( 9, count( $german ) );
		foreach ( $german as $name => $texts ) {
			self::assertNotContains( '', $texts, $name );
			self::assertSame( [], array_intersect_assoc( $texts, $english[ $name ] ), $name );
		}
	}

	/** @return array<string, list<string>> */
	private static function texts(): array {
		$texts = [];
		foreach ( Core::services()->health->names() as $name ) {
			$check          = Core::services()->health->check( $name );
			$texts[ $name ] = [ $check->label(), $check->purpose(), $check->advice() ];
		}
		return $texts;
	}

	private function note( NoteKind $kind, string $time, bool $ok, string $more = '' ): void {
		$this->notes->keep( $kind, "{\"finished_at\":\"$time\",\"ok\":" . ( $ok ? 'true' : 'false' ) . ( '' === $more ? '' : ",$more" ) . '}' );
	}

	private static function says( HealthStatus $status, string $sentence, HealthCheck $check ): void {
		$result = $check->run();
		self::assertSame( [ $status, $sentence ], [ $result->status, $result->sentence ] );
	}
}
