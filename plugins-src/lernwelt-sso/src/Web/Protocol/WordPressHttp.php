<?php
/**
 * Requests to the provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use CurlHandle;
use CurlShareHandle;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\HttpAnswer;
use Lernwelt\Sso\Domain\Protocol\HttpClient;
use Lernwelt\Sso\Domain\Protocol\Issuer;

/**
 * WordPress's HTTP client, held to one provider: no redirects, no other hosts, short times, small answers. What one
 * object asks goes over one connection: a login asks twice, and a handshake takes longer than an answer.
 */
final class WordPressHttp implements HttpClient {

	private const SECONDS = 5;

	/** Longest answer in bytes. */
	private const LENGTH = 524_288;

	private ?CurlShareHandle $connections = null;

	public function request( Issuer $issuer, string $url, #[\SensitiveParameter] array $headers = [], #[\SensitiveParameter] ?array $form = null ): HttpAnswer {
		if ( ! $issuer->owns( $url ) ) {
			throw new LoginRefused( 'endpoint_foreign' );
		}
		$ports = static fn ( array $ports ): array => [ ...$ports, (int) wp_parse_url( $issuer->origin, PHP_URL_PORT ) ];
		add_filter( 'http_allowed_safe_ports', $ports );
		$keep = $this->keep_connection( ... );
		add_action( 'http_api_curl', $keep );
		try {
			$answer = wp_remote_request(
				$url,
				[
					'method'              => null === $form ? 'GET' : 'POST',
					'headers'             => [ 'Connection' => 'keep-alive' ] + $headers,
					'body'                => $form ?? [],
					'timeout'             => self::SECONDS,
					'redirection'         => 0,
					'limit_response_size' => self::LENGTH,
					'reject_unsafe_urls'  => ! $issuer->is_local,
					'sslverify'           => true,
					'user-agent'          => 'Lernwelt',
					'httpversion'         => '1.1',
				]
			);
		} finally {
			remove_filter( 'http_allowed_safe_ports', $ports );
			remove_action( 'http_api_curl', $keep );
		}
		if ( is_wp_error( $answer ) ) {
			throw new LoginRefused( 'provider_unreachable', 503 );
		}
		$type = wp_remote_retrieve_header( $answer, 'content-type' );
		$type = strtolower( trim( explode( ';', is_string( $type ) ? $type : '', 2 )[0] ) );
		return new HttpAnswer( (int) wp_remote_retrieve_response_code( $answer ), $type, wp_remote_retrieve_body( $answer ) );
	}

	/** Action `http_api_curl`: WordPress makes a handle for each request, and these share what they have opened. */
	private function keep_connection( CurlHandle $handle ): void {
		if ( null === $this->connections ) {
			$this->connections = curl_share_init(); // phpcs:ignore WordPress.WP.AlternativeFunctions -- WordPress has no name for it.
			curl_share_setopt( $this->connections, CURLSHOPT_SHARE, CURL_LOCK_DATA_CONNECT ); // phpcs:ignore WordPress.WP.AlternativeFunctions
		}
		curl_setopt( $handle, CURLOPT_SHARE, $this->connections ); // phpcs:ignore WordPress.WP.AlternativeFunctions
	}
}
