<?php
/**
 * What a check found.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Health;

/** State, a sentence for people and numbers for programs. */
final readonly class HealthResult {

	/**
	 * @param HealthStatus                              $status   State.
	 * @param string                                    $sentence What is so, translated, plain text. Nobody's data, no secret.
	 * @param array<string, string|int|float|bool|null> $details  Numbers and codes; their names lower-case with `_`.
	 */
	private function __construct(
		public HealthStatus $status,
		public string $sentence,
		public array $details,
	) {}

	/**
	 * All is well.
	 *
	 * @param string                                    $sentence As above.
	 * @param array<string, string|int|float|bool|null> $details  As above.
	 */
	public static function ok( string $sentence, array $details = [] ): self {
		return new self( HealthStatus::Ok, $sentence, $details );
	}

	/**
	 * Somebody should look at it.
	 *
	 * @param string                                    $sentence As above.
	 * @param array<string, string|int|float|bool|null> $details  As above.
	 */
	public static function warning( string $sentence, array $details = [] ): self {
		return new self( HealthStatus::Warning, $sentence, $details );
	}

	/**
	 * It doesn't work.
	 *
	 * @param string                                    $sentence As above.
	 * @param array<string, string|int|float|bool|null> $details  As above.
	 */
	public static function failed( string $sentence, array $details = [] ): self {
		return new self( HealthStatus::Failed, $sentence, $details );
	}

	/**
	 * With a state found elsewhere, e.g. the worst of several.
	 *
	 * @param HealthStatus                              $status   State.
	 * @param string                                    $sentence As above.
	 * @param array<string, string|int|float|bool|null> $details  As above.
	 */
	public static function of( HealthStatus $status, string $sentence, array $details = [] ): self {
		return new self( $status, $sentence, $details );
	}
}
