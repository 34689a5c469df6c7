<?php
/**
 * The gate of this portal.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Gate;

use Lernwelt\Core\Portals;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Viewer;
use Lernwelt\Security\Domain\Gate\Asked;
use Lernwelt\Security\Domain\Gate\Decision;
use Lernwelt\Security\Domain\Gate\Exceptions;
use Lernwelt\Security\Domain\Gate\GatePolicy;
use Lernwelt\Security\Domain\Gate\Request;
use Lernwelt\Security\Domain\Gate\Visitor;
use WP;
use WP_Error;
use WP_Post;
use WP_Query;

/** Knows whether this portal is closed and who stands before it. */
final readonly class Gate {

	/** Whether this portal shows nothing to guests. */
	public static function is_closed(): bool {
		return Portals::CLOSED === get_option( Portals::OPTION_GUESTS );
	}

	/** Who sent this request. A session without a role here opens nothing. */
	public static function visitor(): Visitor {
		$viewer = Viewer::current();
		if ( $viewer->is_guest() ) {
			return Visitor::Guest;
		}
		$roles = wp_get_current_user()->roles;
		return $viewer->is_pupil() || [] !== $roles || $viewer->can( 'manage_network' ) ? Visitor::Member : Visitor::Stranger;
	}

	/**
	 * What happens to a request before WordPress looks for its content.
	 *
	 * @param Request $request The request.
	 * @param WP      $wp      Knows the parameters that content is looked for by.
	 */
	public static function decide( Request $request, WP $wp ): Decision {
		return self::is_closed() ? GatePolicy::decide( self::visitor(), self::asked( $request, $wp ) ) : Decision::Pass;
	}

	/**
	 * What a request wants.
	 *
	 * @param Request $request The request.
	 * @param WP      $wp      Knows the parameters that content is looked for by.
	 */
	public static function asked( Request $request, WP $wp ): Asked {
		return $request->asked( array_values( array_unique( [ ...$wp->public_query_vars, ...$wp->private_query_vars, 'rest_route', 'attachment_id', 'preview', 'preview_id', 'preview_nonce' ] ) ) );
	}

	/**
	 * What happens once WordPress has found something: for guests an exception must have led to exactly the page it means.
	 *
	 * @param Request  $request The request.
	 * @param WP       $wp      Knows the parameters that content is looked for by.
	 * @param WP_Query $query   What was found.
	 */
	public static function decide_found( Request $request, WP $wp, WP_Query $query ): Decision {
		if ( ! self::is_closed() || Visitor::Member === self::visitor() ) {
			return Decision::Pass;
		}
		$asked = self::asked( $request, $wp );
		$meant = match ( $asked ) {
			Asked::OpenPage => self::is_meant( $request, $query ),
			Asked::Robots   => $query->is_robots(),
			default         => false,
		};
		if ( $meant ) {
			return Decision::Pass;
		}
		return GatePolicy::decide( self::visitor(), Asked::OpenPage === $asked ? Asked::Page : Asked::Data );
	}

	/**
	 * Filter `rest_authentication_errors`, last: nobody but members gets anything of a closed portal, whatever address led there.
	 *
	 * @param WP_Error|bool|null $verdict Verdict so far.
	 * @phpstan-impure
	 */
	public static function refuse_rest( WP_Error|bool|null $verdict ): WP_Error|bool|null {
		if ( $verdict instanceof WP_Error || ! self::is_closed() ) {
			return $verdict;
		}
		return match ( self::visitor() ) {
			Visitor::Member   => $verdict,
			Visitor::Stranger => Problems::error( Problems::FORBIDDEN ),
			Visitor::Guest    => Problems::error( Problems::UNAUTHENTICATED ),
		};
	}

	/**
	 * Filter `rest_send_nocache_headers`: WordPress lets caches keep what somebody logged in asked for without a nonce.
	 *
	 * @param bool $private Whether caches must not keep the answer.
	 */
	public static function keeps_rest_private( bool $private ): bool {
		return $private || self::is_closed() || isset( $_COOKIE[ (string) constant( 'LOGGED_IN_COOKIE' ) ] );
	}

	private static function is_meant( Request $request, WP_Query $query ): bool {
		$post = $query->get_queried_object();
		return $query->is_page() && ! $query->is_feed() && ! $query->is_embed() && ! $query->is_preview() && ! $query->is_attachment() && ! $query->is_paged()
			&& $post instanceof WP_Post && 'page' === $post->post_type && 'publish' === $post->post_status
			&& [ $post->ID ] === array_map( static fn ( mixed $found ): int => $found instanceof WP_Post ? $found->ID : 0, $query->posts ?? [] )
			&& Exceptions::is_page( $request->path(), (string) get_page_uri( $post ) );
	}
}
