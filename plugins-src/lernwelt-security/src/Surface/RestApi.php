<?php
/**
 * What the REST interface offers.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Surface;

use WP_REST_Response;

/** Drops routes of switched-off features, hides accounts from whoever does not write, and lists nothing to guests. */
final class RestApi {

	private const CLOSED = [ '/wp/v2/comments', '/wp/v2/pattern-directory', '/wp/v2/block-directory', '/wp/v2/font-collections', '/oembed/1.0' ];

	private const ACCOUNTS = '/wp/v2/users';

	private const OWN_ACCOUNT = '/wp/v2/users/me';

	/**
	 * Filter `rest_endpoints`.
	 *
	 * @param array<string, mixed> $routes
	 * @return array<string, mixed>
	 */
	public function routes( array $routes ): array {
		// The block editor lists authors to whoever writes.
		$accounts = current_user_can( 'list_users' ) || current_user_can( 'edit_posts' );
		$own      = is_user_logged_in() ? self::OWN_ACCOUNT : '';
		$closed   = $accounts ? self::CLOSED : [ ...self::CLOSED, self::ACCOUNTS ];
		return array_filter( $routes, static fn ( string $route ): bool => $own === $route || ! self::starts_with_one_of( $route, $closed ), ARRAY_FILTER_USE_KEY );
	}

	/** Filters `rest_index` and `rest_namespace_index`: guests learn the portal's name and nothing about its plugins. */
	public function index( WP_REST_Response $response ): WP_REST_Response {
		if ( is_user_logged_in() ) {
			return $response;
		}
		$lean = new WP_REST_Response(
			[
				'name' => get_bloginfo( 'name' ),
				'home' => home_url( '/' ),
			]
		);
		return $lean;
	}

	/** Action `rest_api_init`: WordPress lets scripts of any other host read its answers, even with a session. */
	public function answer_own_pages_only(): void {
		remove_filter( 'rest_pre_serve_request', 'rest_send_cors_headers' );
	}

	/** @param list<string> $beginnings */
	private static function starts_with_one_of( string $route, array $beginnings ): bool {
		foreach ( $beginnings as $beginning ) {
			if ( $route === $beginning || str_starts_with( $route, $beginning . '/' ) ) {
				return true;
			}
		}
		return false;
	}
}
