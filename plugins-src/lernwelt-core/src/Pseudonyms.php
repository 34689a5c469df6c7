<?php
/**
 * Names that only this installation can make.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Replaces a person or token by a keyed hash: equal things get equal names, and nobody without the key finds the thing. */
final readonly class Pseudonyms {

	/**
	 * @param string $secret Secret of this installation.
	 */
	public function __construct( private string $secret ) {}

	/**
	 * The name of something.
	 *
	 * @param string $kind  What it is, e.g. `user`, `sid`: equal values of different kinds get different names.
	 * @param string $value The thing itself.
	 * @return string 64 lower-case hex digits.
	 */
	public function of( string $kind, string $value ): string {
		return hash_hmac( 'sha256', $value, hash_hmac( 'sha256', 'lernwelt pseudonym ' . $kind, $this->secret, true ) );
	}
}
