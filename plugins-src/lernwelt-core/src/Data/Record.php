<?php
/**
 * One record of a data source.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** A record as the viewer who asked may see it: hidden fields are missing from the values. */
final readonly class Record {

	/**
	 * @param int                  $id       Id within the source.
	 * @param string               $title    Title, plain text.
	 * @param string               $url      Address of its page, '' when it has none.
	 * @param array<string, mixed> $values   Field id → value, typed as {@see FieldType} says; empty values are missing.
	 * @param int                  $picture  Attachment id of its picture, 0 for none.
	 * @param string               $seed     Seed of the motif that stands for a missing picture.
	 */
	public function __construct(
		public int $id,
		public string $title,
		public string $url = '',
		public array $values = [],
		public int $picture = 0,
		public string $seed = '',
	) {}
}
