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
use Lernwelt\Security\Application\Approvals\Approvals;
use Lernwelt\Security\Application\Approvals\FourEyes;
use Lernwelt\Security\Application\Approvals\MatrixDeed;
use Lernwelt\Security\Application\Roles\ChangeMatrix;
use Lernwelt\Security\Application\Roles\Matrices;
use Lernwelt\Security\Domain\Approvals\Kind;
use Lernwelt\Security\Domain\Approvals\Topic;
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
	 * @param FourEyes     $four_eyes Whether a second person has to confirm.
	 * @param Approvals    $approvals Takes requests then.
	 * @param MatrixDeed   $deed      What a request holds.
	 */
	public function __construct(
		Schemas $schemas,
		Portals $portals,
		private readonly Matrices $matrices,
		private readonly ChangeMatrix $changes,
		private readonly FourEyes $four_eyes,
		private readonly Approvals $approvals,
		private readonly MatrixDeed $deed,
	) {
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
		return new WP_REST_Response( MatrixJson::of( $this->matrices->of( $portal ), self::changer() ) + [ 'second_person' => $this->four_eyes->holds( Topic::Rights ) ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function write( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$portal = $this->portal( $request );
		if ( 0 !== $portal && null === $this->known( $portal ) ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		try {
			if ( $this->four_eyes->holds( Topic::Rights ) ) {
				return $this->ask( $portal, $request );
			}
			$this->changes->run( $portal, (int) $request->get_param( 'revision' ), self::changes( $request ), self::changer() );
		} catch ( ChangeRefused $refused ) {
			return Problems::error( Problems::INVALID, $refused->reasons );
		} catch ( MatrixMoved ) {
			return Problems::error( Problems::CONFLICT );
		}
		return $this->read( $request );
	}

	/**
	 * @param int                                   $portal  Site, 0 for the network.
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 * @return WP_REST_Response|WP_Error 202 with the matrix as it still is.
	 * @throws ChangeRefused When one of the changes can't be.
	 * @throws MatrixMoved   When somebody has changed the matrix since it was shown.
	 */
	private function ask( int $portal, WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$changes = self::changes( $request );
		$this->changes->check( $portal, $changes, self::changer() );
		if ( $this->matrices->of( $portal )->revision !== (int) $request->get_param( 'revision' ) ) {
			throw new MatrixMoved();
		}
		$reason = trim( (string) $request->get_param( 'reason' ) );
		if ( '' === $reason ) {
			return Problems::error( Problems::INVALID, [ 'reason' => 'required' ] );
		}
		$wanted = $this->deed->parameters( $portal, $changes );
		$this->approvals->ask( Kind::RoleMatrix, $portal, 'matrix:' . substr( hash( 'sha256', (string) wp_json_encode( $wanted ) ), 0, 32 ), $wanted, get_current_user_id(), $reason );
		$answer = $this->read( $request );
		if ( $answer instanceof WP_REST_Response ) {
			$answer->set_status( 202 );
		}
		return $answer;
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
