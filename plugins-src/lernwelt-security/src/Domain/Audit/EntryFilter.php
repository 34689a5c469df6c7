<?php
/**
 * What somebody looks for.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/** Conditions; all given ones must be met. */
final readonly class EntryFilter {

	/**
	 * @param ?int         $portal  Site, 0 for the network; null for all.
	 * @param string       $from    UTC, `Y-m-d H:i:s`, inclusive; '' for none.
	 * @param string       $until   UTC, exclusive; '' for none.
	 * @param string       $area    Code, '' for all.
	 * @param string       $action  Code, '' for all.
	 * @param string       $reason  Code, '' for all.
	 * @param string       $person  Keyed pseudonym of whoever did it or whom it is about; '' for all.
	 * @param string       $text    Part of a code or object, '' for none.
	 * @param list<string> $matches Codes whose words contain the text: `area/action`, `area/` or `/reason`.
	 * @param ?int         $up_to   Newest line to look at, so that pages don't move while others write.
	 */
	public function __construct(
		public ?int $portal = null,
		public string $from = '',
		public string $until = '',
		public string $area = '',
		public string $action = '',
		public string $reason = '',
		public string $person = '',
		public string $text = '',
		public array $matches = [],
		public ?int $up_to = null,
	) {}

	/**
	 * The same up to a line.
	 *
	 * @param int $line Number of the newest line.
	 */
	public function up_to( int $line ): self {
		return new self( ...[ ...get_object_vars( $this ), 'up_to' => $line ] );
	}
}
