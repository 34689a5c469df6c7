<?php
/**
 * Whether a form was sent from the portal's own pages.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * Takes the place of a nonce, which a cached page can't carry. Browsers send Sec-Fetch-Site, older ones Origin; text
 * browsers send neither but a Referer. What sends nothing of this is no browser.
 */
final readonly class SameOrigin {
	/**
	 * @param string $own_url Address of the portal.
	 */
	public function __construct( private string $own_url ) {
	}

	/**
	 * @param string $fetch_site Header Sec-Fetch-Site, '' when it was not sent.
	 * @param string $origin     Header Origin.
	 * @param string $referer    Header Referer.
	 */
	public function allows( string $fetch_site, string $origin, string $referer ): bool {
		if ( '' !== $fetch_site ) {
			return 'same-origin' === $fetch_site;
		}
		$sent = self::origin( '' !== $origin ? $origin : $referer );
		return '' !== $sent && self::origin( $this->own_url ) === $sent;
	}

	/**
	 * @return string Scheme, host and port; '' for what is no address on the web.
	 */
	private static function origin( string $url ): string {
		$parts = parse_url( $url );
		if ( ! is_array( $parts ) || ! isset( $parts['scheme'], $parts['host'] ) ) {
			return '';
		}
		$scheme = strtolower( $parts['scheme'] );
		if ( ! in_array( $scheme, [ 'http', 'https' ], true ) ) {
			return '';
		}
		return $scheme . '://' . strtolower( $parts['host'] ) . ':' . ( $parts['port'] ?? ( 'https' === $scheme ? 443 : 80 ) );
	}
}
