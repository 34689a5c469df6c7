<?php
/**
 * A request to an endpoint.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\CurrentRequest;

/** What an endpoint looks at. */
final readonly class Request {

	/**
	 * @param string                $method  HTTP method.
	 * @param string                $path    Path.
	 * @param array<string, string> $query   Parameters of the address; lists are left out.
	 * @param array<string, string> $form    Fields that were posted; lists are left out.
	 * @param array<string, string> $cookies Cookies.
	 * @param array<string, string> $headers `sec-fetch-site`, `origin`, `referer`; '' when it was not sent.
	 * @param string                $network Network of the client.
	 */
	public function __construct(
		public string $method,
		public string $path,
		#[\SensitiveParameter] public array $query = [],
		#[\SensitiveParameter] public array $form = [],
		#[\SensitiveParameter] public array $cookies = [],
		public array $headers = [],
		public string $network = '',
	) {}

	/** This request. */
	public static function current(): self {
		// phpcs:disable WordPress.Security.NonceVerification.Missing, WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput.InputNotSanitized, WordPress.Security.ValidatedSanitizedInput.MissingUnslash -- each endpoint checks what it reads, the protocol brings its own proofs.
		return new self(
			CurrentRequest::server( 'REQUEST_METHOD' ),
			self::path_of( CurrentRequest::address() ),
			self::texts( $_GET ),
			self::texts( $_POST ),
			self::texts( $_COOKIE ),
			[
				'sec-fetch-site' => CurrentRequest::server( 'HTTP_SEC_FETCH_SITE' ),
				'origin'         => CurrentRequest::server( 'HTTP_ORIGIN' ),
				'referer'        => CurrentRequest::server( 'HTTP_REFERER' ),
			],
			ClientAddress::current()->network(),
		);
		// phpcs:enable
	}

	/**
	 * The path of an address as it was asked for.
	 *
	 * @param string $address Path with query.
	 */
	public static function path_of( string $address ): string {
		return explode( '?', $address, 2 )[0];
	}

	/**
	 * @param array<mixed> $values With WordPress's slashes.
	 * @return array<string, string>
	 */
	private static function texts( #[\SensitiveParameter] array $values ): array {
		$texts = [];
		foreach ( $values as $name => $value ) {
			if ( is_string( $value ) ) {
				$texts[ (string) $name ] = wp_unslash( $value );
			}
		}
		return $texts;
	}
}
