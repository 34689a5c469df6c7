<?php
/**
 * Signs of life.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Operations\Domain\Heartbeat;

/** Each portal's scheduled tasks leave one every minute. */
final readonly class Heartbeats {

	/** Option of a portal. */
	public const OPTION = 'lw_heartbeat';

	/** Seconds after which a task that is due counts as overdue: longer than a round over the portals takes. */
	public const OVERDUE = 600;

	/**
	 * @param Clock        $clock  Time.
	 * @param HealthChecks $checks What is watched.
	 */
	public function __construct( private Clock $clock, private HealthChecks $checks ) {}

	/** Leaves one on the current portal, with what its own checks find. */
	public function beat(): void {
		$now = $this->clock->now()->getTimestamp();
		// First the sign of life, so that the check of it finds it, and a check that hangs doesn't hide it.
		self::keep( new Heartbeat( $now, $this->last()->statuses ?? [] ) );
		$statuses = [];
		foreach ( $this->checks->run_all( HealthScope::Portal ) as $report ) {
			$statuses[ $report->name ] = $report->result->status;
		}
		self::keep( new Heartbeat( $now, $statuses ) );
	}

	/** The current portal's last sign of life; null when there was none yet. */
	public function last(): ?Heartbeat {
		return Heartbeat::from( get_option( self::OPTION ) );
	}

	/** Seconds since the current portal's last sign of life; null when there was none yet. */
	public function age(): ?int {
		return $this->last()?->age( $this->clock->now()->getTimestamp() );
	}

	/**
	 * What a portal found at its last sign of life; nothing when that is too long ago to be relied on.
	 *
	 * @return array<string, HealthStatus> By check.
	 */
	public function findings(): array {
		$last = $this->last();
		return null === $last || Heartbeat::FRESH < $last->age( $this->clock->now()->getTimestamp() ) ? [] : $last->statuses;
	}

	/** How many of the current portal's scheduled tasks should have run long ago. */
	public function overdue(): int {
		$latest = $this->clock->now()->getTimestamp() - self::OVERDUE;
		$count  = 0;
		foreach ( _get_cron_array() as $due => $hooks ) {
			foreach ( $due < $latest ? $hooks : [] as $events ) {
				$count += count( $events );
			}
		}
		return $count;
	}

	private static function keep( Heartbeat $heartbeat ): void {
		update_option( self::OPTION, $heartbeat->stored(), false );
	}
}
