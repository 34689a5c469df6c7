<?php
/**
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit;

use Lernwelt\Operations\Health\BackupCheck;
use Lernwelt\Operations\Health\DiskCheck;
use Lernwelt\Operations\Health\DrillCheck;
use Lernwelt\Operations\Health\MailQueueCheck;
use Lernwelt\Operations\Health\RetentionCheck;
use Lernwelt\Operations\Health\ScheduleCheck;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Site Health and the alarms of deploy/monitoring speak of the same limits. */
final class AlarmsTest extends TestCase {

	/** @return iterable<string, array{string, string, int|float}> */
	public static function limits(): iterable {
		yield 'backup' => [ 'BackupOld', 'lernwelt_backup_age_seconds > ', BackupCheck::FAILED ];
		yield 'drill' => [ 'DrillOld', 'lernwelt_backup_drill_age_seconds > ', DrillCheck::WARNING ];
		yield 'tasks' => [ 'CronStopped', 'lernwelt_cron_heartbeat_age_seconds > ', ScheduleCheck::FAILED ];
		yield 'mail' => [ 'MailQueueStuck', 'lernwelt_mail_queue_oldest_seconds > ', MailQueueCheck::WARNING ];
		yield 'retention' => [ 'RetentionStopped', 'lernwelt_retention_age_seconds > ', RetentionCheck::WARNING ];
	}

	#[DataProvider( 'limits' )]
	public function test_an_alarm_begins_where_a_check_complains( string $alarm, string $question, int|float $limit ): void {
		self::assertSame( (float) $limit, self::limit( $alarm, $question ) );
	}

	/** At 10 % people hear of it in Site Health, at 5 % somebody is called, at 3 % the portal says that it isn't ready. */
	public function test_a_full_disk_is_an_alarm_before_it_is_a_failure(): void {
		$alarm = self::limit( 'VolumeFull', 'lernwelt_disk_free_ratio < ' );
		self::assertGreaterThan( DiskCheck::FAILED, $alarm );
		self::assertLessThan( DiskCheck::WARNING, $alarm );
	}

	/** The number that follows the question in an alarm's expression: products and decimals. */
	private static function limit( string $alarm, string $question ): float {
		$rules = (string) file_get_contents( dirname( __DIR__, 4 ) . '/deploy/monitoring/rules/application.yml' );
		self::assertSame( 1, preg_match( "/- alert: $alarm\n(.*?)\n\n/s", $rules, $rule ), $alarm );
		self::assertSame( 1, preg_match( '/' . preg_quote( $question, '/' ) . '([\d. *]+)/', $rule[1], $found ), $question );
		return (float) array_product( array_map( floatval( ... ), explode( '*', $found[1] ) ) );
	}
}
