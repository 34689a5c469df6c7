<?php
/**
 * A signed place in the chain.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/** Remembers a line by its number and hash: the last one (head), the last deleted one (checkpoint), or a result. */
final readonly class Mark {

	/** The last line. */
	public const HEAD = 'head';

	/** The last line that was deleted because its time was over. */
	public const CHECKPOINT = 'checkpoint';

	/** What the last verification found. */
	public const VERDICT = 'verdict';

	/**
	 * @param string $name      One of the constants.
	 * @param int    $id        Number of the line; 0 for the place before the first.
	 * @param string $hash      Its hash.
	 * @param string $at        When it was marked: UTC, `Y-m-d H:i:s`.
	 * @param string $note      Code; the finding of a verdict, '' otherwise.
	 * @param string $signature Signature of all this, '' before it is known.
	 */
	public function __construct(
		public string $name,
		public int $id,
		public string $hash,
		public string $at,
		public string $note = '',
		public string $signature = '',
	) {}

	/** What is signed. */
	public function canonical(): string {
		return json_encode( [ 1, $this->name, $this->id, $this->hash, $this->at, $this->note ], JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE );
	}

	/**
	 * The signed mark.
	 *
	 * @param string $signature Signature.
	 */
	public function with_signature( string $signature ): self {
		return new self( $this->name, $this->id, $this->hash, $this->at, $this->note, $signature );
	}
}
