<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Closure;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\TransactionFailed;
use PHPUnit\Framework\Attributes\DataProvider;

/** Who gets a seat, who doesn't and why. */
final class BookSeatTest extends BookingTestCase {

	public function test_a_booking_takes_a_seat_and_copies_the_facts_of_the_school(): void {
		$date    = $this->date();
		$outcome = $this->parts->book_seat()->book( $date->id, self::person( 'Jürgen Weiß 🙂' ) );

		self::assertTrue( $outcome->is_new );
		$booking = $this->parts->bookings()->find( $outcome->booking->number );
		self::assertEquals( $outcome->booking, $booking );
		self::assertSame( [ 'Jürgen Weiß 🙂', BookingState::Booked, 'sekundarschule', 'saalekreis', true ], [ $booking?->person->name, $booking?->state, $booking?->person->school->type, $booking?->person->school->district, $booking?->person->school->startchancen ] );
		self::assertSame( '2026-11-02 08:00:00', $booking?->booked_at->format( 'Y-m-d H:i:s' ) );
		$this->assert_counted( $date->id, 1 );
	}

	public function test_the_same_person_gets_the_first_booking_again(): void {
		$date  = $this->date( [ 'capacity' => 1 ] );
		$first = $this->booked( $date->id );
		$again = $this->parts->book_seat()->book( $date->id, self::person() );

		self::assertSame( [ $first->number, false ], [ $again->booking->number, $again->is_new ] );
		$this->assert_counted( $date->id, 1 );
	}

	public function test_whoever_cancelled_can_book_again(): void {
		$date  = $this->date( [ 'capacity' => 1 ] );
		$first = $this->booked( $date->id );
		$this->parts->cancel_booking()->cancel( $first, CancelledBy::Person );
		$second = $this->booked( $date->id );

		self::assertNotSame( $first->number, $second->number );
		self::assertCount( 2, $this->parts->bookings()->of_date( $date->id, true ) );
		$this->assert_counted( $date->id, 1 );
	}

	public function test_a_full_date_is_refused_and_nothing_of_it_is_kept(): void {
		$date = $this->date( [ 'capacity' => 2 ] );
		$this->booked( $date->id, self::person( 'Eins' ) );
		$this->booked( $date->id, self::person( 'Zwei' ) );

		self::assertSame( Refusal::Full, $this->try_to_book( $date->id, self::person( 'Drei' ) ) );
		$this->assert_counted( $date->id, 2 );
		self::assertCount( 2, $this->parts->bookings()->of_date( $date->id, true ) );
	}

	public function test_the_last_word_has_the_database(): void {
		$date = $this->date( [ 'capacity' => 1 ] );
		$this->booked( $date->id, self::person( 'Eins' ) );
		self::assertFalse( $this->parts->dates()->take_seat( $date->id, $date->version ) );
		$this->parts->dates()->free_seat( $date->id );
		self::assertFalse( $this->parts->dates()->take_seat( $date->id, $date->version + 1 ), 'another version' );
		self::assertTrue( $this->parts->dates()->take_seat( $date->id, $date->version ) );
		$this->parts->dates()->cancel( $date->id, $this->clock->now() );
		$this->parts->dates()->free_seat( $date->id );
		self::assertFalse( $this->parts->dates()->take_seat( $date->id, $this->fresh_date( $date->id )->version ), 'called off' );
		$this->parts->dates()->free_seat( $date->id );
		self::assertSame( 0, $this->fresh_date( $date->id )->booked, 'never below nothing' );
	}

	public function test_whoever_books_while_the_date_moves_gets_the_new_place_confirmed(): void {
		global $wpdb;
		$date    = $this->date( [ 'place' => 'Alter Ort' ] );
		$booking = $this->while_booking( $date->id, fn (): bool => $this->parts->dates()->change( $date->id, self::facts( [ 'place' => 'Neuer Ort' ] ), $date->version, true, $this->clock->now() ) );
		self::assertInstanceOf( Booking::class, $booking );
		$mails = implode( '', $wpdb->get_col( "SELECT mail FROM {$wpdb->prefix}lw_mail_queue" ) );
		self::assertStringContainsString( 'Neuer Ort', $mails );
		self::assertStringNotContainsString( 'Alter Ort', $mails );
		$this->assert_counted( $date->id, 1 );
	}

	public function test_whoever_books_while_the_date_gets_another_audience_or_is_called_off_hears_so(): void {
		$date = $this->date();
		self::assertSame( Refusal::WrongRole, $this->while_booking( $date->id, fn (): bool => $this->parts->dates()->change( $date->id, self::facts( [ 'audience' => new Audience( [ 'lernwelt_head_teacher' ] ) ] ), $date->version, false, $this->clock->now() ) ) );
		$off = $this->date();
		self::assertSame( Refusal::DateCancelled, $this->while_booking( $off->id, fn (): bool => $this->parts->dates()->cancel( $off->id, $this->clock->now() ) ) );
		$this->assert_counted( $date->id, 0 );
		$this->assert_counted( $off->id, 0 );
	}

