<?php
/**
 * Refused settings.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use DomainException;

/** Says which fields were refused and why; adapters turn the codes into words. */
final class InvalidSettings extends DomainException {

	/**
	 * @param array<string, string> $errors Field → reason code (see SchemaCheck, or a code of the setting's own check).
	 */
	public function __construct( public readonly array $errors ) {
		parent::__construct( 'Refused settings: ' . implode( ', ', array_keys( $errors ) ) );
	}
}
