<?php
/**
 * The address of the page shown.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Navigation;

/**
 * Compares links with the address of this request, so that own links in a menu are marked as well as pages.
 */
final class CurrentAddress {

	/**
	 * Where the page shown lies, seen from a link.
	 *
	 * @param string $url Address of the link.
	 */
	public static function compare( string $url ): AddressMatch {
		if ( '' === $url || is_search() || is_404() ) {
			return AddressMatch::Other;
		}
		$parts = wp_parse_url( $url );
		$home  = wp_parse_url( home_url() );
		if ( ! is_array( $parts ) || ( isset( $parts['host'] ) && $parts['host'] !== ( $home['host'] ?? '' ) ) || isset( $parts['query'] ) ) {
			return AddressMatch::Other;
		}
		$request = isset( $_SERVER['REQUEST_URI'] ) ? esc_url_raw( wp_unslash( (string) $_SERVER['REQUEST_URI'] ) ) : '/';
		return self::relate( (string) ( $parts['path'] ?? '/' ), (string) wp_parse_url( $request, PHP_URL_PATH ) );
	}

	/**
	 * Relates two paths; pages of a list ("/page/2/") count as the list.
	 *
	 * @param string $link    Path of the link.
	 * @param string $request Path of the request.
	 */
	public static function relate( string $link, string $request ): AddressMatch {
		$link    = '/' . trim( $link, '/' ) . '/';
		$request = '/' . trim( (string) preg_replace( '~/(page|seite)/\d+/?$~', '', $request ), '/' ) . '/';
		if ( str_replace( '//', '/', $link ) === str_replace( '//', '/', $request ) ) {
			return AddressMatch::Same;
		}
		return '//' !== $link && str_starts_with( $request, $link ) ? AddressMatch::Below : AddressMatch::Other;
	}
}
