<?php
/**
 * Why a cell can't be changed.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Roles;

/** Reason of a fixed cell; the value is its code in answers. */
enum Fixed: string {

	case AdministratorsKeep = 'administrators_keep';
	case AdministratorsOnly = 'administrators_only';
	case NotForPupils       = 'not_for_pupils';

	/** Whether the role has the right. */
	public function granted(): bool {
		return self::AdministratorsKeep === $this;
	}
}
