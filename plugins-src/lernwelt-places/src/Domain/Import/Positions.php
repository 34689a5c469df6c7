<?php
/**
 * Finds out where a place is.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\InvalidCoordinates;

/** Reads coordinates, converts them and tells whether they can be right. */
final readonly class Positions {
	private ?Utm $utm;

	/**
	 * @param ?CoordinateSource $source  Where records say them, null when they don't.
	 * @param Decimal           $decimal Notation of numbers.
	 * @param Area              $area    Where places can be.
	 */
	public function __construct( private ?CoordinateSource $source, private Decimal $decimal, private Area $area ) {
		$zone      = $source?->crs->zone();
		$this->utm = null === $zone ? null : new Utm( $zone );
	}

	/**
	 * The point of a record.
	 *
	 * @param Row     $row     Row.
	 * @param Remarks $remarks Where to note what is wrong.
	 * @return ?Coordinates Null when there is none.
	 */
	public function of( Row $row, Remarks $remarks ): ?Coordinates {
		if ( null === $this->source ) {
			return null;
		}
		[ $north, $east ] = '' === $this->source->north
			? self::geometry( $row->values[ Fields::GEOMETRY ] ?? null )
			: [ Fields::get( $row->values, $this->source->north ), Fields::get( $row->values, $this->source->east ) ];
		$raw              = trim( FieldValues::text( $north ) ) . ' / ' . trim( FieldValues::text( $east ) );
		if ( ' / ' === $raw ) {
			return null;
		}
		$north = $this->number( $north );
		$east  = $this->number( $east );
		if ( null === $north || null === $east || ( 0.0 === $north && 0.0 === $east ) ) {
			$remarks->add( FindingCode::BadCoordinates, 'coordinates', $raw );
			return null;
		}
		return $this->place( $north, $east, $raw, $remarks );
	}

	private function place( float $north, float $east, string $raw, Remarks $remarks ): ?Coordinates {
		$direct  = $this->point( $north, $east );
		$swapped = $this->point( $east, $north );
		if ( null !== $direct && null !== $this->area->region( $direct ) ) {
			return $direct;
		}
		if ( null !== $swapped && null !== $this->area->region( $swapped ) ) {
			$remarks->add( FindingCode::SwappedCoordinates, 'coordinates', $raw );
			return $swapped;
		}
		$remarks->add( null === $direct && null === $swapped ? FindingCode::BadCoordinates : FindingCode::OutsideArea, 'coordinates', $raw );
		return null;
	}

	private function point( float $north, float $east ): ?Coordinates {
		try {
			$point = null === $this->utm ? new Coordinates( $north, $east ) : $this->utm->coordinates( $north, $east );
		} catch ( InvalidCoordinates ) {
			return null;
		}
		// A tenth of a metre; the same point must give the same hash everywhere.
		return new Coordinates( round( $point->lat, 6 ), round( $point->lng, 6 ) );
	}

	private function number( mixed $value ): ?float {
		if ( is_int( $value ) || is_float( $value ) ) {
			return (float) $value;
		}
		return is_string( $value ) ? Numbers::read( $value, $this->decimal ) : null;
	}

	/**
	 * A point's position, or the middle of what another geometry covers.
	 *
	 * @return array{mixed, mixed} North and east.
	 */
	private static function geometry( mixed $geometry ): array {
		if ( ! is_array( $geometry ) ) {
			return [ null, null ];
		}
		$positions = self::positions( $geometry['coordinates'] ?? null );
		if ( [] === $positions ) {
			return [ '?', FieldValues::text( $geometry['type'] ?? '' ) ];
		}
		if ( 1 === count( $positions ) ) {
			return [ $positions[0][1], $positions[0][0] ];
		}
		$easts  = array_column( $positions, 0 );
		$norths = array_column( $positions, 1 );
		return [ ( min( $norths ) + max( $norths ) ) / 2, ( min( $easts ) + max( $easts ) ) / 2 ];
	}

	/**
	 * @return list<array{int|float, int|float}>
	 */
	private static function positions( mixed $value ): array {
		if ( ! is_array( $value ) ) {
			return [];
		}
		$east  = $value[0] ?? null;
		$north = $value[1] ?? null;
		if ( ( is_int( $east ) || is_float( $east ) ) && ( is_int( $north ) || is_float( $north ) ) ) {
			return [ [ $east, $north ] ];
		}
		return array_merge( ...array_map( self::positions( ... ), array_values( $value ) ) );
	}
}
