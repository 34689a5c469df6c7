<?php
/**
 * Pictures of the map.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Application\Map;

use InvalidArgumentException;
use Lernwelt\Dataview\Domain\Map\Tile;
use Lernwelt\Dataview\Domain\Map\TileAddress;
use Lernwelt\Dataview\Domain\Map\TileImage;

/** Fetches tiles from the map server an administrator chose, and keeps them: visitors never talk to that server. */
final readonly class Tiles {
	/** Seconds the server has. */
	private const TIMEOUT = 5;

	/**
	 * @param TileCache $cache What was fetched before.
	 */
	public function __construct( private TileCache $cache ) {}

	/**
	 * Whether a picture can be had without asking the server.
	 *
	 * @param TileAddress $address Server.
	 * @param Tile        $tile    Tile.
	 */
	public function has( TileAddress $address, Tile $tile ): bool {
		return $this->cache->is_fresh( $address, $tile );
	}

	/**
	 * The picture of a tile; an old one when the server fails.
	 *
	 * @param TileAddress $address Server.
	 * @param Tile        $tile    Tile.
	 * @throws TileUnavailable When there is none.
	 */
	public function get( TileAddress $address, Tile $tile ): TileImage {
		$kept = $this->cache->get( $address, $tile );
		if ( null !== $kept && ( $this->cache->is_fresh( $address, $tile ) || $this->cache->rests( $address ) ) ) {
			return $kept;
		}
		if ( $this->cache->rests( $address ) ) {
			throw new TileUnavailable( 'The map server failed a moment ago.' );
		}
		try {
			$image = $this->fetch( $address->of( $tile ) );
		} catch ( TileUnavailable $failure ) {
			// Anybody can ask for a tile the server doesn't have: that says nothing about the others.
			if ( $failure->server_failed ) {
				$this->cache->failed( $address );
			}
			return $kept ?? throw $failure;
		}
		$this->cache->put( $address, $tile, $image );
		return $image;
	}

	/** @throws TileUnavailable When the answer is no picture of a map. */
	private function fetch( string $url ): TileImage {
		$answer = wp_remote_get(
			$url,
			[
				'timeout'             => self::TIMEOUT,
				// A redirection could lead to any host.
				'redirection'         => 0,
				'limit_response_size' => TileImage::MAX_BYTES + 1,
				'user-agent'          => 'Lernwelt LSA (+' . home_url( '/' ) . ')',
				'headers'             => [ 'Accept' => 'image/png,image/jpeg,image/webp' ],
			]
		);
		if ( is_wp_error( $answer ) ) {
			throw new TileUnavailable( $answer->get_error_message(), true );
		}
		$status = wp_remote_retrieve_response_code( $answer );
		$type   = wp_remote_retrieve_header( $answer, 'content-type' );
		$type   = strtolower( trim( explode( ';', is_array( $type ) ? (string) end( $type ) : $type )[0] ) );
		try {
			return 200 === $status ? new TileImage( $type, wp_remote_retrieve_body( $answer ) ) : throw new TileUnavailable( "The map server answered $status.", 500 <= (int) $status );
		} catch ( InvalidArgumentException $refused ) {
			throw new TileUnavailable( $refused->getMessage(), false, $refused );
		}
	}
}
