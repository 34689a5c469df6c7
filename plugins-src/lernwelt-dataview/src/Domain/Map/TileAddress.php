<?php
/**
 * Address of a map server.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Map;

/**
 * An address with places for the numbers of a tile: `{z}`, `{x}` and `{y}`, or `{bbox}` for services that want corners.
 * Only servers of the federal and the state survey offices; OpenStreetMap forbids proxies.
 */
final readonly class TileAddress {

	/** Origins of basemap.de (BKG) and of the state survey office (LVermGeo). */
	public const SERVERS = [ 'https://sgx.geodatenzentrum.de', 'https://www.geodatenportal.sachsen-anhalt.de' ];

	private const MAX_LENGTH = 500;

	private function __construct( private string $template ) {}

	/**
	 * @param string       $template The address.
	 * @param list<string> $servers  Origins that are allowed: scheme, host, and port if it isn't the usual one.
	 * @throws InvalidTileAddress When it can't be used.
	 */
	public static function from( string $template, array $servers ): self {
		if ( strlen( $template ) > self::MAX_LENGTH || 1 !== preg_match( '#^https?://[a-z0-9.-]+(:[0-9]+)?/[!-~]*$#iD', $template ) || false !== strpbrk( $template, '\\#"<>' ) ) {
			throw new InvalidTileAddress( InvalidTileAddress::MALFORMED );
		}
		$origin = strtolower( (string) preg_replace( '#^(https?://[^/]+)/.*$#Di', '$1', $template ) );
		if ( ! in_array( $origin, $servers, true ) ) {
			throw new InvalidTileAddress( 1 === preg_match( '#[/.](openstreetmap\.|osm\.|tile\.osm)#', $origin ) ? InvalidTileAddress::OPENSTREETMAP : InvalidTileAddress::SERVER );
		}
		preg_match_all( '/\{([^{}]*)\}/', $template, $found );
		$names = $found[1];
		sort( $names );
		$rest = (string) preg_replace( '/\{[^{}]*\}/', '', $template );
		if ( false !== strpbrk( $rest, '{}' ) || ! in_array( $names, [ [ 'x', 'y', 'z' ], [ 'bbox' ] ], true ) ) {
			throw new InvalidTileAddress( InvalidTileAddress::PLACEHOLDERS );
		}
		return new self( $template );
	}

	/**
	 * The address of a tile.
	 *
	 * @param Tile $tile Tile.
	 */
	public function of( Tile $tile ): string {
		return strtr(
			$this->template,
			[
				'{z}'    => (string) $tile->z,
				'{x}'    => (string) $tile->x,
				'{y}'    => (string) $tile->y,
				'{bbox}' => $tile->bbox(),
			]
		);
	}

	/** A short name that differs for different addresses: 16 lower-case hex digits. */
	public function hash(): string {
		return substr( hash( 'sha256', $this->template ), 0, 16 );
	}
}
