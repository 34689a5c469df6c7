<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Booking\Domain\SchoolFacts;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Core;
use Lernwelt\Core\Services;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\PortalPlugins;
use Lernwelt\Tests\RestRequests;

/** A test on the portal that has events; its clock stands at 2 November 2026, 9:00 in Magdeburg. */
abstract class BookingTestCase extends IntegrationTestCase {
	use RestRequests;

	protected FrozenClock $clock;

	protected Parts $parts;

	protected function setUp(): void {
		parent::setUp();
		PortalPlugins::load( 'lernwelt-booking' );
		$this->go_to_portal( 'startchancen' );
		$this->clock = new FrozenClock( '2026-11-02 08:00:00' );
		$this->parts = new Parts( new Services( ...[ ...get_object_vars( Core::services() ), 'clock' => $this->clock ] ) );
	}

	/**
	 * Makes a published event.
	 *
	 * @param array<string, mixed> $post Fields of the post that differ.
	 * @return int Its id.
	 */
	protected function event( array $post = [] ): int {
		$id = wp_insert_post(
			wp_slash(
				$post + [
					'post_type'    => Event::TYPE,
					'post_status'  => 'publish',
					'post_title'   => 'Lesen „mit allen Sinnen“',
					'post_content' => '<!-- wp:lernwelt/event-dates /-->',
				]
			),
			true
		);
		self::assertIsInt( $id );
		return $id;
	}

	/**
	 * What somebody says about a date: 3 December 2026, 14:00 to 16:00, 20 seats, bookings until the day before.
	 *
	 * @param array<string, mixed> $facts Arguments of DateFacts that differ; instants as text in UTC.
	 */
	protected static function facts( array $facts = [] ): DateFacts {
		$period  = $facts['period'] ?? Period::typed( '2026-12-03 14:00', '2026-12-03 16:00', new DateTimeZone( 'Europe/Berlin' ) );
		$instant = static fn ( ?string $text ): ?DateTimeImmutable => null === $text ? null : new DateTimeImmutable( $text, new DateTimeZone( 'UTC' ) );
		return new DateFacts(
			$period,
			$facts['place'] ?? 'LISA, Riebeckplatz 9, Halle',
			$facts['link'] ?? '',
			$facts['capacity'] ?? 20,
			$facts['minimum'] ?? 0,
			$instant( $facts['opens_at'] ?? null ),
			$instant( $facts['closes_at'] ?? null ) ?? $period->start->modify( '-1 day' ),
			$instant( $facts['cancel_until'] ?? null ) ?? $period->start->modify( '-2 days' ),
			$facts['audience'] ?? new Audience(),
			$facts['questions'] ?? new Questions()
		);
	}

	/**
	 * Adds a date of a new event.
	 *
	 * @param array<string, mixed> $facts As for facts().
	 * @param ?int                 $event Event; a new one by default.
	 */
	protected function date( array $facts = [], ?int $event = null ): EventDate {
		$id = $this->parts->dates()->add( $event ?? $this->event(), self::facts( $facts ), '', $this->clock->now() );
		return $this->fresh_date( $id );
	}

	/** A date as it is stored now. */
	protected function fresh_date( int $id ): EventDate {
		return $this->parts->dates()->find( $id ) ?? self::fail( "There is no date $id." );
	}

	/**
	 * Somebody who books, without an account.
	 *
	 * @param string               $name   Name; another name is another person.
	 * @param array<string, mixed> $school Arguments of SchoolFacts.
	 * @param list<string>         $roles  Roles.
	 */
	protected static function person( string $name = 'Anja Lehmann', array $school = [], array $roles = [ 'lernwelt_teacher' ] ): Person {
		$key = substr( hash( 'sha256', $name ), 0, 20 );
		return new Person( "e$key", 0, $name, "$key@schule.example.org", $roles, new SchoolFacts( ...$school + [ 'number' => '0471188', 'name' => 'Sekundarschule Auendorf', 'type' => 'sekundarschule', 'district' => 'saalekreis', 'startchancen' => true ] ) );
	}

	/**
	 * Books, and says how that ended.
	 *
	 * @param int                  $date_id Date.
	 * @param Person               $person  Who.
	 * @param array<string, mixed> $answers Answers.
	 * @return Booking|Refusal The booking or the reason.
	 */
	protected function try_to_book( int $date_id, Person $person, array $answers = [] ): Booking|Refusal {
		try {
			return $this->parts->book_seat()->book( $date_id, $person, $answers )->booking;
		} catch ( BookingRefused $refused ) {
			return $refused->reason;
		}
	}

	/** Books, which has to work. */
	protected function booked( int $date_id, ?Person $person = null ): Booking {
		$booking = $this->try_to_book( $date_id, $person ?? self::person() );
		self::assertInstanceOf( Booking::class, $booking );
		return $booking;
	}

	/** Asserts that a date's counter equals the rows that hold a seat. */
	protected function assert_counted( int $date_id, int $booked ): void {
		self::assertSame( [ $booked, $booked ], [ $this->fresh_date( $date_id )->booked, count( $this->parts->bookings()->of_date( $date_id ) ) ], 'counter and rows' );
	}
}
