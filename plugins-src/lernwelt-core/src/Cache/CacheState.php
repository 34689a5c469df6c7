<?php
/**
 * How the object cache is.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

/** What a health check asks; the drop-in tells it about its store. */
final class CacheState {

	private static ?RedisStore $store = null;

	/** @param RedisStore $store Store of this request. */
	public static function watch( RedisStore $store ): void {
		self::$store = $store;
	}

	/** Whether this installation is meant to have an object cache, and the drop-in is in its place. */
	public static function is_wanted(): bool {
		return null !== self::$store;
	}

	/** Whether Redis answered all of this request's questions. */
	public static function is_up(): bool {
		return self::$store?->is_up() ?? false;
	}

	/** Why not, in the words of the server or the extension; '' when it is up or not wanted. */
	public static function problem(): string {
		return self::$store?->problem() ?? '';
	}
}
