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
	 * @param string $reason    Code, e.g. `nonce_invalid`.
	 * @param int    $status    HTTP status, 400 to 499 (502 and 503 when the provider doesn't answer).
	 * @param bool   $is_pupil  Whether it is known that a pupil wanted in: of pupils the log keeps no address, not even a shortened one.
	 * @param string $return_to Path where the person wanted to go, '' when nobody knows.
	 */
	public function __construct( public readonly string $reason, public readonly int $status = 400, public readonly bool $is_pupil = false, public readonly string $return_to = '' ) {
		parent::__construct( $reason );
	}

	/**
	 * The same of a login whose way back is known.
	 *
	 * @param string $path Path where the person wanted to go.
	 */
	public function on_the_way_to( string $path ): self {
		return new self( $this->reason, $this->status, $this->is_pupil, $path );
	}
}
