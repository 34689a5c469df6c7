<?php
/**
 * Protection against floods.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use InvalidArgumentException;
use Lernwelt\Core\Persistence\RateLimitTable;
use RuntimeException;

/**
 * Counts how often somebody did something within a fixed window, network-wide and exactly: under parallel requests
 * never more and never fewer than the limit pass. Subjects (addresses) are kept only as HMAC with a key of the UTC
 * day, so yesterday's rows can't be matched with today's; a window therefore ends at midnight UTC at the latest.
 */
final class RateLimiter {

	private const DAY = 86400;

	/**
	 * @param RateLimitTable $table  Counters.
	 * @param Clock          $clock  Time.
	 * @param string         $secret Secret of this installation.
	 */
	public function __construct(
		private readonly RateLimitTable $table,
		private readonly Clock $clock,
		private readonly string $secret,
	) {}

	/**
	 * Counts one attempt.
	 *
	 * @param string $bucket         What is counted, e.g. `contact-form`.
	 * @param string $subject        Who does it, e.g. an IP address; never stored readably.
	 * @param int    $limit          Attempts that pass per window.
	 * @param int    $window_seconds Length of the window, 1 to 86,400 seconds; windows lie on a fixed grid.
	 * @return bool Whether this attempt may go on.
	 * @throws InvalidArgumentException For a limit below 1 or a window out of range.
	 * @throws RuntimeException         When the database refuses.
	 */
	public function hit( string $bucket, string $subject, int $limit, int $window_seconds ): bool {
		if ( $limit < 1 || $window_seconds < 1 || $window_seconds > self::DAY ) {
			throw new InvalidArgumentException( 'A rate limit needs at least one attempt and a window of 1 to 86400 seconds.' );
		}
		$start = $this->start( $window_seconds );

		return $this->table->take( $this->key( $bucket, $subject, $window_seconds, $start ), $limit, $start + $window_seconds );
	}

	/**
	 * Takes back one attempt of the current window that came to nothing.
	 *
	 * @param string $bucket         As counted.
	 * @param string $subject        As counted.
	 * @param int    $window_seconds As counted.
	 * @throws RuntimeException When the database refuses.
	 */
	public function give_back( string $bucket, string $subject, int $window_seconds ): void {
		$this->table->give_back( $this->key( $bucket, $subject, $window_seconds, $this->start( $window_seconds ) ) );
	}

	/** Unix time at which the current window began. */
	private function start( int $window_seconds ): int {
		$second = $this->clock->now()->getTimestamp();
		return $second - $second % $window_seconds;
	}

	private function key( string $bucket, string $subject, int $window_seconds, int $start ): string {
		$salt = hash_hmac( 'sha256', gmdate( 'Y-m-d', $this->clock->now()->getTimestamp() ), $this->secret );
		return hash_hmac( 'sha256', "$bucket\0$subject\0$window_seconds\0$start", $salt );
	}

	/** Deletes counters whose window is over. */
	public function purge(): void {
		$this->table->purge( $this->clock->now()->getTimestamp() );
	}
}
