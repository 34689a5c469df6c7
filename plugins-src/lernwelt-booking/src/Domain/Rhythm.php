<?php
/**
 * How often a series repeats.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Rhythms of a series. */
enum Rhythm: string {

	/** Every week on the same weekdays. */
	case Weekly = 'weekly';

	/** Every other week on the same weekdays. */
	case Fortnightly = 'fortnightly';

	/** Every month on the same weekday of the same week: the second Tuesday; "the fifth" is the last one. */
	case Monthly = 'monthly';

	/** Weeks between two rounds, 0 where months count. */
	public function weeks(): int {
		return match ( $this ) {
			self::Weekly      => 1,
			self::Fortnightly => 2,
			self::Monthly     => 0,
		};
	}
}
