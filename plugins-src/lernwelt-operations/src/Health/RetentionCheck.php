<?php
/**
 * Deleting what is past its time.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Retention\Retention;
use Lernwelt\Operations\Domain\AgePolicy;

/** Whether personal data that are past their time are taken away every day. */
final readonly class RetentionCheck implements HealthCheck {

	/** Seconds: a day, and two hours. */
	public const WARNING = 26 * 3600;

	/** Seconds: a week. */
	public const FAILED = 7 * 86400;

	/**
	 * @param Clock $clock    Time.
	 * @param bool  $expected Whether it has to run on this installation at all.
	 */
	public function __construct( private Clock $clock, private bool $expected ) {}

	/**
	 * Seconds since the last run that went well on all portals; null when there was none.
	 *
	 * @param Clock $clock Time.
	 */
	public static function age( Clock $clock ): ?int {
		$ran_at = (int) get_site_option( Retention::RAN_AT, 0 );
		return 0 === $ran_at ? null : max( 0, $clock->now()->getTimestamp() - $ran_at );
	}

	public function label(): string {
		return __( 'Retention', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'Personal data that are past their time are anonymised or deleted every day; data protection law asks for it.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Run "wp lernwelt retention run" by hand: it names the rule that fails. It belongs into the daily tasks of the server (systemd timer lernwelt-retention, on Kubernetes the CronJob).', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Network;
	}

	public function run(): HealthResult {
		$age = self::age( $this->clock );
		if ( null === $age ) {
			return $this->expected
				? HealthResult::warning( __( 'The rules of retention have never been applied.', 'lernwelt-operations' ) )
				: HealthResult::ok( __( 'The rules of retention have never been applied; this is a development environment, where nobody expects it.', 'lernwelt-operations' ) );
		}
		/* translators: %s: span of time, e.g. "3 hours". */
		return HealthResult::of( ( new AgePolicy( self::WARNING, self::FAILED ) )->of( $age ), sprintf( __( 'The rules of retention were last applied %s ago.', 'lernwelt-operations' ), Spans::words( $age ) ), [ 'age_seconds' => $age ] );
	}
}
