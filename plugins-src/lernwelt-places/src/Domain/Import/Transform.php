<?php
/**
 * One step on the way of a value.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** A kind of change with its settings; a setting that the kind doesn't use has no meaning. */
final readonly class Transform {

	/**
	 * @param TransformKind         $kind   What to do.
	 * @param string                $by     Sign between values: split, join.
	 * @param array<string, string> $table  Value of the source → new value: lookup. Case and outer white space don't matter.
	 * @param bool                  $drop   Whether values missing in the table are left out: lookup.
	 * @param string                $format Notation of the source, letters as in PHP's date(): date.
	 * @param string                $to     New notation: date.
	 * @param list<string>          $yes    Words for yes besides the usual ones: boolean.
	 */
	public function __construct(
		public TransformKind $kind,
		public string $by = ',',
		public array $table = [],
		public bool $drop = false,
		public string $format = 'd.m.Y',
		public string $to = 'Y-m-d',
		public array $yes = [],
	) {}
}
