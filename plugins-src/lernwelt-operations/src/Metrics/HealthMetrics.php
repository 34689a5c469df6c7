<?php
/**
 * States as numbers.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Metrics;

use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Core\Metrics\Metric;
use Lernwelt\Core\Metrics\MetricType;
use Lernwelt\Core\Metrics\Sample;
use Lernwelt\Core\Portal;
use Lernwelt\Operations\Application\Heartbeats;
use Lernwelt\Operations\Application\OnPortals;
use Lernwelt\Operations\Domain\AgePolicy;
use Lernwelt\Operations\Health\ScheduleCheck;

/** What the checks say, and how the portals' scheduled tasks are. */
final readonly class HealthMetrics {

	/** Label `portal` of what is the same on all of them. */
	public const NETWORK = 'network';

	/**
	 * @param HealthChecks $checks     What is watched.
	 * @param Heartbeats   $heartbeats Signs of life.
	 * @param OnPortals    $portals    Portals.
	 */
	public function __construct( private HealthChecks $checks, private Heartbeats $heartbeats, private OnPortals $portals ) {}

	/**
	 * Looks at this portal and the network now, and at what the other portals' scheduled tasks found last.
	 *
	 * @return iterable<Metric>
	 */
	public function collect(): iterable {
		$states = [];
		foreach ( $this->checks->run_all( HealthScope::Network ) as $report ) {
			$states[] = self::state( $report->name, self::NETWORK, $report->result->status );
		}
		$ages    = [];
		$overdue = [];
		foreach ( $this->portals->each( $this->portal( ... ) ) as $id => [ $age, $events, $findings ] ) {
			$overdue[] = new Sample( $events, [ 'portal' => $id ] );
			if ( null !== $age ) {
				$ages[] = new Sample( $age, [ 'portal' => $id ] );
				// Who has stopped reporting would be well for ever.
				$schedule         = ( new AgePolicy( ScheduleCheck::WARNING, ScheduleCheck::FAILED ) )->of( $age );
				$findings['cron'] = HealthStatus::worst( $schedule, 0 < $events ? HealthStatus::Warning : HealthStatus::Ok );
			}
			foreach ( $findings as $name => $status ) {
				$states[] = self::state( $name, $id, $status );
			}
		}
		yield new Metric( 'lernwelt_health_status', 'State of each check: 1 ok, 0.5 warning, 0 failed.', MetricType::Gauge, $states );
		yield new Metric( 'lernwelt_cron_heartbeat_age_seconds', 'Seconds since the scheduled tasks of a portal last ran.', MetricType::Gauge, $ages );
		yield new Metric( 'lernwelt_cron_overdue_events', 'Scheduled tasks of a portal that have been due for more than ten minutes.', MetricType::Gauge, $overdue );
	}

	/** @return array{?int, int, array<string, HealthStatus>} */
	private function portal( Portal $portal ): array {
		$findings = $portal->is_current ? $this->live() : $this->heartbeats->findings();
		return [ $this->heartbeats->age(), $this->heartbeats->overdue(), $findings ];
	}

	/** @return array<string, HealthStatus> */
	private function live(): array {
		$found = [];
		foreach ( $this->checks->run_all( HealthScope::Portal ) as $report ) {
			$found[ $report->name ] = $report->result->status;
		}
		return $found;
	}

	private static function state( string $check, string $portal, HealthStatus $status ): Sample {
		return new Sample( $status->ratio(), [ 'check' => $check, 'portal' => $portal ] );
	}
}
