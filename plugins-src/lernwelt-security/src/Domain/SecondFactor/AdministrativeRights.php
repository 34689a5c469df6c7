<?php
/**
 * Rights that need a second factor.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\SecondFactor;

use Closure;
use Lernwelt\Core\Rights;
use Lernwelt\Security\Domain\Roles\Rules;

/** What makes an account an administrative one: settings, accounts, code, rights – not content. */
final class AdministrativeRights {

	private const RIGHTS = [ ...Rights::ADMINISTRATIVE, Rules::MANAGE ];

	/**
	 * Whether somebody has one of them.
	 *
	 * @param Closure(string): bool $can Answers for a right.
	 */
	public static function any( Closure $can ): bool {
		foreach ( self::RIGHTS as $right ) {
			if ( $can( $right ) ) {
				return true;
			}
		}
		return false;
	}
}
