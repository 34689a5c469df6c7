<?php
/**
 * A booking on a page.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

use DateTimeImmutable;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Content\When;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Refusal;

/** Ready to print. */
final readonly class BookingView {

	public string $number;

	public string $title;

	/** Page of the event, '' when it isn't published any more. */
	public string $url;

	public string $when;

	public string $place;

	/** Address of the video conference, '' for none or a cancelled booking. */
	public string $link;

	/** Name of whoever comes. */
	public string $name;

	/** `booked`, `cancelled`, `called_off`, `over`. */
	public string $state;

	/** Until when it can be cancelled, '' when it can't. */
	public string $cancel_until;

	/** Why it can't be cancelled, '' when it can or when that is plain. */
	public string $notice;

	/** @var array<string, string> Question → answers. */
	public array $answers;

	/** Whether it lies before us. */
	public bool $coming;

	/** Whom to ask, '' for nobody. */
	public string $contact;

	/**
	 * @param Booking           $booking      Booking.
	 * @param EventDate         $date         Its date.
	 * @param Event             $event        Its event.
	 * @param DateTimeImmutable $now          Now.
	 * @param string            $calendar_url File for calendars, '' for none.
	 * @param bool              $own          Whether the reader is the one who comes.
	 */
	public function __construct( Booking $booking, EventDate $date, Event $event, DateTimeImmutable $now, public string $calendar_url, public bool $own ) {
		$held               = BookingState::Booked === $booking->state;
		$over               = $date->is_over( $now );
		$refusal            = BookingPolicy::cancel_refusal( $date, $booking, $now );
		$this->number       = $booking->number;
		$this->title        = $event->title;
		$this->url          = $event->published ? $event->url : '';
		$this->when         = When::long( $date->facts->period );
		$this->place        = $date->facts->place;
		$this->link         = $held ? $date->facts->link : '';
		$this->name         = $booking->person->name;
		$this->coming       = ! $over;
		$this->state        = match ( true ) {
			DateState::Cancelled === $date->state => 'called_off',
			! $held => 'cancelled',
			default => $over ? 'over' : 'booked',
		};
		$this->cancel_until = null === $refusal ? When::moment( $date->facts->cancel_until, $date->facts->period ) : '';
		$this->notice       = Refusal::TooLateToCancel === $refusal && ! $over ? RefusalWords::of( $refusal ) : '';
		$this->contact      = $event->contact_email;
		$answers            = [];
		foreach ( $date->facts->questions->all as $question ) {
			$answers[ $question->label ] = implode( ', ', (array) ( $booking->answers[ $question->id ] ?? [] ) );
		}
		$this->answers = array_filter( $answers, static fn ( string $answer ): bool => '' !== $answer );
	}

	/** The state in words. */
	public function state_words(): string {
		return match ( $this->state ) {
			'called_off' => __( 'The date was called off', 'lernwelt-booking' ),
			'cancelled' => __( 'Booking cancelled', 'lernwelt-booking' ),
			'over' => __( 'Date is over', 'lernwelt-booking' ),
			default => __( 'Seat reserved', 'lernwelt-booking' ),
		};
	}

	/** Facts below the title, printed, every value escaped. */
	public function html(): string {
		return \Lernwelt\Core\Blocks\Template::print( dirname( __DIR__, 2 ) . '/templates/booking-facts.php', $this );
	}
}
