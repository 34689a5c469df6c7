<?php
/**
 * What stands on a certificate.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Pdf;

/** Words for one person who came. */
final readonly class Certificate {

	/**
	 * @param string $name   Name.
	 * @param string $school Name of the school, '' for none.
	 * @param string $number Number of the booking.
	 */
	public function __construct( public string $name, public string $school, public string $number ) {}
}
