<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Application\ForgetPeople;
use Lernwelt\Booking\Content\LostAccountsRule;
use Lernwelt\Booking\Content\PastBookingsRule;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\PersonalBookings;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Persistence\PersonalBookingTable;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\JournalTable;
use Lernwelt\Core\Retention\Journal;

/** What a test of forgetting needs. */
abstract class RetentionTestCase extends BookingTestCase {

	/** An account that never existed. */
	protected const GONE = 987_654;

	protected Journal $journal;

	protected function setUp(): void {
		parent::setUp();
		$this->journal = ( new Journal( new JournalTable( $GLOBALS['wpdb'] ), Core::services()->transaction, $this->clock, '' ) )->new_run();
	}

	protected static function personal(): PersonalBookings {
		return new PersonalBookingTable( $GLOBALS['wpdb'] );
	}

	protected function forget( ?PersonalBookings $personal = null ): ForgetPeople {
		return $this->parts->forget_people( $personal ?? self::personal() );
	}

	protected function past_rule( ?PersonalBookings $personal = null ): PastBookingsRule {
		$personal ??= self::personal();
		return new PastBookingsRule( $personal, $this->forget( $personal ), $this->parts->services->transaction );
	}

	protected function lost_rule(): LostAccountsRule {
		return new LostAccountsRule( self::personal(), $this->forget(), $this->parts->services->transaction );
	}

	/**
	 * A date, its end in UTC; it took an hour.
	 *
	 * @param string $ends     UTC.
	 * @param int    $capacity Seats.
	 */
	protected function date_until( string $ends, int $capacity = 20 ): EventDate {
		$end = new \DateTimeImmutable( $ends, new DateTimeZone( 'UTC' ) );
		return $this->date(
			[
				'period'    => new Period( $end->modify( '-1 hour' ), $end, new DateTimeZone( 'Europe/Berlin' ) ),
				'capacity'  => $capacity,
				'audience'  => new Audience(),
				'questions' => new Questions( [ new Question( 'q1', 'Womit kommen Sie?', 'one', [ 'Bahn', 'Auto' ] ) ] ),
			]
		);
	}

	/**
	 * Registers somebody with everything that a booking can know.
	 *
	 * @param EventDate $date      Date.
	 * @param string    $name      Name.
	 * @param int       $user_id   Account.
	 * @param int       $booked_by Account that books.
	 */
	protected function registered( EventDate $date, string $name = 'Anja Lehmann', int $user_id = 0, int $booked_by = 0 ): Booking {
		$person = self::person( $name );
		$person = 0 === $user_id ? $person : new Person( "u$user_id", $user_id, $name, $person->email, $person->roles, $person->school );
		return $this->parts->book_seat()->book( $date->id, $person, [ 'q1' => 'Bahn' ], $booked_by, true, 'Kommt etwas später' )->booking;
	}

	/**
	 * The row of a booking.
	 *
	 * @return array<string, string|null>
	 */
	protected static function row( int $id ): array {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->prefix}lw_bookings WHERE id = %d", $id ), ARRAY_A );
		self::assertIsArray( $row );
		return $row;
	}

	/** @return list<string> Lines of the journal as `action object`. */
	protected function lines(): array {
		$lines = [];
		foreach ( $this->journal->since( new \DateTimeImmutable( '2000-01-01' ) ) as $line ) {
			$lines[] = "{$line->source} {$line->action->value} {$line->object}";
		}
		return $lines;
	}
}
