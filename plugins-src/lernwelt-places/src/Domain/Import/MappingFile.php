<?php
/**
 * Reads mapping files.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Places\Domain\PlaceField;

/** Checks every value and gathers what is wrong. */
final class MappingFile {

	/** Steps of a rule at most. */
	private const MAX_STEPS = 20;

	/** Entries of a lookup's table at most. */
	private const MAX_ENTRIES = 5000;

	private const KEYS = [ '$schema', 'version', 'name', 'format', 'delimiter', 'encoding', 'decimal', 'path', 'key', 'pages', 'id', 'fields', 'coordinates', 'editorial', 'vanish_after' ];

	/**
	 * @param array<array-key, mixed> $json Decoded file.
	 * @throws InvalidMapping With everything that is wrong.
	 */
	public static function read( array $json ): Mapping {
		$check  = new MappingCheck();
		$format = Format::tryFrom( $check->choice( $json, 'format', '', array_column( Format::cases(), 'value' ), null ) ) ?? Format::Csv;
		$check->known( $json, self::KEYS, '' );
		$check->integer( $json, 'version', '', Mapping::VERSION, Mapping::VERSION, null );
		$pages     = $check->object( $json, 'pages', '' );
		$delimiter = $check->text( $json, 'delimiter', '', 4, 'auto' );
		if ( ! in_array( $delimiter, [ 'auto', 'tab' ], true ) && 1 !== preg_match( '/^[^A-Za-z0-9"\s]$|^\t$/D', $delimiter ) ) {
			$check->problem( 'delimiter', 'not_allowed' );
		}
		$check->known( $pages, [ 'next', 'first', 'limit' ], 'pages.' );
		$mapping = new Mapping(
			$check->text( $json, 'name', '', 100 ),
			$format,
			match ( $delimiter ) {
				'auto'  => '',
				'tab'   => "\t",
				default => $delimiter,
			},
			Encoding::from( $check->choice( $json, 'encoding', '', array_column( Encoding::cases(), 'value' ), 'auto' ) ),
			Decimal::from( $check->choice( $json, 'decimal', '', array_column( Decimal::cases(), 'value' ), 'auto' ) ),
			$check->text( $json, 'path', '', 200 ),
			$check->text( $json, 'key', '', 64 ),
			new Pages( $check->text( $pages, 'next', 'pages.', 200 ), $check->integer( $pages, 'first', 'pages.', 0, 1_000_000, 1 ), $check->integer( $pages, 'limit', 'pages.', 1, Pages::MAX, 100 ) ),
			self::rule( $check, $check->object( $json, 'id', '', true ), 'id' ),
			self::fields( $check, $check->object( $json, 'fields', '', true ) ),
			self::coordinates( $check, $json, $format ),
			self::editorial( $check, $json ),
			$check->integer( $json, 'vanish_after', '', 1, 100, 3 ),
			self::hash( $json )
		);
		if ( ! isset( $mapping->fields['title'] ) ) {
			$check->problem( 'fields.title', 'required' );
		}
		$check->finish();
		return $mapping;
	}

	/**
	 * @param array<array-key, mixed> $json Object of fields.
	 * @return array<string, FieldRule>
	 */
	private static function fields( MappingCheck $check, array $json ): array {
		$fields = [];
		foreach ( $json as $name => $rule ) {
			$field = PlaceField::tryFrom( (string) $name );
			if ( null === $field || PlaceField::Coordinates === $field ) {
				$check->problem( "fields.$name", 'unknown' );
			} else {
				$fields[ $field->value ] = self::rule( $check, $check->object( $json, $name, 'fields.', true ), "fields.$name" );
			}
		}
		return $fields;
	}

	/**
	 * @param array<array-key, mixed> $json Rule.
	 */
	private static function rule( MappingCheck $check, array $json, string $path ): FieldRule {
		$check->known( $json, [ 'from', 'value', 'transforms' ], "$path." );
		$from = is_string( $json['from'] ?? null ) ? [ $json['from'] ] : ( $json['from'] ?? [] );
		$from = $check->texts( [ 'from' => $from ], 'from', "$path.", 200, 10 );
		if ( ( [] === $from ) === ! isset( $json['value'] ) && ! $check->has( $path ) ) {
			$check->problem( "$path.from", [] === $from ? 'required' : 'not_allowed' );
		}
		$transforms = [];
		$steps      = $json['transforms'] ?? [];
		if ( ! is_array( $steps ) || ! array_is_list( $steps ) ) {
			$check->problem( "$path.transforms", 'type' );
			$steps = [];
		}
		if ( count( $steps ) > self::MAX_STEPS ) {
			$check->problem( "$path.transforms", 'too_many' );
			$steps = [];
		}
		foreach ( array_keys( $steps ) as $number ) {
			$transforms[] = self::transform( $check, $check->object( $steps, $number, "$path.transforms." ), "$path.transforms.$number." );
		}
		return new FieldRule( $from, $transforms, $check->text( $json, 'value', "$path.", 5000 ) );
	}

