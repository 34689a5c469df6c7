<?php
/**
 * Numbers, and what is forgotten.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Application\ForgetPeople;
use Lernwelt\Booking\Content\BookingPersonalData;
use Lernwelt\Booking\Content\LostAccountsRule;
use Lernwelt\Booking\Content\PastBookingsRule;
use Lernwelt\Booking\Persistence\PersonalBookingTable;

/** Statistics, commands, retention, requests of people about their data. */
final readonly class ReportHooks {

	/**
	 * @param Parts $parts Shared objects of this plugin.
	 */
	public function __construct( private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		global $wpdb;
		$services = $this->parts->services;
		$personal = new PersonalBookingTable( $wpdb );
		$forget   = new ForgetPeople( $personal, $this->parts->bookings(), $this->parts->dates(), $services->mail_log, $services->clock );
		$services->retention->register( new PastBookingsRule( $personal, $forget, $services->transaction ) );
		$services->retention->register( new LostAccountsRule( $personal, $forget, $services->transaction ) );
		$services->personal_data->register( new BookingPersonalData( $personal, $this->parts->dates(), $this->parts->events(), $forget ) );
	}
}
