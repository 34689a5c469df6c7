<?php
/**
 * The portal's settings over REST.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Rest;

use Lernwelt\Core\InvalidSettings;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\SettingsRegistry;
use Lernwelt\Portal\Application\Logo;
use Lernwelt\Portal\Domain\Accent;
use Lernwelt\Portal\Domain\PortalSettings;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * GET and PUT /lernwelt/v1/portal-settings.
 */
final class PortalSettingsController extends Controller {
	private const SCHEMA = 'portal-settings';

	/**
	 * @param Schemas          $schemas    Schemas of this plugin.
	 * @param SettingsRegistry $settings   Holds the texts and the accent.
	 * @param Logo             $logo       Holds the logo.
	 * @param string           $capability Who may read and write.
	 */
	public function __construct(
		Schemas $schemas,
		private readonly SettingsRegistry $settings,
		private readonly Logo $logo,
		private readonly string $capability
	) {
		parent::__construct( $schemas );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route(
			'/portal-settings',
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
		return new WP_REST_Response( [ ...$this->settings->get( PortalSettings::KEY ), 'logo' => $this->logo->id() ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function write( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$values = array_intersect_key( $request->get_params(), PortalSettings::DEFAULTS );
		$values = array_map( static fn ( mixed $value ): string => trim( (string) $value ), $values );
		$logo   = $request->get_param( 'logo' ) ?? $this->logo->id();
		if ( ! $this->logo->accepts( $logo ) ) {
			return Problems::error( Problems::INVALID, [ 'logo' => 'not_a_picture' ] );
		}
		try {
			$this->settings->update( PortalSettings::KEY, $values );
		} catch ( InvalidSettings $refused ) {
			return $this->refusal( $refused, $values['accent'] ?? '' );
		}
		$this->logo->set( $logo );
		return $this->read();
	}

	/**
	 * A refused accent comes with what was measured, so that nobody has to guess how much darker it must be.
	 */
	private function refusal( InvalidSettings $refused, string $accent ): WP_Error {
		$error = Problems::error( Problems::INVALID, $refused->errors );
		$pair  = 'contrast' === ( $refused->errors['accent'] ?? '' ) ? ( new Accent( $accent ) )->worst_pair() : null;
		if ( null !== $pair ) {
			$measured = [
				'foreground' => $pair->foreground,
				'background' => $pair->background,
				'ratio'      => $pair->shown_ratio(),
				'required'   => $pair->required,
			];
			$error->add_data( [ ...(array) $error->get_error_data(), 'contrast' => $measured ] );
		}
		return $error;
	}
}
