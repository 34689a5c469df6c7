<?php
/**
 * One line of the history.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

use DateTimeImmutable;

/** Who changed which cell, when, from what to what. */
final readonly class HistoryEntry {

	/**
	 * @param int               $id         Number, grows.
	 * @param DateTimeImmutable $at         Instant, UTC.
	 * @param int               $user_id    Who; 0 for the command line.
	 * @param int               $portal     Site, 0 for the network.
	 * @param string            $role       Role slug.
	 * @param string            $capability Capability.
	 * @param bool|null         $before     Decision before, null for none.
	 * @param bool|null         $after      Decision after, null for none.
	 */
	public function __construct(
		public int $id,
		public DateTimeImmutable $at,
		public int $user_id,
		public int $portal,
		public string $role,
		public string $capability,
		public ?bool $before,
		public ?bool $after,
	) {}
}
