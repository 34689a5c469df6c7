<?php
/**
 * WordPress's object cache, with a memory that lasts.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

use Closure;

/**
 * What one request has seen, before a store that all share. It behaves as WordPress's own cache does, and is nothing
 * more than that once the store doesn't answer. Keys, groups and values are WordPress's.
 */
final class ObjectCache {

	/** @var array<string, array<int|string, mixed>> Group → id → value. */
	private array $memory = [];

	/** @var array<string, true> Groups of the network. */
	private array $global_groups = [];

	/** @var array<string, true> Groups that end with the request. */
	private array $local_groups = [];

	/** @var array<string, true> Keys that the store doesn't have, as it said. */
	private array $missing = [];

	/** @var array<string, string> Lists of names that don't exist, as they stood in the store. */
	private array $absent = [];

	/** Beginning of the current portal's ids. */
	private string $portal = '';

	private int $hits = 0;

	private int $misses = 0;

	/**
	 * @param RedisStore   $store    Store.
	 * @param Prefetch     $prefetch What is asked for at once.
	 * @param Invalidation $changes  What this request changes.
	 */
	public function __construct( private readonly RedisStore $store, private readonly Prefetch $prefetch, private readonly Invalidation $changes = new Invalidation() ) {
		$this->unless_down( $prefetch->start( ... ), null );
	}

	/** See wp_cache_get(). */
	public function get( int|string $key, string $group, bool $force = false, bool &$found = false ): mixed {
		$id    = $this->id( $key, $group );
		$found = true;
		if ( $this->remembers( $id, $group ) && ( ! $force || $this->is_own( $id, $group ) ) ) {
			++$this->hits;
			return self::copy( $this->memory[ $group ][ $id ] );
		}
		$value = $this->is_own( $id, $group ) ? null : $this->fetch( [ "$group:$id" ], $force )[ "$group:$id" ] ?? null;
		if ( null === $value ) {
			$found = false;
			++$this->misses;
			return false;
		}
		++$this->hits;
		$this->memory[ $group ][ $id ] = $value[0];
		return self::copy( $value[0] );
	}

	/**
	 * See wp_cache_get_multiple().
	 *
	 * @param array<int|string> $keys  Keys.
	 * @param string            $group Group.
	 * @param bool              $force Whether to ask the store anew.
	 * @return array<int|string, mixed>
	 */
	public function get_multiple( array $keys, string $group, bool $force = false ): array {
		$wanted = [];
		foreach ( $keys as $key ) {
			$id = $this->id( $key, $group );
			if ( ! $this->is_own( $id, $group ) && ( $force || ! $this->remembers( $id, $group ) ) ) {
				$wanted[ $id ] = "$group:$id";
			}
		}
		$fetched = $this->fetch( array_values( $wanted ), $force );
		$values  = [];
		foreach ( $keys as $key ) {
			$id = $this->id( $key, $group );
			if ( isset( $wanted[ $id ] ) ) {
				$value = $fetched[ $wanted[ $id ] ] ?? null;
				if ( null === $value ) {
					++$this->misses;
					$values[ $key ] = false;
					continue;
				}
				$this->memory[ $group ][ $id ] = $value[0];
			}
			$values[ $key ] = $this->get( $key, $group );
		}
		return $values;
	}

	/** See wp_cache_set(). */
	public function set( int|string $key, mixed $value, string $group, int $seconds ): bool {
		return $this->set_multiple( [ $key => $value ], $group, $seconds )[ $key ];
	}

	/**
	 * See wp_cache_set_multiple().
	 *
	 * @param array<int|string, mixed> $values  Key → value.
	 * @param string                   $group   Group.
	 * @param int                      $seconds Seconds, 0 for no end.
	 * @return array<int|string, bool>
	 */
	public function set_multiple( array $values, string $group, int $seconds ): array {
		$always = [];
		$filled = [];
		$barred = [];
		foreach ( $values as $key => $value ) {
			$id   = $this->id( $key, $group );
			$full = "$group:$id";
			$old  = $this->memory[ $group ][ $id ] ?? null;
			$this->memory[ $group ][ $id ] = self::copy( $value );
			if ( $this->is_own( $id, $group ) ) {
				continue;
			}
			$this->prefetch->drop( $full );
			$text  = $this->store->codec->encode( $value );
			$stamp = 'last_changed' === $key;
			if ( $stamp ) {
				$this->changes->note_stamp( $full );
			}
			if ( null !== $text && ( $stamp || ! $this->changes->guards( $group ) ) ) {
				$always[ $full ] = $text;
			} elseif ( null !== $text && is_array( $value ) && str_ends_with( $id, 'notoptions' ) && $this->names_absent( $full, $text, is_array( $old ) && count( $old ) > count( $value ) ) ) {
				continue;
			} elseif ( null !== $text && isset( $this->missing[ $full ] ) ) {
				$filled[ $full ] = $text;
			} else {
				$barred[] = $full;
			}
		}
		$this->unless_down(
			function () use ( $always, $filled, $barred, $seconds ): void {
				$this->store->put( $always, $seconds );
				$this->store->put( $filled, $seconds, 'nx' );
				$this->bar( $barred );
			},
			null
		);
		$this->missing = array_diff_key( $this->missing, $always, $filled );
		return array_fill_keys( array_keys( $values ), true );
	}

