<?php
/**
 * What lies under the markers of this portal.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Application\Map;

use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\SettingsRegistry;
use Lernwelt\Dataview\Domain\Map\InvalidTileAddress;
use Lernwelt\Dataview\Domain\Map\MapSettings;
use Lernwelt\Dataview\Domain\Map\Tile;
use Lernwelt\Dataview\Domain\Map\TileAddress;

/** Reads the setting. An address that isn't allowed any more counts as none: the districts are always there. */
final readonly class BaseLayer {

	private const CACHE = 'lernwelt-map';

	/**
	 * @param SettingsRegistry $settings Settings of this portal.
	 */
	public function __construct( private SettingsRegistry $settings ) {}

	/**
	 * Origins of the servers that may be used.
	 *
	 * @return list<string>
	 */
	public static function servers(): array {
		/**
		 * Filters which map servers an administrator may choose.
		 *
		 * @param list<string> $servers Origins, e.g. `https://sgx.geodatenzentrum.de`.
		 */
		$servers = apply_filters( 'lernwelt_map_servers', TileAddress::SERVERS );
		return is_array( $servers ) ? array_values( array_filter( $servers, is_string( ... ) ) ) : [];
	}

	/** The chosen map server, null while districts are shown. */
	public function tiles(): ?TileAddress {
		$settings = $this->settings->get( MapSettings::KEY );
		if ( MapSettings::TILES !== $settings['base'] ) {
			return null;
		}
		try {
			return TileAddress::from( is_string( $settings['tiles'] ) ? $settings['tiles'] : '', self::servers() );
		} catch ( InvalidTileAddress ) {
			return null;
		}
	}

	/** Deepest zoom at which tiles are shown. */
	public function deepest(): int {
		$deepest = $this->settings->get( MapSettings::KEY )['max_zoom'];
		return is_int( $deepest ) ? min( $deepest, Tile::DEEPEST ) : Tile::DEEPEST;
	}

	/** Whose map this is; must be seen beside it. */
	public function credit(): string {
		$credit = $this->settings->get( MapSettings::KEY )['credit'];
		return null === $this->tiles() || ! is_string( $credit ) ? self::districts()['attribution'] : $credit;
	}

	/**
	 * The base layer as scripts want it.
	 *
	 * @return array{kind: string, url: string, maxZoom?: int}
	 */
	public function config(): array {
		if ( null !== $this->tiles() ) {
			return [
				'kind'    => MapSettings::TILES,
				'url'     => rest_url( 'lernwelt/v1/map-tiles/' ) . '{z}/{x}/{y}',
				'maxZoom' => $this->deepest(),
			];
		}
		return [
			'kind' => MapSettings::DISTRICTS,
			'url'  => content_url( 'mu-plugins/lernwelt-core/data/districts.geojson' ) . '?ver=' . self::districts()['version'],
		];
	}

	/**
	 * What pages say of the shipped districts, kept so that not every page reads their borders.
	 *
	 * @return array{attribution: string, version: string} Whose they are; a word that changes with the file.
	 */
	private static function districts(): array {
		$file = 'districts-' . (int) filemtime( Districts::FILE );
		/** @var array{attribution: string, version: string}|false $known */
		$known = wp_cache_get( $file, self::CACHE );
		if ( is_array( $known ) ) {
			return $known;
		}
		$districts = [
			'attribution' => Districts::shipped()->attribution,
			'version'     => substr( (string) md5_file( Districts::FILE ), 0, 8 ),
		];
		wp_cache_set( $file, $districts, self::CACHE, DAY_IN_SECONDS );
		return $districts;
	}
}
