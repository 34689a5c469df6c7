<?php
/**
 * What is counted about an account.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** Kinds of wrong tries that end; a try holds a place in each that applies. */
enum Counter: string {

	/** From one network: an IPv4 address or an IPv6 /64. */
	case Network = 'try';

	/** From an IPv6 /48, which one customer has with 65,536 networks in it. */
	case Around = 'around';

	/** Codes in one half login. */
	case Step = 'step';

	/** Codes from everywhere, by whoever knows the password. */
	case Codes = 'code';

	/** The refusal when there is no place left. */
	public function refusal(): Refusal {
		return match ( $this ) {
			self::Network, self::Around => new Refusal( Refusal::NETWORK ),
			// One may begin again with the password.
			self::Step                  => new Refusal( Refusal::STEP, 60 ),
			self::Codes                 => new Refusal( Refusal::CODES, Limits::WINDOW ),
		};
	}
}
