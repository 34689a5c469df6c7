<?php
/**
 * Where requests are kept.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Approvals;

use DateTimeImmutable;

/** All requests of the network. */
interface ApprovalStore {

	/**
	 * Stores a new one.
	 *
	 * @param Approval $approval With its seal, without number.
	 * @return int Its number; 0 when there is a pending one about the same subject.
	 */
	public function add( Approval $approval ): int;

	/**
	 * @param int $id Number.
	 */
	public function get( int $id ): ?Approval;

	/**
	 * The newest one about a subject.
	 *
	 * @param Kind   $kind    What is asked for.
	 * @param int    $portal  Site, 0 for the network.
	 * @param string $subject What it is about.
	 */
	public function newest( Kind $kind, int $portal, string $subject ): ?Approval;

	/**
	 * Pending ones first, then the newest.
	 *
	 * @param int|null $portal Site, 0 for the network; null for all.
	 * @param int      $count  At most so many.
	 * @return list<Approval>
	 */
	public function list( ?int $portal, int $count ): array;

	/**
	 * Moves one on, if nobody has done so since.
	 *
	 * @param Approval $after As it shall be.
	 * @param State    $from  State it must still have.
	 * @return bool False when somebody was faster.
	 */
	public function move( Approval $after, State $from ): bool;

	/**
	 * Those that wait or may be done, begun or decided before a time.
	 *
	 * @param DateTimeImmutable $before UTC.
	 * @return list<Approval>
	 */
	public function overdue( DateTimeImmutable $before ): array;

	/**
	 * Deletes those that came to an end.
	 *
	 * @param DateTimeImmutable $before Requested before, UTC.
	 * @return int How many.
	 */
	public function purge( DateTimeImmutable $before ): int;
}
