<?php
/**
 * Requests that need a second person over REST.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Viewer;
use Lernwelt\Security\Application\Approvals\Approvals;
use Lernwelt\Security\Application\Approvals\Confirmers;
use Lernwelt\Security\Domain\Approvals\Approval;
use Lernwelt\Security\Domain\Approvals\ApprovalRefused;
use Lernwelt\Security\Domain\Approvals\ApprovalStore;
use Lernwelt\Security\Words\ApprovalWords;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** GET /lernwelt/v1/approvals and PUT /lernwelt/v1/approvals/{id}. */
final class ApprovalController extends Controller {

	/** Requests shown. */
	private const COUNT = 50;

	/** Reason code → status of the answer. */
	private const STATUS = [
		'unknown'  => 404,
		'reason'   => 422,
		'not_open' => 409,
		'ended'    => 409,
		'tampered' => 409,
		'outdated' => 409,
	];

	/**
	 * @param Schemas       $schemas    Schemas of this plugin.
	 * @param Approvals     $approvals  Requests.
	 * @param ApprovalStore $store      Keeps them.
	 * @param Confirmers    $confirmers Who decides.
	 * @param ApprovalJson  $json       Says them.
	 */
	public function __construct( Schemas $schemas, private readonly Approvals $approvals, private readonly ApprovalStore $store, private readonly Confirmers $confirmers, private readonly ApprovalJson $json ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/approvals', 'approvals', [ 'GET' => [ $this->read( ... ), $this->may_read( ... ), 'approvals-request' ] ] );
		$this->route( '/approvals/(?P<id>\d+)', 'approvals', [ 'PUT' => [ $this->decide( ... ), $this->may_read( ... ), 'approval-decision-request' ] ] );
	}

	/**
	 * Who sees the list of the portal may try to decide; whether they may is a matter of each request.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return true|WP_Error
	 */
	private function may_read( WP_REST_Request $request ): bool|WP_Error {
		if ( $this->confirmers->may_see( get_current_user_id(), self::portal( $request ) ) ) {
			return true;
		}
		return Problems::error( Viewer::current()->is_guest() ? Problems::UNAUTHENTICATED : Problems::FORBIDDEN );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function read( WP_REST_Request $request ): WP_REST_Response {
		$portal = self::portal( $request );
		// The network's screen shows all of them: its administration can confirm each.
		$found = $this->store->list( 0 === $portal ? null : $portal, self::COUNT );
		return new WP_REST_Response( [ 'items' => array_map( fn ( Approval $one ): array => $this->json->of( $one, get_current_user_id() ), $found ) ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function decide( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$id   = (int) $request->get_param( 'id' );
		$text = (string) $request->get_param( 'text' );
		$me   = get_current_user_id();
		try {
			if ( ! $this->is_here( $id, self::portal( $request ) ) ) {
				throw new ApprovalRefused( 'unknown' );
			}
			match ( $request->get_param( 'action' ) ) {
				'explain'  => $this->approvals->explain( $id, $me, $text ),
				'withdraw' => $this->approvals->withdraw( $id, $me ),
				'deny'     => $this->approvals->deny( $id, $me, $text ),
				default    => $this->approvals->confirm( $id, $me ),
			};
		} catch ( ApprovalRefused $refused ) {
			return self::refusal( $refused );
		}
		return $this->read( $request );
	}

	/** A portal's address reaches its own requests only. */
	private function is_here( int $id, int $portal ): bool {
		$found = $this->store->get( $id );
		return null !== $found && ( 0 === $portal || $portal === $found->portal );
	}

	private static function refusal( ApprovalRefused $refused ): WP_Error {
		$status = self::STATUS[ $refused->reason ] ?? 403;
		$code   = match ( $status ) {
			404     => Problems::NOT_FOUND,
			409     => Problems::CONFLICT,
			422     => Problems::INVALID,
			default => Problems::FORBIDDEN,
		};
		$fields = 422 === $status ? [ 'fields' => [ 'text' => 'required' ] ] : [];
		return new WP_Error( "lernwelt_$code", ApprovalWords::refusal( $refused ), [ 'status' => $status, 'reason' => $refused->reason ] + $fields );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Request. */
	private static function portal( WP_REST_Request $request ): int {
		$portal = $request->get_param( 'portal' );
		return null === $portal ? get_current_blog_id() : (int) $portal;
	}
}
