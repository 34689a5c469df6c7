<?php
/**
 * What most requests of a kind ask for, asked for at once.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cache;

/**
 * A page asks the same dozens of questions each time. The keys that all of the last minutes' requests of one address
 * needed (addresses with parameters: of one portal) are fetched in one go. The list begins anew every few minutes, and
 * each request takes out what it didn't need, so nothing of one person stays in it for long.
 */
final class Prefetch {

	/** Seconds after which the list begins anew. */
	private const SECONDS = 600;

	/** Keys at most. */
	private const MOST = 150;

	/** @var array<string, mixed> Key → text, false for nothing. */
	private array $ready = [];

	/** @var list<string>|null Null: no list yet. */
	private ?array $listed = null;

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

	/** Makes or shortens the list, at the end of a request. @throws StoreFailed */
	public function finish(): void {
		// Addresses without a page are countless.
		if ( '' === $this->kind || [] === $this->used || ! in_array( http_response_code(), [ 200, false ], true ) ) {
			return;
		}
		if ( null === $this->listed ) {
			$this->keep( array_slice( array_keys( $this->used ), 0, self::MOST ), 'nx' );
			return;
		}
		$needed = array_values( array_filter( $this->listed, fn ( string $key ): bool => isset( $this->used[ $key ] ) ) );
		if ( count( $needed ) < count( $this->listed ) ) {
			$this->keep( $needed, 'xx' );
		}
	}

	/** @param list<string> $keys Keys. @throws StoreFailed */
	private function keep( array $keys, string $when ): void {
		$text = $this->store->codec->encode( $keys );
		if ( null !== $text ) {
			$this->store->put( [ $this->name() => $text ], self::SECONDS, $when );
		}
	}

	private function name(): string {
		return "prefetch:$this->kind";
	}
}
