<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Figures;

/** Counts that a test hands in; remembers which time was asked for. */
final class FakeFigures implements Figures {

	/** @var list<array{string, string}> First instant and first instant after it, UTC. */
	public array $asked = [];

	/** @var list<array{id: int, event_id: int, starts_at: DateTimeImmutable, zone: string, state: DateState, capacity: int}> */
	private array $dates = [];

	/** @var list<array{date_id: int, state: BookingState, attended: bool, count: int}> */
	private array $by_date = [];

	/** @var list<array{district: string, type: string, startchancen: ?bool, state: BookingState, attended: bool, count: int}> */
	private array $by_school = [];

	/**
	 * Adds a date with 20 seats.
	 *
	 * @param int       $id       Date.
	 * @param int       $event_id Event.
	 * @param string    $start    UTC.
	 * @param DateState $state    Its state.
	 * @param string    $zone     Zone.
	 */
	public function date( int $id, int $event_id, string $start, DateState $state = DateState::Planned, string $zone = 'Europe/Berlin' ): self {
		$this->dates[] = [
			'id'        => $id,
			'event_id'  => $event_id,
			'starts_at' => Facts::instant( $start ),
			'zone'      => $zone,
			'state'     => $state,
			'capacity'  => 20,
		];
		return $this;
	}

	/**
	 * Adds bookings of a date.
	 *
	 * @param int                           $date_id Date.
	 * @param int                           $count   How many.
	 * @param array{string, string, ?bool} $school  District, type, Startchancen.
	 * @param bool                          $came    Whether they came.
	 * @param BookingState                  $state   Their state.
	 */
	public function bookings( int $date_id, int $count, array $school = [ '', '', null ], bool $came = false, BookingState $state = BookingState::Booked ): self {
		$facts             = [
			'state'    => $state,
			'attended' => $came,
			'count'    => $count,
		];
		$this->by_date[]   = [ 'date_id' => $date_id ] + $facts;
		$this->by_school[] = [
			'district'     => $school[0],
			'type'         => $school[1],
			'startchancen' => $school[2],
		] + $facts;
		return $this;
	}

	public function dates( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		$utc           = new DateTimeZone( 'UTC' );
		$this->asked[] = [ $from->setTimezone( $utc )->format( 'Y-m-d H:i' ), $until->setTimezone( $utc )->format( 'Y-m-d H:i' ) ];
		return $this->dates;
	}

	public function bookings_by_date( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		return $this->by_date;
	}

	public function bookings_by_school( DateTimeImmutable $from, DateTimeImmutable $until ): array {
		return $this->by_school;
	}
}
