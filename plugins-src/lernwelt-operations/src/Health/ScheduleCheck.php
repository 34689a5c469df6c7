<?php
/**
 * Scheduled tasks.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Operations\Application\Heartbeats;
use Lernwelt\Operations\Domain\AgePolicy;

/** Whether the portal's scheduled tasks run, as they should every minute. */
final readonly class ScheduleCheck implements HealthCheck {

	/** Seconds. */
	public const WARNING = 300;
	public const FAILED  = 900;

	/**
	 * @param Heartbeats $heartbeats Signs of life.
	 */
	public function __construct( private Heartbeats $heartbeats ) {}

	public function label(): string {
		return __( 'Scheduled tasks', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'Every minute they deliver mails, move up waiting lists, remind people and delete what is past its time.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'WordPress does not start them by itself here: the server does, every minute on every portal (systemd timer lernwelt-cron, on Kubernetes the CronJob, locally ./bin/start). See whether that runs, and what it says in its log. "wp cron event list --url=PORTAL" shows what waits.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Portal;
	}

	public function run(): HealthResult {
		$age     = $this->heartbeats->age();
		$overdue = $this->heartbeats->overdue();
		$details = [ 'heartbeat_age_seconds' => $age, 'overdue_events' => $overdue ];
		if ( null === $age ) {
			return HealthResult::warning( __( 'Scheduled tasks have never run on this portal.', 'lernwelt-operations' ), $details );
		}
		$status = ( new AgePolicy( self::WARNING, self::FAILED ) )->of( $age );
		if ( HealthStatus::Ok !== $status ) {
			/* translators: %s: span of time, e.g. "3 hours". */
			return HealthResult::of( $status, sprintf( __( 'Scheduled tasks last ran %s ago.', 'lernwelt-operations' ), Spans::words( $age ) ), $details );
		}
		if ( 0 < $overdue ) {
			/* translators: %d: number of tasks. */
			return HealthResult::warning( sprintf( _n( 'Scheduled tasks run, but %d has been due for more than ten minutes.', 'Scheduled tasks run, but %d have been due for more than ten minutes.', $overdue, 'lernwelt-operations' ), $overdue ), $details );
		}
		return HealthResult::ok( __( 'Scheduled tasks run every minute.', 'lernwelt-operations' ), $details );
	}
}
