<?php
/**
 * Settings of the single sign-on over REST.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Rest;

use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Sso\Application\Accounts\ClaimAlarm;
use Lernwelt\Sso\Application\Accounts\ConnectionCheck;
use Lernwelt\Sso\Application\Accounts\Preview;
use Lernwelt\Sso\Application\Accounts\SettingsChanged;
use Lernwelt\Sso\Application\Accounts\SsoSettings;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET and PUT /lernwelt/v1/sso/settings, POST /sso/preview and /sso/check; for administrators of the network. */
final class SsoSettingsController extends Controller {

	/**
	 * @param Schemas         $schemas  Schemas of this plugin.
	 * @param SsoSettings     $settings Settings.
	 * @param Preview         $preview  Tries claims.
	 * @param ConnectionCheck $check    Tries the connection.
	 * @param ClaimAlarm      $alarm    Logins without role claim.
	 * @param Portals         $portals  Portals.
	 */
	public function __construct(
		Schemas $schemas,
		private readonly SsoSettings $settings,
		private readonly Preview $preview,
		private readonly ConnectionCheck $check,
		private readonly ClaimAlarm $alarm,
		private readonly Portals $portals,
	) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route(
			'/sso/settings',
			'sso-settings',
			[
				'GET' => [ $this->read( ... ), $this->may_read( ... ) ],
				'PUT' => [ $this->write( ... ), $this->may_write( ... ), 'sso-settings-request' ],
			]
		);
		$this->route( '/sso/preview', 'sso-preview', [ 'POST' => [ $this->preview( ... ), $this->may_read( ... ), 'sso-preview-request' ] ] );
		$this->route( '/sso/check', 'sso-check', [ 'POST' => [ $this->check( ... ), $this->may_write( ... ) ] ] );
	}

	/** @return true|WP_Error */
	private function may_read(): bool|WP_Error {
		return $this->allowed( SsoSettings::CAPABILITY );
	}

	/** @return true|WP_Error */
	private function may_write(): bool|WP_Error {
		return $this->allowed( SsoSettings::CAPABILITY );
	}

	private function read(): WP_REST_Response {
		$roles = $this->settings->tables->roles();
		$alarm = $this->alarm->current();
		return new WP_REST_Response(
			[
				'revision'      => $this->settings->revision(),
				'connection'    => $this->settings->connection->all(),
				'client_secret' => $this->settings->connection->has_secret( 'client_secret' ),
				'private_key'   => $this->settings->connection->has_secret( 'private_key' ),
				'addresses'     => array_map(
					static fn ( Portal $portal ): array => [
						'portal'     => $portal->id,
						'redirect'   => untrailingslashit( $portal->url ) . '/sso/callback',
						'logged_out' => untrailingslashit( $portal->url ) . '/sso/logged-out',
					],
					$this->portals->all()
				),
				'portals'       => array_map( static fn ( Portal $portal ): array => [ 'id' => $portal->id, 'name' => $portal->name ], $this->portals->all() ),
				'roles'         => array_map( static fn ( int|string $slug, string $name ): array => [ 'slug' => (string) $slug, 'name' => $name ], array_keys( $roles ), array_values( $roles ) ),
				'rows'          => $this->settings->tables->current()->to_array(),
				'delivered'     => $this->settings->tables->delivered(),
				'alarm'         => null === $alarm ? null : [ 'count' => $alarm['count'], 'last' => $alarm['last'] ],
			]
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function write( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$connection = array_map( static fn ( mixed $value ): string => trim( is_scalar( $value ) ? (string) $value : '' ), (array) $request->get_param( 'connection' ) );
		try {
			$this->settings->store( absint( $request->get_param( 'revision' ) ), $connection, (array) $request->get_param( 'rows' ) );
		} catch ( SettingsChanged ) {
			return Problems::error( Problems::CONFLICT );
		}
		return $this->read();
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function preview( WP_REST_Request $request ): WP_REST_Response {
		return new WP_REST_Response( $this->preview->of( (string) $request->get_param( 'claims' ), (array) $request->get_param( 'rows' ) ) );
	}

	private function check(): WP_REST_Response {
		return new WP_REST_Response( [ 'steps' => $this->check->run() ] );
	}
}
