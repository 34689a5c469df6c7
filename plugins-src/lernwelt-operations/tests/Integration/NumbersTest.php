<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Integration;

use Lernwelt\Core\Address;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Retention\Retention;
use Lernwelt\Operations\Application\Heartbeats;
use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Domain\Exposition;
use Lernwelt\Operations\Domain\Notes\NoteKind;
use Lernwelt\Tests\IntegrationTestCase;
use RuntimeException;

/** The numbers of the real network. */
final class NumbersTest extends IntegrationTestCase {

	public function test_every_number_that_monitoring_counts_on_is_there(): void {
		$now   = gmdate( 'Y-m-d\TH:i:s\Z' );
		$notes = new Notes( Core::services()->clock, Core::services()->locks );
		$notes->keep( NoteKind::Backup, '{"finished_at":"' . $now . '","repository":"primary","bytes":123,"ok":true}' );
		$notes->keep( NoteKind::Drill, '{"finished_at":"' . $now . '","ok":true,"rto_seconds":211.5,"rpo_seconds":600}' );
		update_site_option( Retention::RAN_AT, time() - 60 );
		$this->beat_everywhere();
		self::happens( new AuditEvent( 'login', 'refused', 'wrong_password', user_id: 0 ) );

		$text = $this->text();
		foreach ( [
			'lernwelt_health_status{check="database",portal="lernwelt-lsa"} 1',
			'lernwelt_health_status{check="database",portal="lernorte"} 1',
			'lernwelt_health_status{check="cron",portal="eure-lernwelt"} ',
			'lernwelt_health_status{check="disk",portal="network"} ',
			'lernwelt_health_status{check="backup",portal="network"} 1',
			'lernwelt_cron_heartbeat_age_seconds{portal="kreativpotentiale"} ',
			'lernwelt_cron_overdue_events{portal="startchancen"} ',
			'lernwelt_mail_queue_messages{state="waiting"} 0',
			'lernwelt_mail_queue_messages{state="failed"} 0',
			'lernwelt_mail_queue_oldest_seconds 0',
			'lernwelt_backup_age_seconds{repository="primary"} ',
			'lernwelt_backup_bytes{repository="primary"} 123',
			'lernwelt_backup_drill_age_seconds ',
			'lernwelt_backup_drill_rto_seconds 211.5',
			'lernwelt_backup_drill_rpo_seconds 600',
			'lernwelt_disk_free_ratio{volume="uploads"} 0.',
			'lernwelt_disk_free_ratio{volume="tmp"} 0.',
			'lernwelt_release_info{version="development",wordpress="' . wp_get_wp_version() . '"} 1',
			'lernwelt_retention_age_seconds 6',
			'lernwelt_audit_events_total{event="login/refused"} 1',
		] as $line ) {
			self::assertStringContainsString( "\n$line", $text );
		}
		self::assertDoesNotMatchRegularExpression( '/^lernwelt_metrics_errors\{.*\} 1$/m', $text );
	}

	public function test_the_text_is_what_prometheus_reads(): void {
		$this->beat_everywhere();
		$text = $this->text();

		self::assertStringEndsWith( "\n", $text );
		$families = [];
		$last     = '';
		foreach ( explode( "\n", rtrim( $text ) ) as $line ) {
			if ( 1 === preg_match( '/^# (HELP|TYPE) ([a-z_]+) (.+)$/D', $line, $found ) ) {
				self::assertSame( 'HELP' === $found[1], ! isset( $families[ $found[2] ] ), $line );
				$families[ $found[2] ] = true;
				$last                  = $found[2];
			} else {
				self::assertMatchesRegularExpression( '/^' . $last . '(\{([a-z]+="([^"\\\\\n]|\\\\["\\\\n])*",?)+\})? -?(\d+(\.\d+)?([eE][+-]?\d+)?|NaN|[+-]Inf)$/D', $line );
			}
		}
	}

	public function test_a_portal_that_fell_silent_is_not_well_for_ever(): void {
		$this->beat_everywhere( time() - 3600 );
		$text = $this->text();

		self::assertStringContainsString( "\nlernwelt_health_status{check=\"cron\",portal=\"lernorte\"} 0\n", $text );
		self::assertStringNotContainsString( 'lernwelt_health_status{check="database",portal="lernorte"}', $text );
		self::assertStringContainsString( "\nlernwelt_health_status{check=\"database\",portal=\"lernwelt-lsa\"} 1\n", $text );
		self::assertMatchesRegularExpression( '/^lernwelt_cron_heartbeat_age_seconds\{portal="lernorte"\} 360\d$/m', $text );
	}

	public function test_mails_of_all_portals_are_counted_and_none_is_told(): void {
		global $wpdb;
		foreach ( [ 'lernwelt-lsa', 'lernorte' ] as $portal ) {
			$this->go_to_portal( $portal );
			Core::services()->mailer->enqueue( new Mail( [ new Address( 'anja.lehmann@example.org' ) ], 'Termin', 'Text' ) );
			$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}lw_mail_queue SET created_at = %s", gmdate( 'Y-m-d H:i:s', time() - 1200 ) ) );
			restore_current_blog();
		}
		$this->go_to_portal( 'lernorte' );
		$wpdb->query( "UPDATE {$wpdb->prefix}lw_mail_queue SET last_error = 'no'" );
		restore_current_blog();

		$text = $this->text();
		self::assertStringContainsString( "\nlernwelt_mail_queue_messages{state=\"waiting\"} 1\nlernwelt_mail_queue_messages{state=\"failed\"} 1\n", $text );
		self::assertMatchesRegularExpression( '/^lernwelt_mail_queue_oldest_seconds 120\d$/m', $text );
		self::assertStringNotContainsString( 'lehmann', $text );
	}

	public function test_events_are_counted_by_kind_only(): void {
		for ( $round = 0; $round < 3; ++$round ) {
			self::happens( new AuditEvent( 'export', 'downloaded', user_id: 7, object: 'user:7', details: [ 'rows' => 12 ] ) );
		}

		self::assertStringContainsString( "lernwelt_audit_events_total{event=\"export/downloaded\"} 3\n", $this->text() );
	}

	/** As core says it once the transaction is kept; the one around a test never is. */
	private static function happens( AuditEvent $event ): void {
		do_action( AuditLog::ACTION, $event );
	}

	private function text(): string {
		Core::services()->portals->forget();
		return Exposition::of( Core::services()->metrics->collect( static fn ( string $sentence ) => throw new RuntimeException( $sentence ) ) );
	}

	private function beat_everywhere( ?int $at = null ): void {
		$beats = new Heartbeats( Core::services()->clock, Core::services()->health );
		foreach ( Core::services()->portals->all() as $portal ) {
			switch_to_blog( $portal->blog_id );
			$beats->beat();
			if ( null !== $at ) {
				update_option( Heartbeats::OPTION, [ 'at' => $at ] + (array) get_option( Heartbeats::OPTION ) );
			}
			restore_current_blog();
		}
	}
}
