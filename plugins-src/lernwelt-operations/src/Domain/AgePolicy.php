<?php
/**
 * How old something may be.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain;

use Lernwelt\Core\Health\HealthStatus;

/** Turns an age into a state. */
final readonly class AgePolicy {

	/**
	 * @param int $warning Seconds that are still in order.
	 * @param int $failed  Seconds up to which it is a warning.
	 */
	public function __construct(
		private int $warning,
		private int $failed,
	) {}

	/**
	 * @param int $age Seconds.
	 */
	public function of( int $age ): HealthStatus {
		return match ( true ) {
			$this->failed < $age  => HealthStatus::Failed,
			$this->warning < $age => HealthStatus::Warning,
			default               => HealthStatus::Ok,
		};
	}
}
