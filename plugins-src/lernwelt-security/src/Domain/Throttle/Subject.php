<?php
/**
 * Whose try it is.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** An account and the network a try comes from, as names that only this installation can make. */
final readonly class Subject {

	/**
	 * @param string       $account Pseudonym of the account, or of the name that no account has.
	 * @param string       $network Pseudonym of the network.
	 * @param AccountClass $class   Class of the account.
	 * @param string       $around  Pseudonym of the IPv6 /48 around it; '' for IPv4.
	 */
	public function __construct( public string $account, public string $network, public AccountClass $class, public string $around = '' ) {}
}
