<?php
/**
 * Makes the view of an event's dates.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Lernwelt\Booking\Content\AudienceWords;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\BookingLinks;
use Lernwelt\Booking\Content\EventType;
use Lernwelt\Booking\Content\OtherDates;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Content\SeatState;
use Lernwelt\Booking\Content\When;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Rest\Controller;
use Lernwelt\Core\Viewer;

/** Looks at each date with the reader's eyes: seats of this moment, own bookings, whether and why not they may book. */
final class EventDates {

	private Viewer $viewer;

	private Person $person;

	/** @var array<int, Booking> Date → own booking that holds a seat. */
	private array $own = [];

	/** @var ?list<Person> Whom the reader can book for; null for not looked up yet. */
	private ?array $colleagues = null;

	/**
	 * @param Parts        $parts    Shared objects.
	 * @param int          $event_id Event.
	 * @param Attempt      $attempt  What was sent.
	 */
	public function __construct( private readonly Parts $parts, private readonly int $event_id, private readonly Attempt $attempt ) {
		$this->viewer = Viewer::current();
		$this->person = $parts->people()->of( $this->viewer->user_id );
		foreach ( 0 === $this->viewer->user_id ? [] : $parts->own_bookings()->all( $this->viewer->user_id ) as $booking ) {
			if ( BookingState::Booked === $booking->state && $booking->person->user_id === $this->viewer->user_id ) {
				$this->own[ $booking->date_id ] = $booking;
			}
		}
	}

	/**
	 * The view.
	 *
	 * @param string $number Number of a booking that was just made, '' for none.
	 */
	public function view( string $number ): EventDatesView {
		$now    = $this->parts->services->clock->now();
		$all    = $this->parts->dates()->of_event( $this->event_id );
		$past   = array_filter( $all, static fn ( EventDate $date ): bool => $date->is_over( $now ) );
		$coming = array_values( array_diff_key( $all, $past ) );
		$chosen = $this->chosen( $coming );
		$views  = array_map( fn ( EventDate $date ): DateView => $this->date( $date, $chosen ), $coming );
		$booked = $this->just_booked( $number );
		$open   = array_filter( $views, static fn ( DateView $view ): bool => $view->seats->bookable );
		return new EventDatesView(
			$views,
			array_reverse( array_map( static fn ( EventDate $date ): string => When::long( $date->facts->period ), array_values( $past ) ) ),
			$booked,
			// The address of a colleague is none of the booker's business.
			( null === $booked || $booked->person->user_id === $this->viewer->user_id ? $booked?->person->email : $booked->person->name ) ?? '',
			array_values( array_filter( $views, static fn ( DateView $view ): bool => $view->id === ( $booked->date_id ?? 0 ) ) )[0] ?? null,
			[] === $open && null === $booked ? ( new OtherDates( $this->parts->dates(), $this->parts->events(), $this->parts->services->clock ) )->of( $this->event_id ) : [],
			[] === $this->own && null === $booked ? '' : BookingLinks::mine(),
			home_url( '/' . EventType::SLUG . '/' ),
			$this->viewer->is_guest() ? rest_url( Controller::NAMESPACE . '/event-seats' ) : '',
			EventFactsView::of( $this->event_id )
		);
	}

	/**
	 * The date whose form is shown: the one that was sent or asked for, or the only one.
	 *
	 * @param list<EventDate> $coming Dates to come.
	 */
	private function chosen( array $coming ): int {
		$asked = 0 === $this->attempt->date_id ? Attempt::id( CurrentRequest::parameter( BookingPage::DATE ) ) : $this->attempt->date_id;
		return 0 === $asked && 1 === count( $coming ) ? $coming[0]->id : $asked;
	}

