<?php
/**
 * Hosts that imports may fetch from, over REST.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Lernwelt\Core\Schemas;
use Lernwelt\Core\SettingsRegistry;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET and PUT /lernwelt/v1/place-imports/settings. */
final class ImportSettingsController extends ImportController {

	/** Key of the setting. */
	public const KEY = 'lernwelt_places_import';

	/** Values while a portal has stored none. */
	public const DEFAULTS = [ 'hosts' => [] ];

	private const SCHEMA = 'import-settings';

	/**
	 * @param Schemas          $schemas  Schemas of this plugin.
	 * @param SettingsRegistry $settings Holds the list.
	 */
	public function __construct( Schemas $schemas, private readonly SettingsRegistry $settings ) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route(
			'/place-imports/settings',
			self::SCHEMA,
			[
				'GET' => [ $this->read( ... ), $this->may_read( ... ) ],
				'PUT' => [ $this->write( ... ), $this->may_write( ... ), self::SCHEMA ],
			]
		);
	}

	/** @return true|WP_Error */
	private function may_write(): bool|WP_Error {
		return $this->allowed( self::HOSTS, get_current_blog_id() );
	}

	private function read(): WP_REST_Response {
		return new WP_REST_Response( [ 'hosts' => $this->settings->get( self::KEY )['hosts'] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function write( WP_REST_Request $request ): WP_REST_Response {
		$this->settings->update( self::KEY, [ 'hosts' => array_values( array_unique( (array) $request->get_param( 'hosts' ) ) ) ] );
		return $this->read();
	}
}
