<?php
/**
 * What the controllers of the log share.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use Lernwelt\Core\Rest\Controller;
use WP_Error;
use WP_REST_Request;

/** Who may read whose log: a portal's own people theirs, the network's administrators everything. */
abstract class AuditController extends Controller {

	/** Read a portal's log. */
	public const READ = 'lernwelt_read_audit_log';

	/** Read the network's log and say how long lines are kept. */
	public const NETWORK = 'manage_network_options';

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 * @return true|WP_Error
	 */
	protected function may_read( WP_REST_Request $request ): bool|WP_Error {
		$portal = self::portal( $request );
		return get_current_blog_id() === $portal ? $this->allowed( self::READ, $portal ) : $this->allowed( self::NETWORK );
	}

	/** @return true|WP_Error */
	protected function may_manage(): bool|WP_Error {
		return $this->allowed( self::NETWORK );
	}

	/**
	 * Site whose log it is about; 0 for the network's own lines, null for everything.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	protected static function portal( WP_REST_Request $request ): ?int {
		$portal = $request->get_param( 'portal' );
		return is_numeric( $portal ) ? (int) $portal : null;
	}
}