	private function date( EventDate $date, int $chosen ): DateView {
		$services = $this->parts->services;
		$seats    = SeatState::of( $date, $services->clock->now() );
		// What a guest sees may come from a cache: it holds what every state needs, and a script shows what is true.
		$live     = $this->viewer->is_guest() && in_array( $seats->state, DateView::LIVE, true );
		SeatState::shown( $date, $services->clock->now() );
		$booking  = $this->own[ $date->id ] ?? null;
		$notice   = $seats->bookable && null === $booking ? $this->notice( $date ) : '';
		$form     = $chosen === $date->id && $this->takes_form( $date, $seats->bookable ) && ( null === $booking || $this->books_for_others( $date ) ) ? $this->form( $date ) : null;
		$path     = (string) wp_parse_url( (string) get_permalink( $this->event_id ), PHP_URL_PATH ) . '?' . BookingPage::DATE . "=$date->id";
		$offers   = $seats->bookable && '' === $notice && null === $form;
		return new DateView(
			$date,
			$seats,
			( new AudienceWords( $services->schools ) )->of( $date->facts->audience ),
			$booking,
			$notice,
			$offers && ! $this->viewer->is_guest() && ( null === $booking || $this->books_for_others( $date ) ) ? home_url( $path ) . '#' . BookingPage::STATUS_ID : '',
			( $offers && $this->viewer->is_guest() ) || $live ? self::login_url( $path ) : '',
			$form,
			null === $booking ? ( 'date_cancelled' === $seats->state ? '' : home_url( "/termin/$date->id/kalender.ics" ) ) : $this->parts->links()->calendar( $booking ),
			$live
		);
	}

	/** A form that was sent comes back with what was typed, also when it can't be sent again as it is. */
	private function takes_form( EventDate $date, bool $bookable ): bool {
		$sent = $this->attempt->date_id === $date->id && $this->attempt->failed();
		return $sent || ( $bookable && $this->viewer->can( BookingCapabilities::BOOK ) && '' === $this->notice( $date ) );
	}

	private function books_for_others( EventDate $date ): bool {
		return [] !== $this->colleagues( $date );
	}

	/**
	 * Whom this reader can book this date for.
	 *
	 * @return list<Person>
	 */
	private function colleagues( EventDate $date ): array {
		$this->colleagues ??= $this->viewer->can( BookingCapabilities::BOOK_FOR_COLLEAGUES ) ? $this->parts->people()->colleagues( $this->viewer->user_id ) : [];
		return array_values( array_filter( $this->colleagues, static fn ( Person $person ): bool => null === $date->facts->audience->refusal( $person ) ) );
	}

	/** Why this reader can't book what others can. */
	private function notice( EventDate $date ): string {
		if ( $this->viewer->is_guest() ) {
			return '';
		}
		if ( ! $this->viewer->can( BookingCapabilities::BOOK ) ) {
			return __( 'Your role cannot book events on this portal.', 'lernwelt-booking' );
		}
		if ( '' === $this->person->name || '' === $this->person->email ) {
			return RefusalWords::of( Refusal::NoContact );
		}
		$refusal = $date->facts->audience->refusal( $this->person );
		return null === $refusal || [] !== $this->colleagues( $date ) ? '' : RefusalWords::of( $refusal );
	}

	private function form( EventDate $date ): BookingFormView {
		$url        = (string) get_permalink( $this->event_id );
		$path       = (string) wp_parse_url( $url, PHP_URL_PATH ) . '?' . BookingPage::DATE . "=$date->id";
		return new BookingFormView( $date, $this->person, $this->colleagues( $date ), $this->attempt, $url . '#' . BookingPage::STATUS_ID, $this->viewer->is_guest() ? self::login_url( $path ) : '', isset( $this->own[ $date->id ] ) );
	}

	private function just_booked( string $number ): ?Booking {
		return '' === $number || 0 === $this->viewer->user_id ? null : $this->parts->own_bookings()->find( $this->viewer->user_id, $number );
	}

	private static function login_url( string $path ): string {
		return home_url( '/anmelden/?weiter=' . rawurlencode( $path ) );
	}
}
