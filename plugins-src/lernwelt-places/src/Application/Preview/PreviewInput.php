<?php
/**
 * A look at the first rows.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Preview;

use Closure;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowMapper;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Reading\Inputs;

/** Reads the first rows of a file with a mapping, or proposes one. Writes nothing. */
final readonly class PreviewInput {

	/** Rows that are shown as places. */
	public const ROWS = 10;

	/** Rows that give examples of values. */
	private const SAMPLED = 50;

	/** Names of lists that programs put their records into. */
	private const PATHS = [ '', 'data', 'items', 'records', 'results', 'places', 'orte', 'lernorte', 'features', 'daten', 'value', 'result.records' ];

	/**
	 * @param Closure(): array<string, array<string, string>> $terms     Taxonomy → slug → name.
	 * @param Closure(): Districts                            $districts Districts.
	 */
	public function __construct( private Closure $terms, private Closure $districts ) {}

	/**
	 * @param string                   $file    Path.
	 * @param Format                   $format  What it looks like.
	 * @param ?array<array-key, mixed> $mapping Content of a mapping file, perhaps unfinished; null for a proposal.
	 */
	public function of( string $file, Format $format, ?array $mapping ): Preview {
		if ( null === $mapping ) {
			return $this->proposal( $file, $format );
		}
		try {
			$checked  = Mapping::from( $mapping );
			$problems = Format::Table === $checked->format ? [ 'format' => 'not_allowed' ] : [];
		} catch ( InvalidMapping $refused ) {
			$problems = $refused->problems;
			$checked  = null;
			if ( isset( $problems['fields.title'] ) ) {
				// No field at all: the title is the one to ask for.
				unset( $problems['fields'] );
			}
		}
		$reader = self::reader( $file, $mapping );
		if ( null === $reader ) {
			return new Preview( $mapping, problems: $problems );
		}
		try {
			$columns = self::columns( $reader );
			if ( null === $checked || [] !== $problems ) {
				return new Preview( $mapping, $columns, $reader->count(), '', $problems );
			}
			return new Preview( $mapping, $columns, $reader->count(), '', self::missing( $checked, $columns ), $this->places( $reader, $checked ) );
		} catch ( UnreadableInput $unreadable ) {
			return new Preview( $mapping, problem: $unreadable->problem->value, problems: $problems );
		}
	}

	private function proposal( string $file, Format $format ): Preview {
		$first = null;
		foreach ( Format::Json === $format ? self::PATHS : [ '' ] as $path ) {
			$basis   = [ 'version' => Mapping::VERSION, 'format' => $format->value, ...( '' === $path ? [] : [ 'path' => $path ] ) ];
			$reader  = self::reader( $file, $basis );
			$problem = InputProblem::PathNotFound;
			$columns = [];
			try {
				$columns = null === $reader ? [] : self::columns( $reader );
			} catch ( UnreadableInput $unreadable ) {
				$problem = $unreadable->problem;
			}
			$guess = [ ...MappingGuess::of( $format, $columns ), ...$basis ];
			// An object of records has keys; it may as well be a wrapping around the list.
			if ( [] !== $columns && ! isset( $columns['@key'] ) ) {
				return $this->of( $file, $format, $guess );
			}
			$first ??= [] === $columns ? new Preview( $guess, problem: $problem->value ) : $this->of( $file, $format, $guess );
			if ( InputProblem::PathNotFound !== $problem ) {
				break;
			}
		}
		return $first;
	}

	/**
	 * Reader for a mapping that is perhaps unfinished; only what says how the file is read counts.
	 *
	 * @param array<array-key, mixed> $mapping Content of a mapping file.
	 */
	private static function reader( string $file, array $mapping ): ?RowReader {
		$how = array_intersect_key( $mapping, array_flip( [ 'version', 'format', 'delimiter', 'encoding', 'path' ] ) );
		try {
			$least = Mapping::from( [ ...$how, 'id' => [ 'value' => '-' ], 'fields' => [ 'title' => [ 'value' => '-' ] ] ] );
		} catch ( InvalidMapping ) {
			return null;
		}
		return Format::Table === $least->format ? null : Inputs::files( [ $file ], $least );
	}

	/**
	 * @return array<string, list<string>> Field → different values.
	 * @throws UnreadableInput When the input can't be read.
	 */
	private static function columns( RowReader $reader ): array {
		$columns = array_fill_keys( $reader->columns(), [] );
		$number  = 0;
		foreach ( $reader->rows() as $row ) {
			foreach ( array_keys( $columns ) as $column ) {
				$value = self::text( self::value( $row, (string) $column ) );
				if ( '' !== $value && count( $columns[ $column ] ) < 3 && ! in_array( $value, $columns[ $column ], true ) ) {
					$columns[ $column ][] = $value;
				}
			}
			if ( ++$number >= self::SAMPLED ) {
				break;
			}
		}
		return $columns;
	}

	private static function value( Row $row, string $column ): mixed {
		if ( null !== $row->problem ) {
			return null;
		}
		$value = $row->values[ $column ] ?? null;
		if ( null === $value ) {
			$value = $row->values;
			foreach ( explode( '.', $column ) as $part ) {
				$value = is_array( $value ) ? $value[ $part ] ?? null : null;
			}
		}
		return $value;
	}

	private static function text( mixed $value ): string {
		$text = match ( true ) {
			is_bool( $value )   => $value ? 'true' : 'false',
			is_scalar( $value ) => (string) $value,
			is_array( $value )  => (string) json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PARTIAL_OUTPUT_ON_ERROR ),
			default             => '',
		};
		return mb_strimwidth( trim( $text ), 0, 80, '…' );
	}

	/**
	 * @param array<string, list<string>> $columns Columns of the input.
	 * @return array<string, string> Path in the mapping → reason; records of JSON may leave out fields.
	 */
	private static function missing( Mapping $mapping, array $columns ): array {
		if ( Format::Csv !== $mapping->format ) {
			return [];
		}
		$missing = $mapping->missing( array_map( strval( ... ), array_keys( $columns ) ) );
		$rules   = [ 'id' => $mapping->id->from ];
		foreach ( $mapping->fields as $field => $rule ) {
			$rules[ "fields.$field" ] = $rule->from;
		}
		$rules['coordinates'] = [ $mapping->coordinates->north ?? '', $mapping->coordinates->east ?? '' ];
		return array_fill_keys( array_keys( array_filter( $rules, static fn ( array $from ): bool => [] !== array_intersect( $from, $missing ) ) ), 'no_such_column' );
	}

	/**
	 * @return list<\Lernwelt\Places\Domain\Import\MappedRow>
	 * @throws UnreadableInput When the input can't be read.
	 */
	private function places( RowReader $reader, Mapping $mapping ): array {
		$mapper = new RowMapper( $mapping, ( $this->terms )(), ( $this->districts )() );
		$rows   = [];
		foreach ( $reader->rows() as $row ) {
			$rows[] = $mapper->map( $row );
			if ( count( $rows ) >= self::ROWS ) {
				break;
			}
		}
		return $rows;
	}
}
