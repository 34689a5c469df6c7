<?php
/**
 * The dates of an event.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Lernwelt\Booking\Domain\Booking;

/** Prepared for blocks/event-dates/render.php. */
final readonly class EventDatesView {

	/**
	 * @param list<DateView>                                         $dates   Dates to come, the earliest first.
	 * @param list<string>                                           $past    Past dates in words, the latest first.
	 * @param ?Booking                                               $booked  Booking that was just made.
	 * @param string                                                 $mail_to Where its confirmation goes: the reader's own address, or the name of a colleague; '' for nowhere.
	 * @param ?DateView                                              $booked_date Its date.
	 * @param list<array{title: string, when: string, url: string}>  $others  Other events, when nothing here can be booked.
	 * @param string                                                 $mine    Page with one's own bookings, '' for who has none.
	 * @param string                                                 $all     Page with all events.
	 * @param string                                                 $seats_url Where a script asks for the seats of this moment, as the page may come from a cache; '' when it can't.
	 * @param EventFactsView                                         $facts   What the event is in short.
	 */
	public function __construct( public array $dates, public array $past, public ?Booking $booked, public string $mail_to, public ?DateView $booked_date, public array $others, public string $mine, public string $all, public string $seats_url, public EventFactsView $facts ) {}
}
