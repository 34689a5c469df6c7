<?php
/**
 * History, explanations and export of the role matrix over REST.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Security\Application\Roles\Explain;
use Lernwelt\Security\Application\Roles\ExplanationWords;
use Lernwelt\Security\Application\Roles\Matrices;
use Lernwelt\Security\Application\Roles\MatrixRows;
use Lernwelt\Security\Application\Roles\People;
use Lernwelt\Security\Application\Roles\RoleNames;
use Lernwelt\Security\Domain\Roles\HistoryEntry;
use Lernwelt\Security\Domain\Roles\MatrixStore;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_User;

/** GET /lernwelt/v1/role-matrix/history, /people, /why and /export. */
final class RoleReportsController extends RoleController {

	/** Lines of the history that are read at once. */
	private const PAGE = 50;

	/**
	 * @param Schemas     $schemas  Schemas of this plugin.
	 * @param Portals     $portals  All portals.
	 * @param Matrices    $matrices Matrices.
	 * @param MatrixStore $store    History.
	 * @param Explain     $explain  Explains.
	 * @param People      $people   Finds people.
	 * @param AuditLog    $audit    Takes events.
	 */
	public function __construct(
		Schemas $schemas,
		Portals $portals,
		private readonly Matrices $matrices,
		private readonly MatrixStore $store,
		private readonly Explain $explain,
		private readonly People $people,
		private readonly AuditLog $audit,
	) {
		parent::__construct( $schemas, $portals );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/role-matrix/history', 'role-history', [ 'GET' => [ $this->history( ... ), $this->may_read( ... ), 'role-history-request' ] ] );
		$this->route( '/role-matrix/people', 'role-people', [ 'GET' => [ $this->people( ... ), $this->may_read( ... ), 'role-people-request' ] ] );
		$this->route( '/role-matrix/why', 'role-why', [ 'GET' => [ $this->why( ... ), $this->may_read( ... ), 'role-why-request' ] ] );
		$this->route( '/role-matrix/export', 'role-export', [ 'GET' => [ $this->export( ... ), $this->may_read( ... ), 'role-portal-request' ] ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function history( WP_REST_Request $request ): WP_REST_Response {
		$portal = $this->portal( $request );
		$found  = $this->store->history( 0 === $portal ? null : $portal, (int) $request->get_param( 'before' ), self::PAGE + 1 );
		return new WP_REST_Response(
			[
				'items' => array_map( $this->line( ... ), array_slice( $found, 0, self::PAGE ) ),
				'more'  => count( $found ) > self::PAGE,
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function people( WP_REST_Request $request ): WP_REST_Response {
		return new WP_REST_Response( [ 'items' => $this->people->find( (string) $request->get_param( 'search' ), $this->portal( $request ) ) ] );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function why( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$portal = $this->portal( $request );
		$user   = (int) $request->get_param( 'user' );
		// Whoever runs one portal learns nothing about people of others.
		$theirs = current_user_can( 'manage_network_options' ) || is_user_member_of_blog( $user, $portal );
		$found  = $theirs && null !== $this->known( $portal ) ? $this->explain->run( $user, (string) $request->get_param( 'capability' ), $portal ) : null;
		if ( null === $found ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		$this->audit->record( new AuditEvent( 'role', 'explained', object: "user:$user", portal: $portal, details: [ 'capability' => $found->right->name ] ) );
		return new WP_REST_Response(
			[
				'allowed' => $found->allowed,
				'label'   => $found->right->label,
				'steps'   => ExplanationWords::steps( $found ),
			]
		);
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema. */
	private function export( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$portal = $this->known( $this->portal( $request ) );
		if ( null === $portal ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		return new CsvResponse( "rechte-{$portal->id}.csv", fn (): iterable => MatrixRows::of( $this->matrices->of( $portal->blog_id ) ) );
	}

	/** @return array<string, mixed> */
	private function line( HistoryEntry $entry ): array {
		$user = get_userdata( $entry->user_id );
		return [
			'id'         => $entry->id,
			'at'         => self::instant( $entry->at ),
			'who'        => match ( true ) {
				$user instanceof WP_User => $user->display_name,
				0 === $entry->user_id    => __( 'Command line', 'lernwelt-security' ),
				/* translators: %d: number of the account. */
				default                  => sprintf( __( 'Deleted account %d', 'lernwelt-security' ), $entry->user_id ),
			},
			'portal'     => 0 === $entry->portal ? __( 'All portals (network)', 'lernwelt-security' ) : $this->known( $entry->portal )->name ?? "#{$entry->portal}",
			'role'       => RoleNames::of( $entry->role ),
			'capability' => $entry->capability,
			'label'      => $this->label( $entry->capability ),
			'before'     => self::decision( $entry->before ),
			'after'      => self::decision( $entry->after ),
		];
	}

	private function label( string $capability ): string {
		static $labels = null;
		$labels      ??= array_column( $this->matrices->of( 0 )->rights, 'label', 'name' );
		return $labels[ $capability ] ?? $capability;
	}

	private static function decision( ?bool $decision ): string {
		return null === $decision ? 'inherited' : ( $decision ? 'yes' : 'no' );
	}
}
