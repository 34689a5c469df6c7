<?php
/**
 * What an erasure did.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Privacy;

/** Answer to somebody who asked for erasure. */
final readonly class ErasureOutcome {

	/**
	 * @param int          $erased   Objects erased or anonymised.
	 * @param int          $kept     Objects that stay with personal data.
	 * @param list<string> $messages Why they stay, for people, translated; one sentence each.
	 */
	public function __construct(
		public int $erased,
		public int $kept = 0,
		public array $messages = [],
	) {}
}
