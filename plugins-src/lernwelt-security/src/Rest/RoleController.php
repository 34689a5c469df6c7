<?php
/**
 * What the controllers of the role matrix share.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Rest;

use DateTimeImmutable;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Schemas;
use Lernwelt\Security\Domain\Roles\Rules;
use WP_Error;
use WP_REST_Request;

/** Which portal is meant, and who may see its matrix: `portal` is a site, 0 the network, and the current portal without it. */
abstract class RoleController extends Controller {

	/**
	 * @param Schemas $schemas Schemas of this plugin.
	 * @param Portals $portals All portals.
	 */
	public function __construct( Schemas $schemas, private readonly Portals $portals ) {
		parent::__construct( $schemas );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return true|WP_Error
	 */
	protected function may_read( WP_REST_Request $request ): bool|WP_Error {
		return $this->allowed( Rules::MANAGE, $this->portal( $request ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return true|WP_Error
	 */
	protected function may_write( WP_REST_Request $request ): bool|WP_Error {
		return $this->allowed( Rules::MANAGE, $this->portal( $request ) );
	}

	/** @param WP_REST_Request<array<string, mixed>> $request Request. */
	protected function portal( WP_REST_Request $request ): int {
		$portal = $request->get_param( 'portal' );
		return null === $portal ? get_current_blog_id() : (int) $portal;
	}

	/**
	 * A portal in service.
	 *
	 * @param int $blog_id Site.
	 */
	protected function known( int $blog_id ): ?Portal {
		foreach ( $this->portals->all() as $portal ) {
			if ( $portal->blog_id === $blog_id ) {
				return $portal;
			}
		}
		return null;
	}

	/** Instant as ISO 8601 in UTC. */
	protected static function instant( DateTimeImmutable $at ): string {
		return $at->format( 'Y-m-d\TH:i:s\Z' );
	}
}
