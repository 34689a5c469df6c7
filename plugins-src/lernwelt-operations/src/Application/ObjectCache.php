<?php
/**
 * The object cache.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

use Lernwelt\Core\Cache\CacheState;

/** Tries whether the object cache works. */
final readonly class ObjectCache {

	/** It answers. */
	public const UP = 'up';

	/** It is wanted and doesn't answer. */
	public const DOWN = 'down';

	/** It is configured and WordPress doesn't use it. */
	public const UNUSED = 'unused';

	/** There is none, and none is wanted. */
	public const NONE = 'none';

	private const GROUP = 'lernwelt-health';

	/**
	 * @param bool   $configured Whether config.php names a server.
	 * @param bool   $watched    Whether the drop-in is in its place and tries to reach it.
	 * @param string $problem    What the server or the extension says is wrong; '' for nothing.
	 */
	public function __construct( private bool $configured, private bool $watched, public string $problem ) {}

	/** The one of this installation. */
	public static function here(): self {
		return new self( defined( 'LERNWELT_REDIS_SOCKET' ) || defined( 'LERNWELT_REDIS_HOST' ), CacheState::is_wanted(), CacheState::problem() );
	}

	/** One of the constants above. */
	public function state(): string {
		return match ( true ) {
			$this->watched    => '' === $this->problem && $this->answers() ? self::UP : self::DOWN,
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
		return $saved && $key === $found && wp_using_ext_object_cache() && CacheState::is_up();
	}
}
