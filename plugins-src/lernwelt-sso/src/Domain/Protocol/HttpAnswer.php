<?php
/**
 * An answer of the provider.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** Status, type and body. */
final readonly class HttpAnswer {

	/**
	 * @param int    $status HTTP status.
	 * @param string $type   Content type in lower case, without parameters.
	 * @param string $body   Body.
	 */
	public function __construct( public int $status, public string $type, #[\SensitiveParameter] public string $body ) {}

	/**
	 * The body as JSON.
	 *
	 * @return ?array<mixed> Null when it is none.
	 */
	public function json(): ?array {
		$json = 1 === preg_match( '#^application/([a-z0-9.-]+\+)?json$#D', $this->type ) ? json_decode( $this->body, true, 32 ) : null;
		return is_array( $json ) ? $json : null;
	}
}
