<?php
/**
 * Why a person may do something.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** Everything that decides whether a person has a right on a portal. */
final readonly class Explanation {

	/** Whether the person has the right. */
	public bool $allowed;

	/**
	 * @param Right       $right       Right in question.
	 * @param bool        $super_admin Whether the person may do everything everywhere.
	 * @param list<Grant> $grants      The person's roles on the portal.
	 * @param bool|null   $in_person   What was stored for the person alone; null for nothing.
	 */
	public function __construct( public Right $right, public bool $super_admin, public array $grants, public ?bool $in_person = null ) {
		$by_role       = [] !== array_filter( $grants, static fn ( Grant $grant ): bool => $grant->cell->granted );
		$this->allowed = $super_admin || ( $in_person ?? $by_role );
	}
}
