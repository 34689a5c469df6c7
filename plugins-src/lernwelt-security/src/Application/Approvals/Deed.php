<?php
/**
 * What is done when a request is confirmed.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Approvals;

use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;

/** One kind of request. */
interface Deed {

	/**
	 * Whether somebody could have done this alone, were there no second person needed.
	 *
	 * @param Approval $approval Request.
	 * @param int      $user_id  Account.
	 */
	public function allows( Approval $approval, int $user_id ): bool;

	/**
	 * Does it; inside a transaction.
	 *
	 * @param Approval $approval Request.
	 * @throws ApprovalRefused `outdated` when things have changed since it was asked for.
	 */
	public function perform( Approval $approval ): void;

	/**
	 * What it is about, for people.
	 *
	 * @param Approval $approval Request.
	 * @return list<string> Sentences without markup.
	 */
	public function words( Approval $approval ): array;
}
