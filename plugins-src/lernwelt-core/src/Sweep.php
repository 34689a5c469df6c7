<?php
/**
 * The broom.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Delivery\Postman;

/** Every minute on every portal: delivers what waits, deletes what is too old. */
final class Sweep {

	/** Event of the sweep. */
	public const HOOK = 'lernwelt_sweep';

	/** Name of the interval. */
	public const INTERVAL = 'lernwelt_minute';

	/**
	 * @param Postman     $postman      Delivers.
	 * @param MailLog     $mail_log     Has old lines to delete.
	 * @param RateLimiter $rate_limiter Has counters to delete.
	 */
	public function __construct(
		private readonly Postman $postman,
		private readonly MailLog $mail_log,
		private readonly RateLimiter $rate_limiter,
	) {}

	/** One sweep on the current portal. */
	public function run(): void {
		$this->postman->purge();
		$this->postman->deliver();
		$this->mail_log->purge();
		$this->rate_limiter->purge();
	}

	/** Makes sure that the current portal is swept; costs no query when it already is. */
	public static function schedule(): void {
		if ( false === wp_next_scheduled( self::HOOK ) ) {
			wp_schedule_event( time(), self::INTERVAL, self::HOOK );
		}
	}

	/**
	 * Makes the interval known; filter `cron_schedules`.
	 *
	 * @param array<string, array{interval: int, display: string}> $schedules Intervals so far.
	 * @return array<string, array{interval: int, display: string}>
	 */
	public static function interval( array $schedules ): array {
		$schedules[ self::INTERVAL ] = [
			'interval' => MINUTE_IN_SECONDS,
			'display'  => __( 'Every minute', 'lernwelt-core' ),
		];
		return $schedules;
	}
}
