<?php
/**
 * Dates and participants as answers.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Rest;

use Lernwelt\Booking\Content\OrganiserWords;
use Lernwelt\Booking\Content\When;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Data\Moment;

/** What organisers see; see schemas/participants.json. */
final readonly class ParticipantAnswer {

	/**
	 * @param Events $events Events.
	 * @param Clock  $clock  Time.
	 */
	public function __construct( private Events $events, private Clock $clock ) {}

	/**
	 * A date.
	 *
	 * @param EventDate $date Date.
	 * @return array<string, mixed>
	 */
	public function date( EventDate $date ): array {
		$event = $this->events->find( $date->event_id );
		return [
			'id'       => $date->id,
			'event'    => [
				'id'    => $date->event_id,
				'title' => $event->title ?? '',
				'url'   => $event->url ?? '',
			],
			'when'     => When::short( $date->facts->period ),
			'start'    => Moment::text( $date->facts->period->start ),
			'place'    => $date->facts->place,
			'state'    => $date->state->value,
			'over'     => $date->is_over( $this->clock->now() ),
			'booked'   => $date->booked,
			'capacity' => $date->facts->capacity,
			'minimum'  => $date->facts->minimum,
		];
	}

	/**
	 * Dates of a list.
	 *
	 * @param list<EventDate> $dates Dates.
	 * @return list<array<string, mixed>>
	 */
	public function dates( array $dates ): array {
		$this->events->read_ahead( array_map( static fn ( EventDate $date ): int => $date->event_id, $dates ) );
		return array_map( $this->date( ... ), $dates );
	}

	/**
	 * Questions of a date.
	 *
	 * @param EventDate $date Date.
	 * @return list<array{id: string, label: string}>
	 */
	public function questions( EventDate $date ): array {
		return array_map(
			static fn ( Question $question ): array => [
				'id'    => $question->id,
				'label' => $question->label,
			],
			$date->facts->questions->all
		);
	}

	/**
	 * A participant.
	 *
	 * @param Booking $booking Booking.
	 * @return array<string, mixed>
	 */
	public function person( Booking $booking ): array {
		return [
			'number'        => $booking->number,
			'state'         => $booking->state->value,
			'state_words'   => OrganiserWords::state( $booking ),
			'name'          => $booking->person->name,
			'email'         => $booking->person->email,
			'school'        => $booking->person->school->name,
			'school_number' => $booking->person->school->number,
			'role'          => OrganiserWords::role( $booking ),
			'answers'       => (object) array_map( static fn ( string|array $answer ): string => implode( ', ', (array) $answer ), $booking->answers ),
			'note'          => $booking->note,
			'attended'      => $booking->attended,
			'booked_at'     => Moment::text( $booking->booked_at ),
			'held'          => BookingState::Booked === $booking->state,
			'anonymised'    => null !== $booking->anonymised_at,
		];
	}
}
