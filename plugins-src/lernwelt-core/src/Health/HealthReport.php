<?php
/**
 * One line of a round.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Health;

/** A check and what it found. */
final readonly class HealthReport {

	/**
	 * @param string       $name         Name of the check.
	 * @param HealthCheck  $check        The check.
	 * @param HealthResult $result       What it found.
	 * @param int          $milliseconds How long it took.
	 */
	public function __construct(
		public string $name,
		public HealthCheck $check,
		public HealthResult $result,
		public int $milliseconds,
	) {}

	/** Whether the portal can't work because of it. */
	public function is_fatal(): bool {
		return $this->check->is_critical() && HealthStatus::Failed === $this->result->status;
	}
}
