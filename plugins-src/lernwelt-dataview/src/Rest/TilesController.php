<?php
/**
 * The map server behind the portal.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Application\Map\Tiles;
use Lernwelt\Dataview\Application\Map\TileUnavailable;
use Lernwelt\Dataview\Domain\Map\Tile;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET /lernwelt/v1/map-tiles/{z}/{x}/{y}: a tile, fetched for the visitor. */
final class TilesController extends Controller {
	private const SCHEMA = 'map-tile';

	/** How long browsers keep a tile, in seconds: a week. */
	private const KEEP = 604800;

	/** Tiles a visitor may make us fetch, and in which time; kept ones don't count. */
	private const LIMIT  = 600;
	private const WINDOW = 300;

	/**
	 * @param Schemas     $schemas Schemas of this plugin.
	 * @param BaseLayer   $base    Knows the chosen server.
	 * @param Tiles       $tiles   Fetches.
	 * @param RateLimiter $limiter Counts what a visitor makes us fetch.
	 */
	public function __construct( Schemas $schemas, private readonly BaseLayer $base, private readonly Tiles $tiles, private readonly RateLimiter $limiter ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route( '/map-tiles/(?P<z>\d{1,2})/(?P<x>\d{1,6})/(?P<y>\d{1,6})', self::SCHEMA, [ 'GET' => [ $this->read( ... ), $this->may_read( ... ) ] ] );
	}

	/**
	 * Everybody may see the tiles of a portal that shows some.
	 *
	 * @return true|WP_Error
	 */
	private function may_read(): bool|WP_Error {
		return null === $this->base->tiles() ? Problems::error( Problems::NOT_FOUND ) : true;
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request
	 */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$address = $this->base->tiles();
		$numbers = $request->get_url_params();
		$tile    = Tile::of( (int) ( $numbers['z'] ?? 0 ), (int) ( $numbers['x'] ?? 0 ), (int) ( $numbers['y'] ?? 0 ), $this->base->deepest() );
		if ( null === $address || null === $tile ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		if ( ! $this->tiles->has( $address, $tile ) && ! $this->limiter->hit( 'map-tiles', ClientAddress::current()->network(), self::LIMIT, self::WINDOW ) ) {
			return Problems::error( Problems::TOO_MANY );
		}
		try {
			return new ImageResponse( $this->tiles->get( $address, $tile ), self::KEEP );
		} catch ( TileUnavailable ) {
			return Problems::error( Problems::NOT_FOUND );
		}
	}
}
