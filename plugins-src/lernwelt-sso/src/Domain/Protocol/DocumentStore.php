<?php
/**
 * A provider's documents.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/** Keeps configuration and keys of providers for the whole network. */
interface DocumentStore {

	/**
	 * @param string $url     Address of the document.
	 * @param int    $max_age Seconds.
	 * @return ?array<mixed> Null when there is none that is young enough.
	 */
	public function find( string $url, int $max_age ): ?array;

	/**
	 * @param string       $url      Address of the document.
	 * @param array<mixed> $document Decoded JSON.
	 */
	public function keep( string $url, array $document ): void;

	/**
	 * @param string $url Address of the document.
	 */
	public function forget( string $url ): void;

	/**
	 * Whether a document may be fetched although it isn't old; says yes to one asker in a while.
	 *
	 * @param string $url     Address of the document.
	 * @param int    $seconds The while.
	 */
	public function may_refetch( string $url, int $seconds ): bool;
}
