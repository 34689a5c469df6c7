<?php
/**
 * A role somebody has.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** A role of a person with the cell that answers for it. */
final readonly class Grant {

	/**
	 * @param string $role   Role slug.
	 * @param string $origin `sso` when the Bildungsserver gave it, `local` when it was given by hand, '' when nobody knows.
	 * @param Cell   $cell   What the role means for the right in question.
	 */
	public function __construct( public string $role, public string $origin, public Cell $cell ) {}
}
