<?php
/**
 * How a client proves who it is.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** Ways to prove it at the token endpoint. */
enum ClientAuth: string {

	/** Secret in the Authorization header. */
	case Secret = 'client_secret_basic';

	/** An assertion signed with the client's private key. */
	case PrivateKey = 'private_key_jwt';
}
