<?php
/**
 * Forgets everything.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Sso\Domain\Protocol\DocumentStore;

/** A store for checks: every document is fetched from the provider itself. */
final class NothingStored implements DocumentStore {

	public function find( string $url, int $max_age ): ?array {
		return null;
	}

	public function keep( string $url, array $document ): void {}

	public function forget( string $url ): void {}

	public function may_refetch( string $url, int $seconds ): bool {
		return true;
	}
}
