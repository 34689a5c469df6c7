<?php
/**
 * The 14 districts of Saxony-Anhalt.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Geo;

use UnexpectedValueException;

/** Says which district a point lies in. */
final readonly class Districts {

	/** The file, also served to maps. Its licence asks for the attribution wherever it is shown. */
	public const FILE = __DIR__ . '/../../data/districts.geojson';

	/**
	 * @param list<District> $all         Districts, in the order of their official keys.
	 * @param string         $attribution Whose data this is, to be shown beside every map drawn from it.
	 */
	public function __construct( public array $all, public string $attribution ) {}

	/** Those that come with this plugin; read once per request. */
	public static function shipped(): self {
		static $districts = null;
		return $districts ??= self::from_geojson( (string) file_get_contents( self::FILE ) );
	}

	/**
	 * Reads a GeoJSON collection of polygons with the properties `ars` and `name`.
	 *
	 * @param string $json GeoJSON.
	 * @throws UnexpectedValueException When it isn't such a collection.
	 */
	public static function from_geojson( string $json ): self {
		$collection = json_decode( $json, true );
		if ( ! is_array( $collection ) || ! is_array( $collection['features'] ?? null ) || [] === $collection['features'] ) {
			throw new UnexpectedValueException( 'The file of the districts is missing or holds no GeoJSON collection.' );
		}
		$all = [];
		foreach ( $collection['features'] as $feature ) {
			$polygons = $feature['geometry']['coordinates'] ?? [];
			$polygons = match ( $feature['geometry']['type'] ?? '' ) {
				'Polygon'      => [ $polygons ],
				'MultiPolygon' => $polygons,
				default        => throw new UnexpectedValueException( 'A district has neither a polygon nor several.' ),
			};
			$all[] = new District( (string) $feature['properties']['ars'], (string) $feature['properties']['name'], $polygons );
		}
		return new self( $all, (string) ( $collection['attribution'] ?? '' ) );
	}

	/**
	 * The district a point lies in.
	 *
	 * @param Coordinates $point Point.
	 * @return ?District Null outside Saxony-Anhalt.
	 */
	public function at( Coordinates $point ): ?District {
		foreach ( $this->all as $district ) {
			if ( $district->contains( $point ) ) {
				return $district;
			}
		}
		return null;
	}

	/**
	 * One district.
	 *
	 * @param string $slug Name in addresses.
	 * @return ?District Null when there is none.
	 */
	public function get( string $slug ): ?District {
		foreach ( $this->all as $district ) {
			if ( $slug === $district->slug ) {
				return $district;
			}
		}
		return null;
	}
}