	/**
	 * Books, while something happens after the date was read.
	 *
	 * @param int             $date_id   Date.
	 * @param Closure(): bool $meanwhile What happens.
	 */
	private function while_booking( int $date_id, Closure $meanwhile ): Booking|Refusal {
		$once = function ( string $sql ) use ( &$once, $meanwhile ): string {
			if ( str_contains( $sql, 'person_key = ' ) ) {
				remove_filter( 'query', $once );
				self::assertTrue( $meanwhile() );
			}
			return $sql;
		};
		add_filter( 'query', $once );
		try {
			return $this->try_to_book( $date_id, self::person() );
		} finally {
			remove_filter( 'query', $once );
		}
	}

	/**
	 * @param array<string, mixed> $facts    Facts of the date.
	 * @param string               $now      How far the clock goes on.
	 * @param Refusal              $expected Reason.
	 */
	#[DataProvider( 'closed_dates' )]
	public function test_what_nobody_can_book( array $facts, string $now, Refusal $expected ): void {
		$date = $this->date( $facts );
		$this->clock->advance( $now );
		self::assertSame( $expected, $this->try_to_book( $date->id, self::person() ) );
		$this->assert_counted( $date->id, 0 );
	}

	/** @return array<string, array{array<string, mixed>, string, Refusal}> */
	public static function closed_dates(): array {
		return [
			'not open yet, by a second' => [ [ 'opens_at' => '2026-11-02 08:00:01' ], '+0 seconds', Refusal::NotOpenYet ],
			'closed at that second'     => [ [ 'closes_at' => '2026-11-02 08:00:00' ], '+0 seconds', Refusal::Closed ],
			'begun'                     => [ [ 'closes_at' => '2026-12-03 13:00:00' ], '+31 days 5 hours', Refusal::Begun ],
			'long over'                 => [ [], '+1 year', Refusal::Begun ],
		];
	}

	public function test_it_opens_and_closes_to_the_second(): void {
		$date = $this->date( [ 'opens_at' => '2026-11-02 08:00:00', 'closes_at' => '2026-11-02 08:00:01' ] );
		$this->booked( $date->id, self::person( 'Eins' ) );
		$this->clock->advance( '+1 second' );
		self::assertSame( Refusal::Closed, $this->try_to_book( $date->id, self::person( 'Zwei' ) ) );
	}

	public function test_called_off_and_hidden_ones_cant_be_booked(): void {
		$off = $this->date();
		$this->parts->dates()->cancel( $off->id, $this->clock->now() );
		self::assertSame( Refusal::DateCancelled, $this->try_to_book( $off->id, self::person() ) );
		foreach ( [ [ 'post_status' => 'draft' ], [ 'post_status' => 'trash' ], [ 'post_password' => 'geheim' ], [ 'post_type' => 'page' ] ] as $post ) {
			self::assertSame( Refusal::NotFound, $this->try_to_book( $this->date( [], $this->event( $post ) )->id, self::person() ), (string) wp_json_encode( $post ) );
		}
		self::assertSame( Refusal::NotFound, $this->try_to_book( 999_999_999, self::person() ) );
	}

	/**
	 * @param Audience $audience Who may.
	 * @param Person   $person   Who wants to.
	 * @param ?Refusal $expected Reason; null for who may.
	 */
	#[DataProvider( 'audiences' )]
	public function test_who_may_book( Audience $audience, Person $person, ?Refusal $expected ): void {
		$date    = $this->date( [ 'audience' => $audience ] );
		$outcome = $this->try_to_book( $date->id, $person );
		self::assertSame( $expected, $outcome instanceof Refusal ? $outcome : null );
		$this->assert_counted( $date->id, null === $expected ? 1 : 0 );
	}

	/** @return array<string, array{Audience, Person, ?Refusal}> */
	public static function audiences(): array {
		$nobody = [ 'number' => '', 'name' => '', 'type' => '', 'district' => '', 'startchancen' => null ];
		return [
			'everybody'                 => [ new Audience(), self::person( 'A', $nobody, [] ), null ],
			'another role'              => [ new Audience( [ 'lernwelt_head_teacher' ] ), self::person(), Refusal::WrongRole ],
			'one of several roles'      => [ new Audience( [ 'lernwelt_head_teacher' ] ), self::person( 'A', [], [ 'lernwelt_teacher', 'lernwelt_head_teacher' ] ), null ],
			'another school'            => [ new Audience( [], [ '0471214' ] ), self::person(), Refusal::WrongSchool ],
			'this school'               => [ new Audience( [], [ '0471214', '0471188' ] ), self::person(), null ],
			'no school'                 => [ new Audience( [], [ '0471214' ] ), self::person( 'A', $nobody ), Refusal::WrongSchool ],
			'Startchancen'              => [ new Audience( startchancen_only: true ), self::person(), null ],
			'not Startchancen'          => [ new Audience( startchancen_only: true ), self::person( 'A', [ 'startchancen' => false ] ), Refusal::NotStartchancen ],
			'unknown school'            => [ new Audience( startchancen_only: true ), self::person( 'A', $nobody ), Refusal::NotStartchancen ],
			'without an e-mail address' => [ new Audience(), new Person( 'u1', 1, 'A', '', [], self::person()->school ), Refusal::NoContact ],
			'without a name'            => [ new Audience(), new Person( 'u1', 1, '', 'a@example.org', [], self::person()->school ), Refusal::NoContact ],
		];
	}

