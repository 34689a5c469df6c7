<?php
/**
 * Reads GeoJSON files.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\Fields;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowReader;

/** Features with their properties as fields, besides `@id` (id of the feature) and `@geometry`. */
final readonly class GeoJsonReader implements RowReader {

	/** Field with the id of the feature. */
	public const ID = '@id';

	private JsonReader $features;

	/**
	 * @param string $file Path of the file.
	 * @param string $path Path to the features, '' for `features`.
	 * @throws \Lernwelt\Places\Domain\Import\UnreadableInput When the file is missing, empty or no text.
	 */
	public function __construct( string $file, string $path = '' ) {
		$this->features = new JsonReader( $file, '' === $path ? 'features' : $path );
	}

	/**
	 * The features in the order of the file.
	 *
	 * @param int $skip Features to leave out at the beginning.
	 * @return iterable<Row>
	 */
	public function rows( int $skip = 0 ): iterable {
		foreach ( $this->features->rows( $skip ) as $row ) {
			yield self::feature( $row );
		}
	}

	/** Number of features. */
	public function count(): int {
		return $this->features->count();
	}

	/** SHA-256 of the file. */
	public function fingerprint(): string {
		return $this->features->fingerprint();
	}

	/**
	 * Names of the properties of the first 100 features.
	 *
	 * @return list<string>
	 */
	public function columns(): array {
		return Fields::names( $this->rows() );
	}

	private static function feature( Row $row ): Row {
		$values     = $row->values;
		$properties = $values['properties'] ?? [];
		if ( null === $row->problem && ( 'Feature' !== ( $values['type'] ?? '' ) || ! is_array( $properties ) ) ) {
			return new Row( $row->number, [], FindingCode::NotARecord, $row->raw );
		}
		$named = [];
		foreach ( is_array( $properties ) ? $properties : [] as $field => $value ) {
			$named[ (string) $field ] = $value;
		}
		$named[ self::ID ]         = $values['id'] ?? null;
		$named[ Fields::GEOMETRY ] = $values['geometry'] ?? null;
		return new Row( $row->number, $named, $row->problem, $row->raw );
	}
}
