<?php
/**
 * Opens inputs.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\RowReader;

/** Finds the reader for an input and a mapping. */
final class Inputs {

	/**
	 * Reader for files.
	 *
	 * @param list<string> $files   Paths; several are the pages of one input, numbered through.
	 * @param Mapping      $mapping Mapping of a format for files.
	 */
	public static function files( array $files, Mapping $mapping ): RowReader {
		$readers = array_map(
			static fn ( string $file ): RowReader => match ( $mapping->format ) {
				Format::Json    => new JsonReader( $file, $mapping->path ),
				Format::GeoJson => new GeoJsonReader( $file, $mapping->path ),
				default         => new CsvReader( $file, $mapping->delimiter, $mapping->encoding ),
			},
			$files
		);
		return 1 === count( $readers ) ? $readers[0] : new PagedReader( $readers );
	}

	/**
	 * Reader for a table of MySQL or MariaDB. Only for people at the command line: whoever may name a DSN may try hosts.
	 *
	 * @param string  $dsn     `mysql://user:password@host[:port]/database?table=name`.
	 * @param Mapping $mapping Mapping.
	 */
	public static function table( #[\SensitiveParameter] string $dsn, Mapping $mapping ): RowReader {
		return new TableReader( $dsn, $mapping->key );
	}
}
