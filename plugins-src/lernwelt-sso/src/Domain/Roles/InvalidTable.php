<?php
/**
 * A role table that cannot be.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Roles;

use RuntimeException;

/** Names every entry that was refused. */
final class InvalidTable extends RuntimeException {

	/**
	 * @param array<string, string> $reasons Path such as `rows.3.claim` → reason code: required, type, pattern, too_long,
	 *                                       too_many, role_unknown, portal_unknown, duplicate.
	 */
	public function __construct( public readonly array $reasons ) {
		parent::__construct( 'The role table is refused: ' . implode( ', ', array_keys( $reasons ) ) );
	}
}
