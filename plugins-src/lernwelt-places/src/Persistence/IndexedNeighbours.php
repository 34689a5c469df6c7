<?php
/**
 * Places around a point, out of the index.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Places\Domain\Neighbours;
use wpdb;

/** Reads the index of the data view, which has every published place with its coordinates. */
final readonly class IndexedNeighbours implements Neighbours {

	/** Farther away nothing is "nearby". */
	private const KILOMETRES = 50.0;

	/** Kilometres of one degree of latitude. */
	private const DEGREE = 111.195;

	/**
	 * @param wpdb   $db     Database.
	 * @param string $source Id of the data source.
	 */
	public function __construct( private wpdb $db, private string $source ) {}

	public function around( Coordinates $centre, int $except, int $limit ): array {
		$narrow = cos( deg2rad( $centre->lat ) );
		$north  = self::KILOMETRES / self::DEGREE;
		$east   = $north / $narrow;
		$rows   = $this->db->get_results(
			$this->db->prepare(
				"SELECT record_id, lat, lng FROM %i
				WHERE source = %s AND capability = '' AND record_id <> %d AND lat BETWEEN %f AND %f AND lng BETWEEN %f AND %f
				ORDER BY (lat - %f) * (lat - %f) + (lng - %f) * (lng - %f) * %f, record_id LIMIT %d",
				$this->db->prefix . 'lw_index',
				$this->source,
				$except,
				$centre->lat - $north,
				$centre->lat + $north,
				$centre->lng - $east,
				$centre->lng + $east,
				$centre->lat,
				$centre->lat,
				$centre->lng,
				$centre->lng,
				$narrow * $narrow,
				$limit
			),
			ARRAY_A
		);
		$found = [];
		foreach ( is_array( $rows ) ? $rows : [] as $row ) {
			$found[ (int) $row['record_id'] ] = $centre->distance_to( new Coordinates( (float) $row['lat'], (float) $row['lng'] ) );
		}
		return array_filter( $found, static fn ( float $kilometres ): bool => $kilometres <= self::KILOMETRES );
	}
}
