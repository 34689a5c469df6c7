<?php
/**
 * A refused booking or cancellation.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use RuntimeException;

/** Carries the reason. Nothing was changed. */
final class BookingRefused extends RuntimeException {

	/**
	 * @param Refusal $reason Why.
	 */
	public function __construct( public readonly Refusal $reason ) {
		parent::__construct( $reason->value );
	}
}
