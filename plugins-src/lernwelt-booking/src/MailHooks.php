<?php
/**
 * What people get by mail.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Application\Reminders;
use Lernwelt\Core\Sweep;

/** Reminders; the other mails come with what they are about. */
final readonly class MailHooks {

	/**
	 * @param Parts $parts Shared objects of this plugin.
	 */
	public function __construct( private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		// After core's own work of this minute: mails that wait go out first.
		add_action( Sweep::HOOK, fn () => $this->reminders()->run(), 20 );
	}

	private function reminders(): Reminders {
		$parts = $this->parts;
		return new Reminders( $parts->dates(), $parts->bookings(), $parts->events(), $parts->announcements(), $parts->services->transaction, $parts->services->clock );
	}
}
