<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use DateTimeImmutable;
use Lernwelt\Booking\Content\HandPeople;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingNumber;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Data\German;
use WP_User;

/** Books seats for invented people and demo accounts, and marks who came. */
final class Seats {

	/** Where in the list of people the next date begins, so that not the same come everywhere. */
	private int $next = 0;

	private readonly HandPeople $hands;

	/**
	 * @param Parts                                     $parts  Shared objects of lernwelt-booking.
	 * @param list<array{name: string, school: string}> $people Invented people.
	 */
	public function __construct( private readonly Parts $parts, private readonly array $people ) {
		$this->hands = new HandPeople( $parts->services->schools, $parts->services->pseudonyms, $parts->people() );
	}

	/**
	 * Books the seats that a rule asks for.
	 *
	 * @param int               $date  Date.
	 * @param DateFacts         $facts Its facts.
	 * @param array<mixed>      $rule  `booked` (seats), `cancelled` (bookings that were cancelled), `accounts` (logins of demo accounts).
	 * @param DateTimeImmutable $from  When the first one booked.
	 * @param DateTimeImmutable $now   Now.
	 * @throws DemoError When there are fewer people or seats than the rule wants.
	 */
	public function fill( int $date, DateFacts $facts, array $rule, DateTimeImmutable $from, DateTimeImmutable $now ): void {
		$cancelled = is_int( $rule['cancelled'] ?? null ) ? $rule['cancelled'] : 0;
		$version   = $this->parts->dates()->find( $date )->version ?? throw new DemoError( 'A rule in dates.json books seats of a date that is not there.' );
		$people    = [ ...$this->accounts( $rule ), ...$this->invented( $cancelled + ( is_int( $rule['booked'] ?? null ) ? $rule['booked'] : 0 ) ) ];
		foreach ( $people as $place => $person ) {
			$booking = $this->book( $date, $facts, $person, $place, $from );
			if ( $place >= count( $people ) - $cancelled ) {
				$this->parts->bookings()->cancel( $booking->id, CancelledBy::Person, min( $now, $from->modify( '+8 days' ) ) );
				continue;
			}
			if ( ! $this->parts->dates()->take_seat( $date, $version ) ) {
				throw new DemoError( 'A rule in dates.json books more seats than the date has.' );
			}
			if ( $facts->period->end <= $now ) {
				// Most came, some didn't.
				$this->parts->bookings()->mark( $booking->id, 5 !== $place % 7 );
			}
		}
	}

	/**
	 * Calls a date off with everybody who booked.
	 *
	 * @param int               $date Date.
	 * @param DateTimeImmutable $now  Now.
	 */
	public function call_off( int $date, DateTimeImmutable $now ): void {
		$this->parts->dates()->cancel( $date, $now );
		foreach ( $this->parts->bookings()->of_date( $date ) as $booking ) {
			$this->parts->bookings()->cancel( $booking->id, CancelledBy::Date, $now );
			$this->parts->dates()->free_seat( $date );
		}
	}

	private function book( int $date, DateFacts $facts, Person $person, int $place, DateTimeImmutable $from ): Booking {
		$answers = [];
		foreach ( $facts->questions->all as $question ) {
			$choice = $question->choices[ $place % max( 1, count( $question->choices ) ) ] ?? '';
			$answers += '' === $choice ? [] : [ $question->id => 'several' === $question->type ? [ $choice ] : $choice ];
		}
		$booking = $this->parts->bookings()->add( $date, BookingNumber::random(), $person, 0, $facts->questions->answers( $answers ), '', $from->modify( sprintf( '+%d minutes', $place * 97 ) ) );
		return $booking ?? throw new DemoError( "$person->name stands twice in demo/common/people.json." );
	}

	/**
	 * @param array<mixed> $rule Rule.
	 * @return list<Person>
	 */
	private function accounts( array $rule ): array {
		$logins = is_array( $rule['accounts'] ?? null ) ? array_filter( $rule['accounts'], 'is_string' ) : [];
		$users  = array_filter( array_map( static fn ( string $login ): WP_User|false => get_user_by( 'login', $login ), $logins ), static fn ( WP_User|false $user ): bool => $user instanceof WP_User );
		return array_values( array_map( fn ( WP_User $user ): Person => $this->parts->people()->of( $user->ID ), $users ) );
	}

	/**
	 * @param int $count How many.
	 * @return list<Person>
	 */
	private function invented( int $count ): array {
		if ( $count > count( $this->people ) ) {
			throw new DemoError( "A rule in dates.json wants $count people, and demo/common/people.json has fewer." );
		}
		$chosen      = array_slice( [ ...array_slice( $this->people, $this->next ), ...$this->people ], 0, $count );
		$this->next  = [] === $this->people ? 0 : ( $this->next + $count ) % count( $this->people );
		return array_map( fn ( array $one ): Person => $this->hands->of( $one['name'], self::address( $one['name'] ), $one['school'] ), $chosen );
	}

	private static function address( string $name ): string {
		return str_replace( ' ', '.', German::fold( $name ) ) . '@schule.example.org';
	}
}
