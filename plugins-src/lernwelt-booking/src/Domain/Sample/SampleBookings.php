<?php
/**
 * Invented dates and bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain\Sample;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Domain\SchoolFacts;
use Random\Engine\Mt19937;
use Random\Randomizer;

/** Makes them for measurements and for trying out; the same seed gives the same ones. Nobody of that name exists. */
final class SampleBookings {

	private const FIRST = [ 'Anja', 'Bernd', 'Carla', 'Dirk', 'Elif', 'Frank', 'Gesine', 'Holger', 'Ines', 'Jörg', 'Katrin', 'Lars', 'Mandy', 'Nico', 'Olga', 'Peter' ];

	private const LAST = [ 'Althaus', 'Böhme', 'Claußen', 'Demir', 'Ebert', 'Fiedler', 'Görlitz', 'Hübner', 'Illner', 'Jahn', 'Krüger', 'Lindau', 'Möbius', 'Naumann', 'Özgür', 'Pietsch' ];

	private const TYPES = [ 'grundschule', 'sekundarschule', 'gemeinschaftsschule', 'gesamtschule', 'gymnasium', 'foerderschule', 'berufsbildende' ];

	/** Seats of a date with fewer bookings. */
	private const SEATS = 30;

	private readonly Randomizer $random;

	private readonly DateTimeZone $zone;

	/**
	 * @param list<string> $districts Slugs of districts.
	 * @param int          $seed      Start of the random numbers.
	 */
	public function __construct( private readonly array $districts, int $seed ) {
		$this->random = new Randomizer( new Mt19937( $seed ) );
		$this->zone   = new DateTimeZone( 'Europe/Berlin' );
	}

	/**
	 * One date: half of all lie behind, half ahead, within a year.
	 *
	 * @param int               $index    Which of them, from 0.
	 * @param int               $count    How many there are.
	 * @param int               $bookings Bookings it gets.
	 * @param DateTimeImmutable $now      Now.
	 */
	public function date( int $index, int $count, int $bookings, DateTimeImmutable $now ): DateFacts {
		$day    = $now->setTimezone( $this->zone )->modify( sprintf( '%+d days', (int) round( ( $index + 0.5 - $count / 2 ) * 730 / $count ) ) )->format( 'Y-m-d' );
		$hour   = $this->random->getInt( 8, 16 );
		$period = Period::typed( sprintf( '%s %02d:00', $day, $hour ), sprintf( '%s %02d:30', $day, $hour + 1 ), $this->zone );
		return new DateFacts( $period, 'Raum ' . $this->random->getInt( 1, 40 ) . ', Riebeckplatz 9, Halle', '', max( self::SEATS, $bookings ), 0, null, $period->start->modify( '-1 day' ), $period->start->modify( '-2 days' ), new Audience(), new Questions() );
	}

	/** Whether a date was called off: one in forty. */
	public function date_state(): DateState {
		return 1 === $this->random->getInt( 1, 40 ) ? DateState::Cancelled : DateState::Planned;
	}

	/** Somebody's name. */
	public function name(): string {
		return self::FIRST[ $this->random->getInt( 0, 15 ) ] . ' ' . self::LAST[ $this->random->getInt( 0, 15 ) ];
	}

	/** Their school; one in ten isn't in the register. */
	public function school(): SchoolFacts {
		if ( 1 === $this->random->getInt( 1, 10 ) ) {
			return new SchoolFacts( (string) $this->random->getInt( 8_000_000, 8_999_999 ), 'Schule ohne Eintrag' );
		}
		$number = $this->random->getInt( 1, 800 );
		$type   = self::TYPES[ $number % 7 ];
		return new SchoolFacts( sprintf( '79%05d', $number ), ucfirst( $type ) . " Nr. $number", $type, $this->districts[ $number % count( $this->districts ) ], 0 === $number % 4 );
	}

	/**
	 * What became of a booking: one in ten was cancelled.
	 *
	 * @param DateState $date State of its date; who had booked a date that was called off has no seat.
	 */
	public function state( DateState $date ): BookingState {
		return DateState::Cancelled === $date || 1 === $this->random->getInt( 1, 10 ) ? BookingState::Cancelled : BookingState::Booked;
	}

	/** Whether somebody came; null for not marked. */
	public function attended(): ?bool {
		return match ( true ) {
			$this->random->getInt( 1, 10 ) <= 8 => true,
			$this->random->getInt( 1, 2 ) === 1 => false,
			default => null,
		};
	}
}
