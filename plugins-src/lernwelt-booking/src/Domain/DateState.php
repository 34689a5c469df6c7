<?php
/**
 * States of a date.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** What is stored about a date; that it is over or full follows from time and numbers. */
enum DateState: string {

	/** It takes place. */
	case Planned = 'planned';

	/** It was called off; nobody can book it any more. */
	case Cancelled = 'cancelled';
}
