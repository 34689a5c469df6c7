<?php
/**
 * A first mapping.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Preview;

use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\Terms;
use Lernwelt\Places\Domain\PlaceField;

/** Proposes a mapping from the names of the columns and their first values, so that people correct instead of begin. */
final class MappingGuess {

	/** Field → names that sources use for it; the first one found wins. */
	private const NAMES = [
		'title'         => [ 'titel', 'name', 'bezeichnung', 'lernort', 'title', 'einrichtung' ],
		'summary'       => [ 'kurzbeschreibung', 'kurztext', 'zusammenfassung', 'teaser', 'summary' ],
		'description'   => [ 'beschreibung', 'langtext', 'text', 'description' ],
		'region'        => [ 'region', 'landkreis', 'kreis', 'district' ],
		'subject'       => [ 'fach', 'faecher', 'fächer', 'schulfach', 'subject', 'subjects' ],
		'audience'      => [ 'zielgruppe', 'zielgruppen', 'schulstufe', 'stufe', 'schulform', 'schulformen', 'schulstufen', 'audience' ],
		'kind'          => [ 'art', 'lernortart', 'kategorie', 'typ', 'kind', 'category' ],
		'offers'        => [ 'angebote', 'angebot', 'angebote für klassen', 'angebote für schulen', 'offers' ],
		'street'        => [ 'strasse', 'straße', 'adresse', 'anschrift', 'street' ],
		'postcode'      => [ 'plz', 'postleitzahl', 'postcode', 'zip' ],
		'city'          => [ 'ort', 'stadt', 'gemeinde', 'city', 'town' ],
		'phone'         => [ 'telefon', 'tel', 'telefonnummer', 'phone' ],
		'email'         => [ 'e-mail', 'email', 'mail', 'e_mail' ],
		'website'       => [ 'website', 'webseite', 'internet', 'homepage', 'url', 'www', 'link' ],
		'opening_hours' => [ 'öffnungszeiten', 'oeffnungszeiten', 'opening_hours', 'zeiten' ],
		'accessibility' => [ 'barrierefreiheit', 'zugänglichkeit', 'zugaenglichkeit', 'accessibility' ],
		'prices'        => [ 'preise', 'eintritt', 'kosten', 'preis', 'prices' ],
		'free'          => [ 'kostenfrei', 'kostenlos', 'free' ],
		'accessible'    => [ 'barrierefrei', 'rollstuhlgerecht', 'accessible' ],
		'note'          => [ 'notiz', 'interne notiz', 'bemerkung', 'hinweis', 'note' ],
	];
	private const ID    = [ 'id', 'kennung', 'nummer', 'nr', 'objekt_id', 'objektid', 'datensatz', 'uuid', 'identifier' ];
	private const NORTH = [ 'lat', 'latitude', 'breite', 'breitengrad', 'geo_lat', 'nord', 'hochwert', 'northing', 'y' ];
	private const EAST  = [ 'lng', 'lon', 'long', 'longitude', 'länge', 'laenge', 'längengrad', 'laengengrad', 'geo_lng', 'geo_lon', 'ost', 'rechtswert', 'easting', 'x' ];

	/**
	 * Proposes a mapping; it may lack the id or the title.
	 *
	 * @param Format                      $format  Format of the input.
	 * @param array<string, list<string>> $samples Column → first values.
	 * @return array<string, mixed> Content of a mapping file.
	 */
	public static function of( Format $format, array $samples ): array {
		$columns = self::folded( $samples );
		$fields  = [];
		foreach ( self::NAMES as $field => $names ) {
			$column = self::find( $columns, $names );
			if ( null !== $column ) {
				$fields[ $field ] = self::rule( PlaceField::from( $field ), $column, $samples[ $column ] ?? [] );
			}
		}
		$id = self::find( $columns, self::ID );
		return [
			'version' => Mapping::VERSION,
			'format'  => $format->value,
			'id'      => null === $id ? [] : [ 'from' => $id ],
			'fields'  => $fields,
			...self::coordinates( $format, $columns, $samples ),
		];
	}

	/**
	 * @param list<string> $values First values.
	 * @return array<string, mixed>
	 */
	private static function rule( PlaceField $field, string $column, array $values ): array {
		$step = match ( true ) {
			PlaceField::Free === $field, PlaceField::Accessible === $field => [ 'do' => 'boolean' ],
			PlaceField::Website === $field                                 => [ 'do' => 'url' ],
			null !== $field->taxonomy() && PlaceField::Region !== $field   => [ 'do' => 'split', 'by' => self::separator( $values ) ],
			default                                                        => null,
		};
		return null === $step ? [ 'from' => $column ] : [ 'from' => $column, 'transforms' => [ $step ] ];
	}

	/**
	 * @param list<string> $values First values.
	 */
	private static function separator( array $values ): string {
		$text = implode( "\n", $values );
		foreach ( [ '|', ';', ',' ] as $sign ) {
			if ( str_contains( $text, $sign ) ) {
				return $sign;
			}
		}
		return ',';
	}

	/**
	 * @param array<string>               $columns Folded name → column.
	 * @param array<string, list<string>> $samples Column → first values.
	 * @return array<string, array<string, string>>
	 */
	private static function coordinates( Format $format, array $columns, array $samples ): array {
		$north = self::find( $columns, self::NORTH );
		$east  = self::find( $columns, self::EAST );
		if ( Format::GeoJson === $format || null === $north || null === $east ) {
			return [];
		}
		// Northings of the state have seven digits before the point, degrees have two.
		$digits = max( 0, ...array_map( static fn ( string $value ): int => strlen( (string) preg_replace( '/[.,]\d*$|\D/', '', $value ) ), $samples[ $north ] ?? [] ) );
		return [ 'coordinates' => [ 'crs' => $digits > 3 ? 'EPSG:25832' : 'EPSG:4326', 'north' => $north, 'east' => $east ] ];
	}

	/**
	 * Folds every column once; of several with the same name the first one counts.
	 *
	 * @param array<string, list<string>> $samples Column → first values.
	 * @return array<string> Folded name → column.
	 */
	private static function folded( array $samples ): array {
		$columns = [];
		foreach ( array_keys( $samples ) as $column ) {
			// The last part counts: properties.name is a name.
			$parts = explode( '.', (string) $column );
			$columns[ Terms::fold( self::blanks( (string) end( $parts ) ) ) ] ??= (string) $column;
		}
		return $columns;
	}

	private static function blanks( string $name ): string {
		return str_replace( [ '_', '-' ], ' ', $name );
	}

	/**
	 * @param array<string> $columns Folded name → column.
	 * @param list<string>  $names   Names to look for.
	 */
	private static function find( array $columns, array $names ): ?string {
		foreach ( $names as $name ) {
			$column = $columns[ self::blanks( $name ) ] ?? null;
			if ( null !== $column ) {
				return $column;
			}
		}
		return null;
	}
}
