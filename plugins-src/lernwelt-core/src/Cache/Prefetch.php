<?php
/**
 * What most requests of a kind ask for, asked for at once.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

/**
 * A page asks the same dozens of questions each time. The keys that the last requests of one address needed (addresses
 * with parameters: of one portal) are fetched in one go. Each request takes out what it didn't need, so nothing of one
 * person stays in the list for long; now and then one adds what it had to ask for.
 */
final class Prefetch {

	/** Seconds after which a list goes that nobody has changed since; the next request makes it anew. */
	private const SECONDS = 600;

	/** Seconds in which nothing is added. */
	private const STEADY = 30;

	/** Keys at most: twice what the longest page of ours asks for. */
	private const MOST = 400;

	/** @var array<string, mixed> Key → text, false for nothing. */
	private array $ready = [];

	/** @var list<string>|null Null: no list yet. */
	private ?array $listed = null;

	/** When something was last added (seconds). */
	private int $grown = 0;

	/** @var array<string, true> */
	private array $used = [];

	/**
	 * @param RedisStore $store Store.
	 * @param string     $kind  Kind of request; '' for none.
	 */
	public function __construct( private readonly RedisStore $store, private readonly string $kind ) {}

	/** Fetches what the list says. @throws StoreFailed */
	public function start(): void {
		if ( '' === $this->kind ) {
			return;
		}
		$list = $this->store->codec->decode( $this->store->one( $this->name() ) )[0] ?? null;
		if ( is_array( $list ) ) {
			$this->listed = array_values( array_filter( $list, 'is_string' ) );
			$this->grown  = is_int( $list['grown'] ?? null ) ? $list['grown'] : 0;
			$found        = $this->store->many( $this->listed );
			if ( count( $found ) === count( $this->listed ) ) {
				$this->ready = array_combine( $this->listed, $found );
			}
		}
	}

	/** @return array{mixed}|null Null: the store has to be asked. */
	public function take( string $key ): ?array {
		if ( '' === $this->kind ) {
			return null;
		}
		$this->used[ $key ] = true;
		return array_key_exists( $key, $this->ready ) ? [ $this->ready[ $key ] ] : null;
	}

	/** @param string $key What is no longer as it was fetched. */
	public function drop( string $key ): void {
		unset( $this->ready[ $key ] );
	}

	/** What was fetched is worth nothing any more. */
	public function forget(): void {
		$this->ready = [];
	}

	/** Makes, shortens or lengthens the list, at the end of a request. @throws StoreFailed */
	public function finish(): void {
		// Addresses without a page are countless.
		if ( '' === $this->kind || [] === $this->used || ! in_array( http_response_code(), [ 200, false ], true ) ) {
			return;
		}
		$used = array_keys( $this->used );
		if ( null === $this->listed ) {
			$this->keep( $used, time(), 'nx' );
			return;
		}
		$needed = array_values( array_intersect( $this->listed, $used ) );
		$lacked = array_values( array_diff( $used, $this->listed ) );
		if ( [] !== $lacked && count( $needed ) < self::MOST && time() - $this->grown >= self::STEADY ) {
			$this->keep( [ ...$needed, ...$lacked ], time(), 'xx' );
		} elseif ( count( $needed ) < count( $this->listed ) ) {
			$this->keep( $needed, $this->grown, 'xx' );
		}
	}

	/**
	 * @param list<string> $keys  Keys; those that are too many are left out.
	 * @param int          $grown When something was last added.
	 * @param string       $when  See {@see RedisStore::put()}.
	 * @throws StoreFailed
	 */
	private function keep( array $keys, int $grown, string $when ): void {
		$text = $this->store->codec->encode( [ ...array_slice( $keys, 0, self::MOST ), 'grown' => $grown ] );
		if ( null !== $text ) {
			$this->store->put( [ $this->name() => $text ], self::SECONDS, $when );
		}
	}

	private function name(): string {
		return "prefetch:$this->kind";
	}
}
