<?php
/**
 * The object cache.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

/** Tries whether the object cache works. */
final readonly class ObjectCache {

	/** It answers. */
	public const UP = 'up';

	/** It is in use and doesn't answer. */
	public const DOWN = 'down';

	/** It is configured and not in use. */
	public const UNUSED = 'unused';

	/** There is none, and none is wanted. */
	public const NONE = 'none';

	private const GROUP = 'lernwelt-health';

	/**
	 * @param bool $configured Whether config.php names a server.
	 * @param bool $in_use     Whether WordPress loaded a drop-in.
	 */
	public function __construct( private bool $configured, private bool $in_use ) {}

	/** The one of this installation. */
	public static function here(): self {
		return new self( defined( 'LERNWELT_REDIS_SOCKET' ) || defined( 'LERNWELT_REDIS_HOST' ), wp_using_ext_object_cache() );
	}

	/** One of the constants above. */
	public function state(): string {
		return match ( true ) {
			$this->in_use     => $this->answers() ? self::UP : self::DOWN,
			$this->configured => self::UNUSED,
			default           => self::NONE,
		};
	}

	/** Writes something and reads it from the server, past what this process remembers. */
	private function answers(): bool {
		$key   = bin2hex( random_bytes( 8 ) );
		$saved = wp_cache_set( $key, $key, self::GROUP, 60 );
		$found = wp_cache_get( $key, self::GROUP, true );
		wp_cache_delete( $key, self::GROUP );
		return $saved && $key === $found;
	}
}
