<?php
/**
 * Who somebody is.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Accounts;

use Lernwelt\Sso\Domain\VerifiedLogin;

/** Issuer and subject: nothing else says who somebody is, least of all an e-mail address. */
final readonly class Identity {

	/**
	 * @param string $issuer  `iss`.
	 * @param string $subject `sub`, unique at the issuer.
	 */
	public function __construct( public string $issuer, public string $subject ) {}

	/**
	 * Identity of a login.
	 *
	 * @param VerifiedLogin $login Verified login.
	 */
	public static function of( VerifiedLogin $login ): self {
		return new self( $login->issuer, $login->subject );
	}

	/** Unique name of both, 64 hex digits: databases compare texts in their own ways. */
	public function hash(): string {
		return hash( 'sha256', strlen( $this->issuer ) . ':' . $this->issuer . $this->subject );
	}
}
