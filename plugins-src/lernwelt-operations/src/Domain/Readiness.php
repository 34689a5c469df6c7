<?php
/**
 * Whether a portal may get visitors.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain;

use Lernwelt\Core\Health\HealthReport;
use Lernwelt\Core\Health\HealthStatus;

/**
 * What `/readyz` answers, in the words of the health-check draft for HTTP APIs: pass, warn and fail become ok, warn, fail. A
 * load balancer takes a server out at "fail": so only what the portal can't work without may say that.
 */
enum Readiness: string {

	/** All is well. */
	case Ok = 'ok';

	/** Works, somebody should look. */
	case Warn = 'warn';

	/** Can't work. */
	case Fail = 'fail';

	/**
	 * State of a portal.
	 *
	 * @param list<HealthReport> $reports What the checks found.
	 */
	public static function of_portal( array $reports ): self {
		$worst = self::Ok;
		foreach ( $reports as $report ) {
			if ( $report->is_fatal() ) {
				return self::Fail;
			}
			$worst = HealthStatus::Ok === $report->result->status ? $worst : self::Warn;
		}
		return $worst;
	}

	/**
	 * State of one check.
	 *
	 * @param HealthStatus $status What it found.
	 */
	public static function of_check( HealthStatus $status ): self {
		return match ( $status ) {
			HealthStatus::Ok      => self::Ok,
			HealthStatus::Warning => self::Warn,
			HealthStatus::Failed  => self::Fail,
		};
	}

	/** Status of the answer: 503 sends visitors elsewhere. */
	public function http_status(): int {
		return self::Fail === $this ? 503 : 200;
	}
}
