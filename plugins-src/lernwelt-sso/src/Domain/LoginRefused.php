<?php
/**
 * A login that must not go on.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain;

use RuntimeException;

/** The reason is a code for the audit log and for the words on the error page; it holds nothing of what was sent. */
final class LoginRefused extends RuntimeException {

	/**
	 * @param string $reason Code, e.g. `nonce_invalid`.
	 * @param int    $status HTTP status, 400 to 499 (502 and 503 when the provider doesn't answer).
	 */
	public function __construct( public readonly string $reason, public readonly int $status = 400 ) {
		parent::__construct( $reason );
	}
}
