<?php
/**
 * Whose data.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Privacy;

use InvalidArgumentException;

/** A person who asks for their data or for its erasure. */
final readonly class Subject {

	/** Address in lower case. */
	public string $email;

	/**
	 * @param string $email   Address, checked by whoever took the request.
	 * @param ?int   $user_id Account with that address; null for somebody without one.
	 * @throws InvalidArgumentException When it is no address or no account.
	 */
	public function __construct( string $email, public ?int $user_id ) {
		$this->email = mb_strtolower( trim( $email ) );
		if ( false === filter_var( $this->email, FILTER_VALIDATE_EMAIL, FILTER_FLAG_EMAIL_UNICODE ) || ( null !== $user_id && $user_id < 1 ) ) {
			throw new InvalidArgumentException( 'This names no person: an e-mail address and the number of an account are needed.' );
		}
	}
}