	/** See wp_cache_add(). */
	public function add( int|string $key, mixed $value, string $group, int $seconds ): bool {
		return $this->add_multiple( [ $key => $value ], $group, $seconds )[ $key ];
	}

	/**
	 * See wp_cache_add_multiple().
	 *
	 * @param array<int|string, mixed> $values  Key → value.
	 * @param string                   $group   Group.
	 * @param int                      $seconds Seconds, 0 for no end.
	 * @return array<int|string, bool>
	 */
	public function add_multiple( array $values, string $group, int $seconds ): array {
		$added = [];
		$texts = [];
		foreach ( $values as $key => $value ) {
			$id            = $this->id( $key, $group );
			$added[ $key ] = ! $this->remembers( $id, $group );
			if ( ! $added[ $key ] ) {
				continue;
			}
			$text = $this->is_own( $id, $group ) ? null : $this->store->codec->encode( $value );
			if ( null !== $text ) {
				$texts[ "$group:$id" ] = $text;
				$this->prefetch->drop( "$group:$id" );
			}
		}
		$written = $this->unless_down( fn (): array => $this->store->put( $texts, $seconds, 'nx' ), [] );
		foreach ( $values as $key => $value ) {
			$id   = $this->id( $key, $group );
			$full = "$group:$id";
			if ( $added[ $key ] ) {
				unset( $this->missing[ $full ] );
				$added[ $key ] = $written[ $full ] ?? true;
				// A row of the database that somebody else has put there, or has just changed, is right for this request.
				if ( $added[ $key ] || $this->changes->guards( $group ) ) {
					$this->memory[ $group ][ $id ] = self::copy( $value );
				}
			}
		}
		return $added;
	}

	/** See wp_cache_replace(). */
	public function replace( int|string $key, mixed $value, string $group, int $seconds ): bool {
		$found = false;
		$this->get( $key, $group, true, $found );
		return $found && $this->set( $key, $value, $group, $seconds );
	}

	/**
	 * See wp_cache_delete_multiple().
	 *
	 * @param array<int|string> $keys  Keys.
	 * @param string            $group Group.
	 * @return array<int|string, bool> Which were there.
	 */
	public function delete_multiple( array $keys, string $group ): array {
		$deleted = [];
		$shared  = [];
		foreach ( $keys as $key ) {
			$id              = $this->id( $key, $group );
			$deleted[ $key ] = $this->remembers( $id, $group );
			unset( $this->memory[ $group ][ $id ] );
			if ( ! isset( $this->local_groups[ $group ] ) ) {
				$shared[ $key ] = "$group:$id";
				unset( $this->missing[ "$group:$id" ], $this->absent[ "$group:$id" ] );
				$this->prefetch->drop( "$group:$id" );
			}
		}
		$there = $this->unless_down( fn (): array => $this->changes->guards( $group ) ? $this->bar( array_values( $shared ) ) : $this->store->remove( array_values( $shared ) ), [] );
		foreach ( array_keys( $shared ) as $position => $key ) {
			$deleted[ $key ] = $deleted[ $key ] || ( $there[ $position ] ?? false );
		}
		return $deleted;
	}

	/** See wp_cache_incr() and wp_cache_decr(). */
	public function count( int|string $key, int $by, string $group ): int|false {
		$id   = $this->id( $key, $group );
		$full = "$group:$id";
		if ( ! $this->is_own( $id, $group ) ) {
			$this->prefetch->drop( $full );
			$now = $this->unless_down( fn (): int|false => $this->count_in_store( $full, $by ), null );
			if ( false === $now ) {
				unset( $this->memory[ $group ][ $id ] );
			} elseif ( null !== $now ) {
				$this->memory[ $group ][ $id ] = $now;
			}
			if ( null !== $now ) {
				return $now;
			}
		}
		if ( ! $this->remembers( $id, $group ) ) {
			return false;
		}
		$old = $this->memory[ $group ][ $id ];
		return $this->memory[ $group ][ $id ] = max( 0, ( is_numeric( $old ) ? (int) $old : 0 ) + $by );
	}

	/** See wp_cache_flush(): only this installation's. */
	public function flush(): bool {
		$this->flush_runtime();
		$this->changes->forget();
		return $this->unless_down(
			function (): bool {
				$this->store->flush();
				return true;
			},
			true
		);
	}

	/** See wp_cache_flush_runtime(). */
	public function flush_runtime(): bool {
		[ $this->memory, $this->missing, $this->absent ] = [ [], [], [] ];
		$this->prefetch->forget();
		return true;
	}

	/** See wp_cache_flush_group(): of all portals. */
	public function flush_group( string $group ): bool {
		unset( $this->memory[ $group ] );
		$this->prefetch->forget();
		if ( ! isset( $this->local_groups[ $group ] ) ) {
			$this->unless_down( fn () => $this->store->remove_all( "$group:" ), null );
		}
		return true;
	}