	/**
	 * @param array<array-key, mixed> $json Step.
	 */
	private static function transform( MappingCheck $check, array $json, string $path ): Transform {
		$check->known( $json, [ 'do', 'by', 'table', 'else', 'format', 'to', 'true' ], $path );
		$kind  = TransformKind::tryFrom( $check->choice( $json, 'do', $path, array_column( TransformKind::cases(), 'value' ), null ) ) ?? TransformKind::Trim;
		$table = [];
		// PHP makes a list of {"0": "nein", "1": "ja"}, so any array will do.
		$entries = is_array( $json['table'] ?? [] ) ? $json['table'] ?? [] : [ null ];
		if ( [] === $entries && TransformKind::Lookup === $kind ) {
			$check->problem( "{$path}table", 'required' );
		}
		if ( count( $entries ) > self::MAX_ENTRIES ) {
			$check->problem( "{$path}table", 'too_many' );
			$entries = [];
		}
		foreach ( $entries as $from => $to ) {
			if ( ! is_string( $to ) ) {
				$check->problem( "{$path}table.$from", 'type' );
				continue;
			}
			$table[ Terms::fold( (string) $from ) ] = $to;
		}
		$by      = $check->text( $json, 'by', $path, 10, TransformKind::Join === $kind ? ', ' : ',' );
		$formats = [ $check->text( $json, 'format', $path, 30, 'd.m.Y' ), $check->text( $json, 'to', $path, 30, 'Y-m-d' ) ];
		if ( '' === $by && TransformKind::Split === $kind ) {
			$check->problem( "{$path}by", 'required' );
		}
		foreach ( $formats as $index => $format ) {
			if ( 1 !== preg_match( '~^[djmnYyHGis .,:/\-]+$~D', $format ) ) {
				$check->problem( $path . [ 'format', 'to' ][ $index ], 'pattern' );
			}
		}
		return new Transform( $kind, $by, $table, 'drop' === $check->choice( $json, 'else', $path, [ 'keep', 'drop' ], 'keep' ), $formats[0], $formats[1], $check->texts( $json, 'true', $path, 50, 50 ) );
	}

	/**
	 * @param array<array-key, mixed> $json Mapping.
	 */
	private static function coordinates( MappingCheck $check, array $json, Format $format ): ?CoordinateSource {
		if ( ! isset( $json['coordinates'] ) ) {
			return Format::GeoJson === $format ? new CoordinateSource( Crs::Wgs84 ) : null;
		}
		$from = $check->object( $json, 'coordinates', '' );
		$check->known( $from, [ 'crs', 'north', 'east' ], 'coordinates.' );
		$source = new CoordinateSource(
			Crs::from( $check->choice( $from, 'crs', 'coordinates.', array_column( Crs::cases(), 'value' ), Crs::Wgs84->value ) ),
			$check->text( $from, 'north', 'coordinates.', 200 ),
			$check->text( $from, 'east', 'coordinates.', 200 )
		);
		if ( ( '' === $source->north ) !== ( '' === $source->east ) || ( '' === $source->north && Format::GeoJson !== $format ) ) {
			$check->problem( 'coordinates.' . ( '' === $source->north ? 'north' : 'east' ), 'required' );
		}
		return $source;
	}

	/**
	 * @param array<array-key, mixed> $json Mapping.
	 * @return list<PlaceField>
	 */
	private static function editorial( MappingCheck $check, array $json ): array {
		$fields = [];
		foreach ( $check->texts( $json, 'editorial', '', 50, 50 ) as $number => $name ) {
			$field = PlaceField::tryFrom( $name );
			if ( null === $field ) {
				$check->problem( "editorial.$number", 'not_allowed' );
			} else {
				$fields[] = $field;
			}
		}
		return $fields;
	}

	/**
	 * @param array<array-key, mixed> $json Mapping.
	 */
	private static function hash( array $json ): string {
		unset( $json['$schema'], $json['name'] );
		return hash( 'sha256', (string) json_encode( self::sorted( $json ), JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION ) );
	}

	private static function sorted( mixed $value ): mixed {
		if ( ! is_array( $value ) ) {
			return $value;
		}
		if ( ! array_is_list( $value ) ) {
			ksort( $value, SORT_STRING );
		}
		return array_map( self::sorted( ... ), $value );
	}
}
