<?php
/**
 * A date on the page of its event.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Lernwelt\Booking\Content\SeatState;
use Lernwelt\Booking\Content\When;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Core\Blocks\Template;

/** Ready to print. */
final readonly class DateView {

	/** States between which a date changes without its page being made anew. */
	public const LIVE = [ 'open', 'full', 'not_open_yet' ];

	public int $id;

	public string $when;

	public string $place;

	/** Whether it can be joined online. */
	public bool $online;

	/** Until when it can be booked, '' when it can't. */
	public string $book_until;

	/** Until when people cancel themselves, '' when it can't be booked. */
	public string $cancel_until;

	/**
	 * @param EventDate        $date         Date.
	 * @param SeatState        $seats        What it is like for everybody.
	 * @param list<string>     $audience     Who may book.
	 * @param ?Booking         $booking      The reader's own booking.
	 * @param string           $notice       Why this reader can't book, '' for no reason.
	 * @param string           $book_url     Where booking goes on, '' when it can't or the form is here.
	 * @param string           $login_url    Where guests log in to book, '' for others.
	 * @param ?BookingFormView $form         Form, when it is this date's turn.
	 * @param string           $calendar_url File for calendars, the reader's own when they booked; '' for none.
	 * @param bool             $live         Whether a script says which state it is in now.
	 */
	public function __construct(
		EventDate $date,
		public SeatState $seats,
		public array $audience,
		public ?Booking $booking,
		public string $notice,
		public string $book_url,
		public string $login_url,
		public ?BookingFormView $form,
		public string $calendar_url,
		public bool $live = false,
	) {
		$period             = $date->facts->period;
		$this->id           = $date->id;
		$this->when         = When::long( $period );
		$this->place        = $date->facts->place;
		$this->online       = '' !== $date->facts->link;
		$this->book_until   = $seats->bookable || $live ? When::moment( $date->facts->closes_at, $period ) : '';
		$this->cancel_until = $seats->bookable || $live || null !== $booking ? When::moment( $date->facts->cancel_until, $period ) : '';
	}

	/**
	 * Whether something that belongs to one state is printed.
	 *
	 * @param string $state State.
	 */
	public function prints( string $state ): bool {
		return $this->live || $this->seats->state === $state;
	}

	/**
	 * Attributes of what belongs to one state; hidden in the others.
	 *
	 * @param string $state State.
	 */
	public function only( string $state ): string {
		return $this->live ? ' data-lw-only="' . esc_attr( $state ) . '"' . ( $this->seats->state === $state ? '' : ' hidden' ) : '';
	}

	/** Printed, every value escaped. */
	public function html(): string {
		return Template::print( dirname( __DIR__, 2 ) . '/templates/event-date.php', $this );
	}
}
