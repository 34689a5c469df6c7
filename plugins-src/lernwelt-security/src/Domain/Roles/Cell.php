<?php
/**
 * One cell of the role matrix.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** Whether a role has a right, and why: the portal's decision, else the network's, else the default. */
final readonly class Cell {

	/** Whether the role has the right. */
	public bool $granted;

	/**
	 * @param bool       $default What the plugin or WordPress says.
	 * @param bool|null  $network What the network decided.
	 * @param bool|null  $portal  What the portal decided; null on the network's own matrix.
	 * @param Fixed|null $fixed   Why nobody can decide.
	 */
	public function __construct( public bool $default, public ?bool $network, public ?bool $portal, public ?Fixed $fixed ) {
		$this->granted = null !== $fixed ? $fixed->granted() : $portal ?? $network ?? $default;
	}

	/** What counts without the portal's decision. */
	public function inherited(): bool {
		return null !== $this->fixed ? $this->fixed->granted() : $this->network ?? $this->default;
	}
}
