<?php
/**
 * What a verification found, and where.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/** Finding with its line. */
final readonly class Verdict {

	/**
	 * @param Finding $finding Finding.
	 * @param int     $id      First line that doesn't fit; the last line when all do.
	 * @param string  $hash    Hash of the last line that fits.
	 */
	public function __construct( public Finding $finding, public int $id, public string $hash ) {}

	/** Whether all is well. */
	public function is_whole(): bool {
		return Finding::Whole === $this->finding;
	}
}
