<?php
/**
 * A verified logout token.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain;

/** Says whose sessions end: those of `sid`; without one, all of the subject. */
final readonly class LogoutNotice {

	/**
	 * @param string  $issuer  `iss`.
	 * @param ?string $sid     The provider's session.
	 * @param ?string $subject `sub`.
	 */
	public function __construct( public string $issuer, public ?string $sid, public ?string $subject ) {}
}
