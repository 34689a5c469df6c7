<?php
/**
 * Who may read numbers.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Rest;

/** The token that monitoring shows (`Authorization: Bearer …`). */
final readonly class MetricsToken {

	/**
	 * @param string $token The right one; '' when there is none, then nothing is right.
	 */
	public function __construct( #[\SensitiveParameter] private string $token ) {}

	/** The one of config.php. */
	public static function here(): self {
		return new self( defined( 'LERNWELT_METRICS_TOKEN' ) ? (string) constant( 'LERNWELT_METRICS_TOKEN' ) : '' );
	}

	/** Whether there is one. */
	public function exists(): bool {
		return '' !== $this->token;
	}

	/**
	 * Whether a header shows it; takes equally long whatever is wrong.
	 *
	 * @param string $authorization Header `Authorization`.
	 */
	public function is_shown_by( #[\SensitiveParameter] string $authorization ): bool {
		return $this->exists() && 1 === preg_match( '/^Bearer +(\S+)$/Di', $authorization, $found ) && hash_equals( hash( 'sha256', $this->token ), hash( 'sha256', $found[1] ) );
	}
}
