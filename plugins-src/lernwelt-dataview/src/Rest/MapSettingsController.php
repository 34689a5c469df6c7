<?php
/**
 * The map's setting over REST.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\SettingsRegistry;
use Lernwelt\Dataview\Domain\Map\MapSettings;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET and PUT /lernwelt/v1/map-settings. */
final class MapSettingsController extends Controller {
	private const SCHEMA = 'map-settings';

	/**
	 * @param Schemas          $schemas    Schemas of this plugin.
	 * @param SettingsRegistry $settings   Holds the values.
	 * @param string           $capability Who may read and write.
	 */
	public function __construct( Schemas $schemas, private readonly SettingsRegistry $settings, private readonly string $capability ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route(
			'/map-settings',
			self::SCHEMA,
			[
				'GET' => [ $this->read( ... ), $this->may_read( ... ) ],
				'PUT' => [ $this->write( ... ), $this->may_write( ... ), self::SCHEMA ],
			]
		);
	}

	/** @return true|WP_Error */
	private function may_read(): bool|WP_Error {
		return $this->allowed( $this->capability, get_current_blog_id() );
	}

	/** @return true|WP_Error */
	private function may_write(): bool|WP_Error {
		return $this->allowed( $this->capability, get_current_blog_id() );
	}

	private function read(): WP_REST_Response {
		return new WP_REST_Response( $this->settings->get( MapSettings::KEY ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function write( WP_REST_Request $request ): WP_REST_Response {
		$values = array_intersect_key( $request->get_params(), MapSettings::DEFAULTS );
		$this->settings->update( MapSettings::KEY, array_map( static fn ( mixed $value ): mixed => is_string( $value ) ? trim( $value ) : $value, $values ) );
		return $this->read();
	}
}
