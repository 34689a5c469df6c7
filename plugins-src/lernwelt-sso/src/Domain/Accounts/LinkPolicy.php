<?php
/**
 * Whose account becomes whose.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Accounts;

use Lernwelt\Core\Rights;
use Lernwelt\Core\Role;

/** Decides what happens when somebody comes for the first time. */
final readonly class LinkPolicy {

	/**
	 * Rights and roles that make an account privileged: the administrative ones and those over other people's texts.
	 * The provider's word about an address must not open such an account.
	 */
	private const PRIVILEGED = [ ...Rights::ADMINISTRATIVE, 'edit_others_posts', 'edit_others_pages', 'unfiltered_html', Role::ADMINISTRATOR, Role::EDITOR ];

	/**
	 * Decides.
	 *
	 * @param Person        $person   Who comes.
	 * @param ?KnownAccount $existing Account with the same address; null for none.
	 */
	public function decide( Person $person, ?KnownAccount $existing ): Arrival {
		if ( null === $existing ) {
			return '' === $person->verified_email() ? Arrival::CreateWithoutAddress : Arrival::Create;
		}
		return $person->email_verified && ! $existing->has_identity && ! $this->is_privileged( $existing ) ? Arrival::Link : Arrival::Conflict;
	}

	/**
	 * Whether an account is out of reach for anybody who isn't linked with it.
	 *
	 * @param KnownAccount $account Account.
	 */
	public function is_privileged( KnownAccount $account ): bool {
		return $account->super_admin || $account->second_factor || [] !== array_intersect( self::PRIVILEGED, $account->capabilities );
	}
}
