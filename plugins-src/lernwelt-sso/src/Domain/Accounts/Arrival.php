<?php
/**
 * What happens with somebody new.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Accounts;

/** Answer of the link policy. */
enum Arrival {

	/** A new account with the verified address. */
	case Create;

	/** A new account with an address that no mail can reach. */
	case CreateWithoutAddress;

	/** The existing account with the same address becomes the person's. */
	case Link;

	/** The address belongs to an account that can't become the person's: nobody gets in. */
	case Conflict;
}
