<?php
/**
 * Remembers that the store is out of reach.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

/**
 * A file that all processes of this machine see: after one has waited in vain the others don't wait for a while. It
 * stays until the store is back, because changes made meanwhile are unknown to it: whoever finds it then empties the cache.
 */
final readonly class DownMark {

	/** Seconds in which nobody asks again. */
	public const PAUSE = 5;

	/** @param string $file Where. */
	public function __construct( private string $file ) {}

	/** Whether the store was out of reach a moment ago. */
	public function is_fresh(): bool {
		$since = $this->since();
		return null !== $since && time() - $since < self::PAUSE && time() >= $since;
	}

	/** Whether there was an outage that nobody has cleaned up after. */
	public function is_set(): bool {
		return null !== $this->since();
	}

	/**
	 * @param string $why Words for the log, once in each pause.
	 */
	public function set( string $why ): void {
		if ( ! $this->is_fresh() ) {
			error_log( sprintf( 'lernwelt-core: no object cache for %d seconds at least, Redis is out of reach: %s', self::PAUSE, $why ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- somebody has to hear of it.
		}
		touch( $this->file );
		clearstatcache( true, $this->file );
	}

	/** The store is back. */
	public function clear(): void {
		if ( is_file( $this->file ) && unlink( $this->file ) ) {
			error_log( 'lernwelt-core: Redis answers again, the object cache begins anew.' ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- the end of what the line above began.
		}
		clearstatcache( true, $this->file );
	}

	private function since(): ?int {
		clearstatcache( true, $this->file );
		return is_file( $this->file ) ? (int) filemtime( $this->file ) : null;
	}
}
