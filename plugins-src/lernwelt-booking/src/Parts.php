<?php
/**
 * Shared objects.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Application\Announcements;
use Lernwelt\Booking\Application\BookSeat;
use Lernwelt\Booking\Application\CancelBooking;
use Lernwelt\Booking\Application\ForgetPeople;
use Lernwelt\Booking\Application\ManageDates;
use Lernwelt\Booking\Content\BookingLinks;
use Lernwelt\Booking\Content\OwnBookings;
use Lernwelt\Booking\Content\People;
use Lernwelt\Booking\Content\PostEvents;
use Lernwelt\Booking\Content\QueuedAnnouncements;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Booking\Persistence\BookingTable;
use Lernwelt\Booking\Persistence\DateTable;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Core\Services;

/** Builds what the areas of this plugin share; each area builds the rest itself. */
final readonly class Parts {

	/** Action after a date became full or got a seat back, was made, changed, called off or deleted: its id. */
	public const DATE_CHANGED = 'lernwelt_event_date_changed';

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( public Services $services ) {}

	/** Dates. */
	public function dates(): EventDates {
		global $wpdb;
		return new DateTable( $wpdb );
	}

	/** Bookings. */
	public function bookings(): Bookings {
		global $wpdb;
		return new BookingTable( $wpdb );
	}

	/** Events. */
	public function events(): Events {
		return new PostEvents();
	}

	/** Messages to people who booked. */
	public function announcements(): Announcements {
		return new QueuedAnnouncements( $this->services->mailer, $this->services->clock, $this->links() );
	}

	/** Links of bookings. */
	public function links(): BookingLinks {
		return new BookingLinks( $this->services->pseudonyms );
	}

	/** The use case of booking. */
	public function book_seat(): BookSeat {
		return new BookSeat( $this->dates(), $this->bookings(), $this->events(), $this->announcements(), $this->services->transaction, $this->services->clock, $this->services->audit, $this->seat_taken( ... ) );
	}

	/** People who book. */
	public function people(): People {
		return new People( $this->services->schools );
	}

	/** What somebody who is logged in does. */
	public function own_bookings(): OwnBookings {
		return new OwnBookings( $this->book_seat(), $this->bookings(), $this->people(), $this->services->rate_limiter );
	}

	/** The use case of cancelling. */
	public function cancel_booking(): CancelBooking {
		return new CancelBooking( $this->dates(), $this->bookings(), $this->events(), $this->announcements(), $this->services->transaction, $this->services->clock, $this->services->audit, self::date_changed( ... ) );
	}

	/** What editors do with dates. */
	public function manage_dates(): ManageDates {
		return new ManageDates( $this->dates(), $this->bookings(), $this->events(), $this->announcements(), $this->services->transaction, $this->services->clock, $this->services->audit, self::date_changed( ... ) );
	}

	/**
	 * Forgetting people.
	 *
	 * @param PersonalBookings $personal Bookings as personal data.
	 */
	public function forget_people( PersonalBookings $personal ): ForgetPeople {
		return new ForgetPeople( $personal, $this->bookings(), $this->dates(), $this->services->mail_log, $this->services->transaction, $this->services->clock, self::date_changed( ... ) );
	}

	/** Only the last seat changes how a date is found: the one who took it, and everybody who comes after, sees it full. */
	private function seat_taken( EventDate $date ): void {
		if ( 0 === $this->dates()->find( $date->id )?->free() ) {
			self::date_changed( $date );
		}
	}

	private static function date_changed( EventDate $date ): void {
		/**
		 * A date became full or got a seat back, was made, changed, called off or deleted.
		 *
		 * @param int $id Date.
		 */
		do_action( self::DATE_CHANGED, $date->id );
		PageChanges::changed( PageParts::post( $date->event_id ) );
	}
}
