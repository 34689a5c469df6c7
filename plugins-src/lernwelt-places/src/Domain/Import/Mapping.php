<?php
/**
 * How records of a source become places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Places\Domain\PlaceField;

/** The content of a mapping file; docs/mapping.md explains it, schemas/mapping.json is its schema. */
final readonly class Mapping {

	/** Version of the format. */
	public const VERSION = 1;

	/**
	 * @param string                   $name         For people, '' for none.
	 * @param Format                   $format       Format of the input.
	 * @param string                   $delimiter    CSV: sign between columns, '' to find out.
	 * @param Encoding                 $encoding     CSV: meaning of the bytes.
	 * @param Decimal                  $decimal      Notation of numbers.
	 * @param string                   $path         JSON: path to the records, '' when the document is the list.
	 * @param string                   $key          Table: unique column to page by, '' for the primary key.
	 * @param Pages                    $pages        Paging of addresses.
	 * @param FieldRule                $id           Where the id in the source comes from.
	 * @param array<string, FieldRule> $fields       {@see PlaceField} → rule; without the coordinates.
	 * @param ?CoordinateSource        $coordinates  Where the coordinates come from.
	 * @param list<PlaceField>         $editorial    Fields that are set when a place is created and never overwritten.
	 * @param int                      $vanish_after Consecutive runs without a record after which its place is unpublished.
	 * @param string                   $hash         SHA-256 (hex) of what counts: the order of keys and the name don't change it.
	 */
	public function __construct(
		public string $name,
		public Format $format,
		public string $delimiter,
		public Encoding $encoding,
		public Decimal $decimal,
		public string $path,
		public string $key,
		public Pages $pages,
		public FieldRule $id,
		public array $fields,
		public ?CoordinateSource $coordinates,
		public array $editorial,
		public int $vanish_after,
		public string $hash,
	) {}

	/**
	 * Reads a mapping.
	 *
	 * @param array<array-key, mixed> $json Decoded mapping file.
	 * @throws InvalidMapping With everything that is wrong.
	 */
	public static function from( array $json ): self {
		return MappingFile::read( $json );
	}

	/**
	 * Fields of the source that this mapping uses.
	 *
	 * @return list<string>
	 */
	public function sources(): array {
		$names = array_merge( $this->id->from, ...array_values( array_map( static fn ( FieldRule $rule ): array => $rule->from, $this->fields ) ) );
		if ( null !== $this->coordinates ) {
			array_push( $names, $this->coordinates->north, $this->coordinates->east );
		}
		return array_values( array_unique( array_filter( $names, static fn ( string $name ): bool => '' !== $name ) ) );
	}

	/**
	 * Fields that this mapping uses and an input doesn't have. For a CSV file or a table each of them is a mistake;
	 * records of JSON may leave out fields that others have.
	 *
	 * @param list<string> $columns What the input has, see {@see RowReader::columns()}.
	 * @return list<string>
	 */
	public function missing( array $columns ): array {
		return array_values( array_diff( $this->sources(), $columns ) );
	}
}