	public function test_whoever_may_not_book_isnt_told_that_it_is_full(): void {
		$date = $this->date( [ 'capacity' => 1, 'audience' => new Audience( [ 'lernwelt_teacher' ] ) ] );
		$this->booked( $date->id );
		self::assertSame( Refusal::WrongRole, $this->try_to_book( $date->id, self::person( 'B', [], [ 'editor' ] ) ) );
	}

	public function test_answers_are_checked_and_kept(): void {
		$date = $this->date( [ 'questions' => self::questions() ] );
		foreach (
			[
				'required'    => [ [], 'answers.workshop' ],
				'not_allowed' => [ [ 'workshop' => 'C' ], 'answers.workshop' ],
				'type'        => [ [ 'workshop' => [ 'A', 'B' ] ], 'answers.workshop' ],
				'too_long'    => [ [ 'workshop' => 'A', 'wunsch' => str_repeat( 'ü', 10_000 ) ], 'answers.wunsch' ],
				'unknown'     => [ [ 'workshop' => 'A', 'admin' => '1' ], 'answers.admin' ],
			] as $reason => [ $answers, $field ]
		) {
			try {
				$this->try_to_book( $date->id, self::person(), $answers );
				self::fail( "$reason was let through" );
			} catch ( InvalidInput $invalid ) {
				self::assertSame( [ $field => $reason ], $invalid->errors );
			}
		}
		$this->assert_counted( $date->id, 0 );
		$booking = $this->try_to_book( $date->id, self::person(), [ 'workshop' => 'A', 'themen' => [ 'Lesen', 'Rechnen' ], 'wunsch' => '<b>Danke</b> 🙂' ] );
		self::assertEquals( [ 'workshop' => 'A', 'themen' => [ 'Lesen', 'Rechnen' ], 'wunsch' => '<b>Danke</b> 🙂' ], $booking instanceof Refusal ? $booking : $booking->answers );
	}

	public function test_by_hand_window_and_audience_dont_count_but_seats_do(): void {
		$date = $this->date( [ 'capacity' => 1, 'audience' => new Audience( [ 'lernwelt_head_teacher' ] ), 'closes_at' => '2026-11-02 08:00:00', 'questions' => self::questions() ] );
		$book = fn ( Person $person ) => $this->parts->book_seat()->book( $date->id, $person, [], 7, true, 'rief an' )->booking;
		$made = $book( new Person( 'e1', 0, 'Ohne Konto', '', [], self::person( school: [ 'startchancen' => null ] )->school ) );
		self::assertSame( [ 7, 'rief an', null ], [ $made->booked_by, $made->note, $made->person->school->startchancen ] );
		foreach ( [ [ self::person( 'B' ), Refusal::Full ], [ new Person( 'e2', 0, '', 'a@example.org', [], $made->person->school ), Refusal::NoContact ] ] as [ $person, $reason ] ) {
			try {
				$book( $person );
				self::fail( 'no refusal' );
			} catch ( BookingRefused $refused ) {
				self::assertSame( $reason, $refused->reason );
			}
		}
		$this->assert_counted( $date->id, 1 );
	}

	public function test_a_confirmation_that_cant_be_queued_takes_the_booking_back(): void {
		// A real transaction: a refused statement ends the one around it.
		$this->work_without_rollback();
		$date     = $this->date();
		$sabotage = static fn ( string $sql ): string => str_contains( $sql, 'INSERT' ) && str_contains( $sql, 'lw_mail_queue' ) ? 'INSERT INTO no_such_table VALUES (1)' : $sql;
		add_filter( 'query', $sabotage );
		try {
			$this->try_to_book( $date->id, self::person() );
			self::fail( 'booked without a confirmation' );
		} catch ( TransactionFailed $failure ) {
			self::assertStringContainsString( 'no_such_table', $failure->getMessage() );
		} finally {
			remove_filter( 'query', $sabotage );
		}
		$this->assert_counted( $date->id, 0 );
		$this->booked( $date->id );
	}

	private static function questions(): Questions {
		return new Questions(
			[
				new Question( 'workshop', 'Welcher Workshop?', 'one', [ 'A', 'B' ], true ),
				new Question( 'themen', 'Welche Themen?', 'several', [ 'Lesen', 'Rechnen', 'Schreiben' ] ),
				new Question( 'wunsch', 'Wünsche?', 'text' ),
			]
		);
	}
}
