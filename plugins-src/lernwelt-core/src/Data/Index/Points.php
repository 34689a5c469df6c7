<?php
/**
 * The map of a source, packed.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Lernwelt\Core\Data\Marker;

/** Title and place of every record that has a place. */
final readonly class Points {

	/** Places are kept to the tenth of a metre. */
	private const SCALE = 1_000_000;

	/**
	 * @param list<int>    $ids    Ids.
	 * @param list<int>    $lat    Latitudes, millionths of a degree.
	 * @param list<int>    $lng    Longitudes, millionths of a degree.
	 * @param list<string> $titles Titles.
	 */
	public function __construct( private array $ids, private array $lat, private array $lng, private array $titles ) {}

	/**
	 * Packs rows.
	 *
	 * @param iterable<array{int, string, string, string, string, ?float, ?float, string}> $rows As {@see \Lernwelt\Core\Persistence\IndexTable::rows()} gives them.
	 */
	public static function of_rows( iterable $rows ): self {
		$ids    = [];
		$lats   = [];
		$lngs   = [];
		$titles = [];
		foreach ( $rows as [ $id, $title, , , , $lat, $lng ] ) {
			if ( null !== $lat && null !== $lng ) {
				$ids[]    = $id;
				$lats[]   = (int) round( $lat * self::SCALE );
				$lngs[]   = (int) round( $lng * self::SCALE );
				$titles[] = $title;
			}
		}
		return new self( $ids, $lats, $lngs, $titles );
	}

	/**
	 * Unpacks what {@see to_json()} gave.
	 *
	 * @param string $json JSON.
	 */
	public static function from_json( string $json ): self {
		[ $ids, $lat, $lng, $titles ] = json_decode( $json, true, 4, JSON_THROW_ON_ERROR );
		return new self( $ids, $lat, $lng, $titles );
	}

	/** For keeping. */
	public function to_json(): string {
		return json_encode( [ $this->ids, $this->lat, $this->lng, $this->titles ], JSON_THROW_ON_ERROR );
	}

	/**
	 * Markers of some records.
	 *
	 * @param list<int> $ids Ids.
	 * @return list<Marker> In the order of the ids; records without a place are missing.
	 */
	public function markers( array $ids ): array {
		$at      = array_flip( $this->ids );
		$markers = [];
		foreach ( $ids as $id ) {
			if ( isset( $at[ $id ] ) ) {
				$place     = $at[ $id ];
				$markers[] = new Marker( $id, $this->titles[ $place ], $this->lat[ $place ] / self::SCALE, $this->lng[ $place ] / self::SCALE );
			}
		}
		return $markers;
	}
}
