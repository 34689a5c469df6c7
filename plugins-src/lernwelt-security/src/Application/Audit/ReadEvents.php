<?php
/**
 * Looks at personal data, and files that leave.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

use Closure;
use Lernwelt\Core\AuditEvent;
use WP_HTTP_Response;
use WP_REST_Request;

/** Records who looked at which list of people, and what was downloaded. */
final readonly class ReadEvents {

	/** Fields of an account that say no more than a byline; the editor asks for them to offer authors. */
	private const BYLINE = [ 'id', 'name' ];

	/**
	 * @param Closure(AuditEvent): void $record Takes events.
	 */
	public function __construct( private Closure $record ) {}

	/**
	 * A screen that shows people was opened.
	 *
	 * @param string $object What it shows, e.g. `list:users` or `user:12`.
	 */
	public function screen( string $object ): void {
		( $this->record )( new AuditEvent( 'people', 'read', object: $object, details: [ 'via' => 'screen' ] ) );
	}

	/**
	 * Filter `rest_request_after_callbacks`.
	 *
	 * @param mixed                                 $response Answer.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request.
	 */
	public function rest( mixed $response, WP_REST_Request $request ): void {
		if ( ! $response instanceof WP_HTTP_Response || 'GET' !== $request->get_method() || 200 !== $response->get_status() ) {
			return;
		}
		$route = $request->get_route();
		if ( 1 === preg_match( '#^/wp/v2/users(?:/(\d+))?$#D', $route, $found ) ) {
			$this->people( $request, (int) ( $found[1] ?? 0 ), is_array( $response->get_data() ) ? count( $response->get_data() ) : 0 );
		}
		if ( str_starts_with( (string) ( $response->get_headers()['Content-Disposition'] ?? '' ), 'attachment' ) ) {
			$name = trim( (string) preg_replace( '#[^A-Za-z0-9_-]+#', '.', (string) preg_replace( '#^/[a-z]+/v\d+/#', '', $route ) ), '.' );
			( $this->record )( new AuditEvent( 'export', 'downloaded', object: 'file:' . substr( $name, 0, 64 ), details: [ 'via' => 'rest' ] ) );
		}
	}

	/**
	 * WordPress's own export of contents; action `export_wp`.
	 *
	 * @param array<string, mixed> $choice What is exported.
	 */
	public function contents( array $choice ): void {
		$what = is_string( $choice['content'] ?? null ) ? (string) preg_replace( '/[^A-Za-z0-9_.-]/', '-', $choice['content'] ) : 'all';
		( $this->record )( new AuditEvent( 'export', 'downloaded', object: 'contents:' . substr( $what, 0, 64 ) ) );
	}

	/**
	 * A request of a person about their data moved on.
	 *
	 * @param string $action     `confirmed`, `exported` or `erased`.
	 * @param int    $request_id Request.
	 */
	public function privacy_request( string $action, int $request_id ): void {
		( $this->record )( new AuditEvent( 'privacy', $action, object: "request:$request_id" ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request */
	private function people( WP_REST_Request $request, int $user_id, int $rows ): void {
		$fields = wp_parse_list( is_string( $request->get_param( '_fields' ) ) || is_array( $request->get_param( '_fields' ) ) ? $request->get_param( '_fields' ) : [] );
		$full   = 'edit' === $request->get_param( 'context' );
		if ( 0 < $user_id ) {
			if ( $full && get_current_user_id() !== $user_id ) {
				( $this->record )( new AuditEvent( 'people', 'read', object: "user:$user_id", details: [ 'via' => 'rest' ] ) );
			}
			return;
		}
		if ( $full || [] === $fields || [] !== array_diff( $fields, self::BYLINE ) ) {
			( $this->record )( new AuditEvent( 'people', 'read', object: 'list:users', details: [ 'via' => 'rest', 'rows' => $rows ] ) );
		}
	}
}
