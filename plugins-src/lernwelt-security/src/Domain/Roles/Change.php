<?php
/**
 * One decision somebody wants to make.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** A cell and what shall count there. */
final readonly class Change {

	/**
	 * @param string    $role       Role slug.
	 * @param string    $capability Capability.
	 * @param bool|null $granted    Null takes the decision back: what is inherited counts again.
	 */
	public function __construct( public string $role, public string $capability, public ?bool $granted ) {}
}
