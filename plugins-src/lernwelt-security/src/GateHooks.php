<?php
/**
 * Portals and files that guests may not see.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\CurrentRequest;
use Lernwelt\Security\Domain\Gate\Asked;
use Lernwelt\Security\Domain\Gate\Decision;
use Lernwelt\Security\Domain\Gate\FileAnswer;
use Lernwelt\Security\Domain\Gate\Request;
use Lernwelt\Security\Domain\Gate\Visitor;
use Lernwelt\Security\Gate\Gate;
use Lernwelt\Security\Gate\PublicFace;
use Lernwelt\Security\Gate\Refusals;
use Lernwelt\Security\Gate\RequestReader;
use Lernwelt\Security\Gate\Uploads;
use WP;

/** Closes the portal that has no public pages, and guards uploaded files. */
final readonly class GateHooks {

	/** Hooks everything up. */
	public function register(): void {
		// Everybody who can be recognised is by then: accounts by their cookie, pupils by lernwelt-sso. Nothing has been
		// answered yet, whichever script runs.
		add_action( 'wp_loaded', self::before( ... ), PHP_INT_MIN );
		add_action( 'wp', self::found( ... ), PHP_INT_MIN );
		// REST has doors of its own, and its own idea of who is there: without a nonce even a member is nobody.
		add_filter( 'rest_authentication_errors', Gate::refuse_rest( ... ), PHP_INT_MAX );
		add_filter( 'rest_send_nocache_headers', Gate::keeps_rest_private( ... ), PHP_INT_MAX );
		// WordPress sends headers of what it found before the action above.
		add_filter( 'wp_headers', self::headers( ... ), PHP_INT_MAX );
		add_filter( 'robots_txt', static fn ( string $text ): string => Gate::is_closed() ? ( new PublicFace() )->robots_txt() : $text, PHP_INT_MAX );
		add_filter( 'wp_robots', static fn ( array $robots ): array => Gate::is_closed() ? wp_robots_no_robots( $robots ) : $robots, PHP_INT_MAX );
		add_filter( 'wp_sitemaps_enabled', static fn ( bool $enabled ): bool => $enabled && ! Gate::is_closed(), PHP_INT_MAX );
	}

	private static function before(): void {
		if ( self::is_command() ) {
			return;
		}
		$request  = RequestReader::read();
		$wp       = self::wp();
		$asked    = Gate::asked( $request, $wp );
		$closed   = Gate::is_closed();
		$decision = Gate::decide( $request, $wp );
		if ( $closed ) {
			header( 'X-Robots-Tag: noindex, nofollow' );
			if ( Visitor::Member !== Gate::visitor() ) {
				self::hook_public_face( new PublicFace() );
			}
		}
		if ( Decision::Pass !== $decision ) {
			Refusals::send( $decision, $asked, $request );
		}
		if ( Asked::File === $asked ) {
			self::give_file( $request, $closed );
		}
	}

	private static function found(): void {
		if ( self::is_command() || is_admin() ) {
			return;
		}
		$request  = RequestReader::read();
		$wp       = self::wp();
		$decision = Gate::decide_found( $request, $wp, $GLOBALS['wp_query'] );
		if ( Decision::Pass !== $decision ) {
			Refusals::send( $decision, Decision::SendToLogin === $decision ? Asked::Page : Gate::asked( $request, $wp ), $request );
		}
	}

	/**
	 * Filter `wp_headers`.
	 *
	 * @param array<string, string> $headers Headers WordPress is about to send.
	 * @return array<string, string>
	 */
	private static function headers( array $headers ): array {
		return Gate::is_closed() ? array_diff_key( $headers, [ 'Last-Modified' => true, 'ETag' => true ] ) : $headers;
	}

	private static function give_file( Request $request, bool $closed ): never {
		$file = in_array( $request->method, [ 'GET', 'HEAD' ], true ) ? Uploads::of_this_portal()->find( $request->path() ) : null;
		if ( null === $file ) {
			Refusals::not_found();
		}
		$x_accel = defined( 'LERNWELT_X_ACCEL' ) ? (string) constant( 'LERNWELT_X_ACCEL' ) : '';
		Uploads::send( $file, FileAnswer::of( $file, $closed, $request->method, CurrentRequest::server( 'HTTP_RANGE' ), CurrentRequest::server( 'HTTP_IF_NONE_MATCH' ), $x_accel ) );
		exit;
	}

	private static function hook_public_face( PublicFace $face ): void {
		add_filter( 'wp_setup_nav_menu_item', $face->menu_item( ... ), PHP_INT_MAX );
		add_filter( 'posts_pre_query', $face->no_lists( ... ), PHP_INT_MAX, 2 );
		add_filter( 'theme_mod_custom_logo', $face->no_uploaded_logo( ... ) );
		add_filter( 'get_site_icon_url', '__return_empty_string' );
		remove_action( 'wp_head', 'feed_links', 2 );
		remove_action( 'wp_head', 'feed_links_extra', 3 );
	}

	private static function wp(): WP {
		return $GLOBALS['wp'];
	}

	/** Whether nobody asks over HTTP. */
	private static function is_command(): bool {
		return 'cli' === PHP_SAPI || ( defined( 'WP_CLI' ) && WP_CLI );
	}
}
