<?php
/**
 * Limits of wrong tries.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

use InvalidArgumentException;

/** How many wrong tries are taken before further ones are refused. */
final readonly class Limits {

	/** Length of the window, seconds; nothing is kept longer. */
	public const WINDOW = 86400;

	/** Window of the limit of a network over all accounts, seconds. */
	public const NETWORK_WINDOW = 3600;

	/** Wrong codes in one half login. */
	public const STEP = 5;

	/** Wrong codes on an account in 24 hours, from everywhere. One of a million is right, and three count at a moment. */
	public const CODES = 30;

	/** How many times the wrong tries of a network an IPv6 /48 has. */
	public const AROUND = 4;

	/**
	 * @param int $administrators Wrong tries in 24 hours, per account and network.
	 * @param int $back_office    The same.
	 * @param int $users          The same; also for names that no account has.
	 * @param int $network        Wrong tries of one network in an hour, over all accounts; a school is one network.
	 * @throws InvalidArgumentException When a limit is below 1.
	 */
	public function __construct(
		public int $administrators = 2,
		public int $back_office = 3,
		public int $users = 5,
		public int $network = 300,
	) {
		if ( min( $administrators, $back_office, $users, $network ) < 1 ) {
			throw new InvalidArgumentException( 'At least one wrong try has to be allowed.' );
		}
	}

	/**
	 * Wrong tries in 24 hours.
	 *
	 * @param AccountClass $account Class of the account.
	 */
	public function of( AccountClass $account ): int {
		return match ( $account ) {
			AccountClass::Administrators => $this->administrators,
			AccountClass::BackOffice     => $this->back_office,
			AccountClass::Users          => $this->users,
		};
	}
}
