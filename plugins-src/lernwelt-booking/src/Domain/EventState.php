<?php
/**
 * States of events.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** How an event stands for the people who organise it. */
enum EventState: string {

	/** Only editors see it. */
	case Draft = 'draft';

	/** It will be published at a moment that was set. */
	case Scheduled = 'scheduled';

	/** Everybody sees it. */
	case Published = 'published';

	/** All its dates were called off. */
	case Cancelled = 'cancelled';

	/** All its dates that were not called off have ended. */
	case Over = 'over';
}
