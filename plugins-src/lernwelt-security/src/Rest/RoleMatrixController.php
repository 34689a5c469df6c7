<?php
/**
 * The role matrix over REST.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use Lernwelt\Core\Portals;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Security\Application\Roles\ChangeMatrix;
use Lernwelt\Security\Application\Roles\Matrices;
use Lernwelt\Security\Domain\Roles\Change;
use Lernwelt\Security\Domain\Roles\Changer;
use Lernwelt\Security\Domain\Roles\ChangeRefused;
use Lernwelt\Security\Domain\Roles\MatrixMoved;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET and PUT /lernwelt/v1/role-matrix. */
final class RoleMatrixController extends RoleController {

	/**
	 * @param Schemas      $schemas  Schemas of this plugin.
	 * @param Portals      $portals  All portals.
	 * @param Matrices     $matrices Matrices.
	 * @param ChangeMatrix $changes  Changes them.
	 */
	public function __construct( Schemas $schemas, Portals $portals, private readonly Matrices $matrices, private readonly ChangeMatrix $changes ) {
		parent::__construct( $schemas, $portals );
	}

	/** Registers the route. */
	public function register_routes(): void {
		$this->route(
			'/role-matrix',
			'role-matrix',
			[
				'GET' => [ $this->read( ... ), $this->may_read( ... ), 'role-portal-request' ],
				'PUT' => [ $this->write( ... ), $this->may_write( ... ), 'role-matrix-request' ],
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$portal = $this->portal( $request );
		if ( 0 !== $portal && null === $this->known( $portal ) ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		return new WP_REST_Response( MatrixJson::of( $this->matrices->of( $portal ), self::changer() ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function write( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$portal = $this->portal( $request );
		if ( 0 !== $portal && null === $this->known( $portal ) ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		try {
			$this->changes->run( $portal, (int) $request->get_param( 'revision' ), self::changes( $request ), self::changer() );
		} catch ( ChangeRefused $refused ) {
			return Problems::error( Problems::INVALID, $refused->reasons );
		} catch ( MatrixMoved ) {
			return Problems::error( Problems::CONFLICT );
		}
		return $this->read( $request );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 * @return list<Change> One per cell; the last one counts.
	 */
	private static function changes( WP_REST_Request $request ): array {
		$changes = [];
		foreach ( (array) $request->get_param( 'changes' ) as $change ) {
			$granted = $change['granted'];
			$changes[ "{$change['role']}/{$change['capability']}" ] = new Change( (string) $change['role'], (string) $change['capability'], 'inherited' === $granted ? null : 'yes' === $granted );
		}
		return array_values( $changes );
	}

	private static function changer(): Changer {
		return new Changer( get_current_user_id(), current_user_can( 'manage_network_options' ), static fn ( string $capability ): bool => current_user_can( $capability ) );
	}
}
