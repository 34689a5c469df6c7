<?php
/**
 * What lies under the markers.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Map;

/** Fields of the setting, and those rules that schemas/map-settings.json can't say. */
final class MapSettings {
	/** Name of the group in core's registry. */
	public const KEY = 'lernwelt_map';

	/** The districts of Saxony-Anhalt, from a file of our own. */
	public const DISTRICTS = 'districts';

	/** Pictures of a map server, fetched through the portal. */
	public const TILES = 'tiles';

	/** Value of every field while a portal has stored none. */
	public const DEFAULTS = [
		'base'     => self::DISTRICTS,
		'tiles'    => '',
		'credit'   => '',
		'max_zoom' => Tile::DEEPEST,
	];

	/**
	 * @param array<string, mixed> $values  Values that fit the schema.
	 * @param list<string>         $servers Origins of the servers that may be used.
	 * @return array<string, string> Field → reason code: one of {@see InvalidTileAddress}, or `required`.
	 */
	public static function problems( array $values, array $servers ): array {
		$problems = [];
		$tiles    = is_string( $values['tiles'] ?? null ) ? $values['tiles'] : '';
		$needed   = self::TILES === ( $values['base'] ?? '' );
		if ( $needed || '' !== $tiles ) {
			try {
				TileAddress::from( $tiles, $servers );
			} catch ( InvalidTileAddress $refused ) {
				$problems['tiles'] = '' === $tiles ? 'required' : $refused->reason;
			}
		}
		if ( $needed && '' === trim( is_string( $values['credit'] ?? null ) ? $values['credit'] : '' ) ) {
			$problems['credit'] = 'required';
		}
		return $problems;
	}
}
