<?php
/**
 * An account that has the address of somebody who logs in.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Accounts;

/** What decides whether an existing account may become somebody's. */
final readonly class KnownAccount {

	/**
	 * @param int          $user_id       Account.
	 * @param bool         $has_identity  Whether it belongs to an identity already.
	 * @param bool         $super_admin   Whether it administers the network.
	 * @param bool         $second_factor Whether it has a second factor.
	 * @param list<string> $capabilities  WordPress's capabilities and roles on all portals together.
	 */
	public function __construct( public int $user_id, public bool $has_identity, public bool $super_admin, public bool $second_factor, public array $capabilities ) {}
}