	/** @param list<string> $groups See wp_cache_add_global_groups(). */
	public function add_global_groups( array $groups ): void {
		$this->global_groups += array_fill_keys( $groups, true );
	}

	/** @param list<string> $groups See wp_cache_add_non_persistent_groups(). */
	public function add_local_groups( array $groups ): void {
		$this->local_groups += array_fill_keys( $groups, true );
	}

	/** @param int|null $portal See wp_cache_switch_to_blog(); null where there is no network. */
	public function switch_to( ?int $portal ): void {
		$this->portal = null === $portal ? '' : "$portal:";
	}

	/** See wp_cache_close(): the end of the request. */
	public function close(): void {
		$this->unless_down(
			function (): void {
				$this->changes->finish( $this->store );
				$this->prefetch->finish();
			},
			null
		);
	}

	/** @return array{hits: int, misses: int} Questions so far. */
	public function statistics(): array {
		return [
			'hits'   => $this->hits,
			'misses' => $this->misses,
		];
	}

	private function id( int|string $key, string $group ): string {
		return isset( $this->global_groups[ $group ] ) ? (string) $key : $this->portal . $key;
	}

	private function remembers( string $id, string $group ): bool {
		return isset( $this->memory[ $group ][ $id ] ) || array_key_exists( $id, $this->memory[ $group ] ?? [] );
	}

	/** Whether memory is all there is: for groups of one request, for what this request has changed, and without a store. */
	private function is_own( string $id, string $group ): bool {
		return isset( $this->local_groups[ $group ] ) || ! $this->store->is_up() || ( $this->changes->guards( $group ) && $this->changes->has( "$group:$id" ) );
	}

	private static function copy( mixed $value ): mixed {
		return is_object( $value ) ? clone $value : $value;
	}

	/**
	 * @param list<string> $keys  Full keys.
	 * @param bool         $fresh Whether what was fetched earlier isn't good enough.
	 * @return array<string, array{mixed}> Key → value; nothing for what isn't there.
	 */
	private function fetch( array $keys, bool $fresh ): array {
		$texts = [];
		$asked = [];
		foreach ( $keys as $key ) {
			$ready = $this->prefetch->take( $key );
			if ( null !== $ready && ! $fresh ) {
				$texts[ $key ] = $ready[0];
			} elseif ( $fresh || ! isset( $this->missing[ $key ] ) ) {
				$asked[] = $key;
			}
		}
		if ( [] !== $asked ) {
			$texts += array_combine( $asked, $this->unless_down( fn (): array => 1 === count( $asked ) ? [ $this->store->one( $asked[0] ) ] : $this->store->many( $asked ), array_fill( 0, count( $asked ), false ) ) );
		}
		$values = [];
		foreach ( $texts as $key => $text ) {
			$value = $this->store->codec->decode( $text );
			if ( null !== $value ) {
				$values[ $key ] = $value;
			} else {
				$this->missing[ $key ] = true;
			}
			if ( str_ends_with( $key, 'notoptions' ) ) {
				$this->absent[ $key ] = is_string( $text ) ? $text : '';
			}
		}
		return $values;
	}

	/**
	 * The list of names without a value grows while pages are read: several requests may add to it at once, and one may
	 * meanwhile have taken a name out. Whoever finds another list than the one they had read deletes it.
	 *
	 * @return bool Whether the store has the list.
	 */
	private function names_absent( string $key, string $text, bool $is_shorter ): bool {
		$old = $this->absent[ $key ] ?? null;
		if ( null === $old || Codec::DELETED === $old || $is_shorter || ! $this->unless_down( fn (): bool => $this->store->swap( $key, $old, $text ), false ) ) {
			return false;
		}
		$this->absent[ $key ] = $text;
		return true;
	}

	/** @throws StoreFailed */
	private function count_in_store( string $key, int $by ): int|false {
		for ( $tries = 0; $tries < 5; ++$tries ) {
			$found = $this->store->count( $key, $by );
			if ( ! is_array( $found ) ) {
				return is_int( $found ) ? $found : false;
			}
			$text  = is_string( $found[0] ?? null ) ? $found[0] : '';
			$value = $this->store->codec->decode( $text )[0] ?? null;
			$new   = max( 0, ( is_numeric( $value ) ? (int) $value : 0 ) + $by );
			if ( $this->store->swap( $key, $text, (string) $new ) ) {
				return $new;
			}
		}
		return false;
	}

	/**
	 * @param list<string> $keys Keys.
	 * @return array<bool>
	 * @throws StoreFailed
	 */
	private function bar( array $keys ): array {
		foreach ( $keys as $key ) {
			$this->changes->note( $key );
		}
		$this->store->bar( $keys );
		return array_fill( 0, count( $keys ), true );
	}

	/**
	 * @template T
	 * @template U
	 * @param Closure(): T $question Asks the store.
	 * @param U            $instead  The answer when it is down.
	 * @return T|U
	 */
	private function unless_down( Closure $question, mixed $instead ): mixed {
		if ( ! $this->store->is_up() ) {
			return $instead;
		}
		try {
			return $question();
		} catch ( StoreFailed ) {
			// The store has written it to the log and stays away.
			return $instead;
		}
	}
}
