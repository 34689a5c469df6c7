<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

/**
 * What was imported: key → id in WordPress and hash of what was written. What stands here was there once; if it is
 * gone or different now, a person wanted it so.
 */
final class Ledger {

	/** Option that holds the ledger. */
	public const OPTION = 'lernwelt_demo';

	/** @var array<string, array{id: int, hash: string}> */
	private array $entries = [];

	/** Reads the option. */
	public function __construct() {
		$stored = get_option( self::OPTION, [] );
		foreach ( is_array( $stored ) ? $stored : [] as $key => $entry ) {
			if ( is_array( $entry ) && is_int( $entry['id'] ?? null ) && is_string( $entry['hash'] ?? null ) ) {
				$this->entries[ (string) $key ] = [ 'id' => $entry['id'], 'hash' => $entry['hash'] ];
			}
		}
	}

	/**
	 * @param string $key Kind and name, e.g. `post:angebote`, `menu:main`.
	 */
	public function has( string $key ): bool {
		return isset( $this->entries[ $key ] );
	}

	/**
	 * Id in WordPress, 0 when it was never imported.
	 *
	 * @param string $key Key.
	 */
	public function id( string $key ): int {
		return $this->entries[ $key ]['id'] ?? 0;
	}

	/**
	 * Hash of what was written.
	 *
	 * @param string $key Key.
	 */
	public function hash( string $key ): string {
		return $this->entries[ $key ]['hash'] ?? '';
	}

	/**
	 * Keys of one kind.
	 *
	 * @param string $kind `post`, `file` or `menu`.
	 * @return list<string>
	 */
	public function keys( string $kind ): array {
		return array_values( array_filter( array_map( strval( ... ), array_keys( $this->entries ) ), static fn ( string $key ): bool => str_starts_with( $key, "$kind:" ) ) );
	}

	/**
	 * Forgets something that the demo content no longer has.
	 *
	 * @param string $key Key.
	 */
	public function forget( string $key ): void {
		unset( $this->entries[ $key ] );
		update_option( self::OPTION, $this->entries, false );
	}

	/**
	 * Records at once, so that an interrupted run goes on where it stopped.
	 *
	 * @param string $key  Key.
	 * @param int    $id   Id in WordPress.
	 * @param string $hash Hash of what was written.
	 */
	public function record( string $key, int $id, string $hash = '' ): void {
		$this->entries[ $key ] = [ 'id' => $id, 'hash' => $hash ];
		update_option( self::OPTION, $this->entries, false );
	}
}
