<?php
/**
 * What the index knows of a record.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

/** Everything that finding, counting and sorting needs of one record. */
final readonly class Document {

	/**
	 * @param int                               $id         Id within the source.
	 * @param string                            $title      Title, plain text.
	 * @param array<string, list<string>>       $terms      Field id → values to filter by; a boolean that is true has `['1']`.
	 * @param string                            $search     Plain text of the public fields besides the title, for the search.
	 * @param ?float                            $lat        Latitude in degrees, WGS 84; null for no place.
	 * @param ?float                            $lng        Longitude in degrees, WGS 84.
	 * @param array<string, string|int|float|bool> $sort    Field id → value to sort by, as people read it, '' for none; days as `YYYY-MM-DD`, moments as {@see \Lernwelt\Core\Data\Moment} writes them.
	 * @param string                            $capability What is needed to see this record, '' for everybody.
	 */
	public function __construct(
		public int $id,
		public string $title,
		public array $terms = [],
		public string $search = '',
		public ?float $lat = null,
		public ?float $lng = null,
		public array $sort = [],
		public string $capability = '',
	) {}

	/**
	 * The same record, for fewer people.
	 *
	 * @param string $capability What is needed to see it.
	 */
	public function only_for( string $capability ): self {
		return new self( $this->id, $this->title, $this->terms, $this->search, $this->lat, $this->lng, $this->sort, $capability );
	}
}
