<?php
/**
 * Thrown when an SVG breaks a rule.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Svg;

use DomainException;

final class Refused extends DomainException {
	/**
	 * Why, and where.
	 *
	 * @param Refusal $reason The rule.
	 * @param string  $detail The element or attribute that broke it, '' when it was the file as a whole. Never a value:
	 *                        what an attacker wrote is not for a message.
	 */
	public function __construct( public readonly Refusal $reason, public readonly string $detail = '' ) {
		parent::__construct( '' === $detail ? $reason->value : $reason->value . ': ' . $detail );
	}
}
