<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Protocol;

use WP_Http;

/** Lets the tests' provider be reached, which wp-config.php doesn't list among the hosts that may be called. */
final class OpenHttp extends WP_Http {

	public static function allow( string $origin ): void {
		add_filter(
			'pre_http_request',
			static fn ( mixed $answer, array $arguments, string $url ): mixed => false === $answer && str_starts_with( $url, $origin ) ? ( new self() )->ask( $url, $arguments ) : $answer,
			10,
			3
		);
	}

	/**
	 * @param array<string, mixed> $arguments
	 */
	private function ask( string $url, array $arguments ): mixed {
		$filters = $GLOBALS['wp_filter']['pre_http_request'];
		unset( $GLOBALS['wp_filter']['pre_http_request'] );
		try {
			return $this->request( $url, $arguments );
		} finally {
			$GLOBALS['wp_filter']['pre_http_request'] = $filters;
		}
	}

	/**
	 * @param string $uri
	 */
	public function block_request( $uri ): bool {
		return false;
	}
}
