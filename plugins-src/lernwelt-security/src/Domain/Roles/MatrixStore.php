<?php
/**
 * Where decisions are kept.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

use DateTimeImmutable;

/** Decisions of the network (portal 0) and of the portals, with their history. */
interface MatrixStore {

	/**
	 * All decisions of one portal.
	 *
	 * @param int $portal Site, 0 for the network.
	 */
	public function overrides( int $portal ): Overrides;

	/**
	 * Number of changes so far.
	 *
	 * @param int $portal Site, 0 for the network.
	 */
	public function revision( int $portal ): int;

	/**
	 * Waits until nobody else writes, and counts a change; inside a transaction.
	 *
	 * @param int $portal   Site, 0 for the network.
	 * @param int $revision Revision the change is based on.
	 * @return bool False when somebody has changed the portal's decisions since.
	 */
	public function begin( int $portal, int $revision ): bool;

	/**
	 * Writes one decision and its line in the history.
	 *
	 * @param int               $portal  Site, 0 for the network.
	 * @param Change            $change  What shall count.
	 * @param bool|null         $before  What counted.
	 * @param int               $user_id Who decided.
	 * @param DateTimeImmutable $at      When.
	 */
	public function put( int $portal, Change $change, ?bool $before, int $user_id, DateTimeImmutable $at ): void;

	/**
	 * The newest lines of the history first.
	 *
	 * @param int|null $portal Site, 0 for the network; null for all.
	 * @param int      $before Only lines with a smaller number; 0 for all.
	 * @param int      $count  At most so many.
	 * @return list<HistoryEntry>
	 */
	public function history( ?int $portal, int $before, int $count ): array;

	/**
	 * Forgets a portal's decisions; its history stays.
	 *
	 * @param int $portal Site.
	 */
	public function forget( int $portal ): void;
}
