<?php
/**
 * A portal's last sign of life.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain;

use Lernwelt\Core\Health\HealthStatus;

/** When a portal's scheduled tasks last ran, and how it was then; the main portal shows it where it can't look itself. */
final readonly class Heartbeat {

	/** Seconds after which what was found says nothing any more. */
	public const FRESH = 600;

	/**
	 * @param int                         $at       Unix time.
	 * @param array<string, HealthStatus> $statuses Check → what it found.
	 */
	public function __construct(
		public int $at,
		public array $statuses,
	) {}

	/**
	 * Reads what is stored.
	 *
	 * @param mixed $stored What {@see self::stored()} made; anything else is no sign of life.
	 */
	public static function from( mixed $stored ): ?self {
		if ( ! is_array( $stored ) || ! is_int( $stored['at'] ?? null ) || ! is_array( $stored['checks'] ?? null ) ) {
			return null;
		}
		$statuses = [];
		foreach ( $stored['checks'] as $name => $status ) {
			$known = is_string( $status ) ? HealthStatus::tryFrom( $status ) : null;
			if ( null !== $known ) {
				$statuses[ (string) $name ] = $known;
			}
		}
		return new self( $stored['at'], $statuses );
	}

	/**
	 * For an option.
	 *
	 * @return array{at: int, checks: array<string, string>}
	 */
	public function stored(): array {
		return [ 'at' => $this->at, 'checks' => array_map( static fn ( HealthStatus $status ): string => $status->value, $this->statuses ) ];
	}

	/**
	 * Seconds since then.
	 *
	 * @param int $now Unix time.
	 */
	public function age( int $now ): int {
		return max( 0, $now - $this->at );
	}
}
