<?php
/**
 * Hashes that only this installation can make.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

use SensitiveParameter;

/** Ties each line to the one before, and signs marks. Without the key nobody can write a line that fits. */
final readonly class Chain {

	/** What stands before the first line. */
	public const START = '0000000000000000000000000000000000000000000000000000000000000000';

	private string $line_key;

	private string $mark_key;

	/**
	 * @param string $secret Secret of this installation; when it changes, older lines can't be verified any more.
	 */
	public function __construct( #[SensitiveParameter] string $secret ) {
		$this->line_key = hash_hmac( 'sha256', 'lernwelt audit line', $secret, true );
		$this->mark_key = hash_hmac( 'sha256', 'lernwelt audit mark', $secret, true );
	}

	/**
	 * The line with its hash.
	 *
	 * @param Entry $entry Line that knows the hash before it.
	 */
	public function link( Entry $entry ): Entry {
		return $entry->with_hash( hash_hmac( 'sha256', $entry->canonical(), $this->line_key ) );
	}

	/**
	 * Whether a line is as it was written.
	 *
	 * @param Entry $entry Line.
	 */
	public function holds( Entry $entry ): bool {
		return hash_equals( $this->link( $entry )->hash, $entry->hash );
	}

	/**
	 * The mark with its signature.
	 *
	 * @param Mark $mark Mark.
	 */
	public function sign( Mark $mark ): Mark {
		return $mark->with_signature( hash_hmac( 'sha256', $mark->canonical(), $this->mark_key ) );
	}

	/**
	 * Whether a mark is as it was written.
	 *
	 * @param Mark $mark Mark.
	 */
	public function knows( Mark $mark ): bool {
		return hash_equals( $this->sign( $mark )->signature, $mark->signature );
	}
}
