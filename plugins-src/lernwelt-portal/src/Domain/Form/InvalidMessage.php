<?php
/**
 * Thrown when a message can't be sent as it is.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

use DomainException;

final class InvalidMessage extends DomainException {
	/**
	 * @param non-empty-array<value-of<Field>, Problem> $problems Field → what is wrong, in the order of the form.
	 */
	public function __construct( public readonly array $problems ) {
		parent::__construct( 'Refused fields: ' . implode( ', ', array_keys( $problems ) ) );
	}
}
