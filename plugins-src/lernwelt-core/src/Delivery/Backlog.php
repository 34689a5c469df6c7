<?php
/**
 * What waits in a queue.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use DateTimeImmutable;

/** State of a portal's mail queue in numbers. */
final readonly class Backlog {

	/**
	 * @param int                $waiting Mails nobody has tried to deliver in vain.
	 * @param int                $failed  Mails that at least one attempt could not deliver; they are tried again.
	 * @param ?DateTimeImmutable $oldest  When the oldest of all was queued, UTC; null when nothing waits.
	 */
	public function __construct(
		public int $waiting,
		public int $failed,
		public ?DateTimeImmutable $oldest,
	) {}
}
