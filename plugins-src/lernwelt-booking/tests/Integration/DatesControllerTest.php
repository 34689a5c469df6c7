<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\Rest\Problems;
use PHPUnit\Framework\Attributes\DataProvider;

/** What editors do with single dates, over REST. */
final class DatesControllerTest extends DatesTestCase {

	private int $event;

	protected function setUp(): void {
		parent::setUp();
		$this->event = $this->event();
		$this->log_in_as( 'editor' );
	}

	public function test_a_date_comes_back_as_it_was_typed(): void {
		$typed = [
			'start'             => '2027-03-28 14:00',
			'end'               => '2027-03-28 16:30',
			'all_day'           => false,
			'place'             => '<b>Aula</b> „Süd“ & 🎉 \\ Haus 2',
			'link'              => 'https://video.example.org/raum?id=1&b=2',
			'capacity'          => 20,
			'minimum'           => 5,
			'opens_at'          => '2026-12-01 08:00',
			'closes_at'         => '2027-03-26 12:00',
			'cancel_until'      => '2027-03-25 12:00',
			'roles'             => [ 'lernwelt_teacher' ],
			'schools'           => [ '0471188' ],
			'startchancen_only' => true,
			'questions'         => [ [ 'id' => 'workshop', 'label' => 'Welcher <i>Workshop</i>? 🙂', 'type' => 'one', 'choices' => [ 'Lesen', 'Schreiben & Rechnen' ], 'required' => true ] ],
		];
		$response = $this->ask( 'POST', "events/$this->event/dates", $typed );
		$items    = $this->items( $response, 201 );
		self::assertSame( [ 1, 'planned', false, false, '', 0, 20, $typed ], array_map( static fn ( string $field ): mixed => $items[0][ $field ], [ 'version', 'state', 'over', 'begun', 'series', 'booked', 'free', 'input' ] ) );
		self::assertSame( [ '2026-11-02 09:00', 'Europe/Berlin' ], [ $response->get_data()['now'], $response->get_data()['zone'] ] );
		self::assertContains( [ 'value' => 'lernwelt_teacher', 'label' => 'Lehrkraft' ], $response->get_data()['roles'] );
		self::assertEquals( $response->get_data(), $this->ask( 'GET', "events/$this->event/dates" )->get_data() );
	}

	/**
	 * @param array<string, mixed>  $wrong  Fields that are wrong.
	 * @param array<string, string> $fields What is said about them.
	 */
	#[DataProvider( 'refusals' )]
	public function test_wrong_fields_are_refused_in_words_and_nothing_is_made( array $wrong, array $fields ): void {
		$this->assert_refused( $this->ask( 'POST', "events/$this->event/dates", [ ...self::INPUT, ...$wrong ] ), $fields );
		self::assertSame( [], $this->parts->dates()->of_event( $this->event ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, array<string, string>}>
	 */
	public static function refusals(): iterable {
		$question = static fn ( array $differs ): array => [ 'questions' => [ [ ...[ 'label' => 'Wie?', 'type' => 'one', 'choices' => [ 'a', 'b' ] ], ...$differs ] ] ];
		yield 'no start' => [ [ 'start' => '' ], [ 'start' => 'date' ] ];
		yield 'no day' => [ [ 'start' => '2026-02-30 10:00' ], [ 'start' => 'date' ] ];
		yield 'words' => [ [ 'start' => '<script>' ], [ 'start' => 'date' ] ];
		yield 'past' => [ [ 'start' => '2026-11-02 09:00', 'end' => '2026-11-02 10:00' ], [ 'start' => 'in_the_past' ] ];
		yield 'skipped hour' => [ [ 'start' => '2027-03-28 02:30', 'end' => '2027-03-28 05:00' ], [ 'start' => 'no_such_time' ] ];
		yield 'end before start' => [ [ 'end' => '2026-12-03 13:59' ], [ 'end' => 'before_start' ] ];
		yield 'end at start' => [ [ 'end' => '2026-12-03 14:00' ], [ 'end' => 'before_start' ] ];
		yield 'days with hours' => [ [ 'all_day' => true ], [ 'start' => 'date', 'end' => 'date' ] ];
		yield 'a month and a day' => [ [ 'start' => '2026-12-01', 'end' => '2027-01-01', 'all_day' => true ], [ 'end' => 'too_long' ] ];
		yield 'nowhere' => [ [ 'place' => ' ' ], [ 'place' => 'required' ] ];
		yield 'lines' => [ [ 'place' => "Aula\nBCC: x" ], [ 'place' => 'line_break' ] ];
		yield 'long place' => [ [ 'place' => str_repeat( 'ä', 201 ) ], [ 'place' => 'too_long' ] ];
		yield 'script as link' => [ [ 'link' => 'javascript:alert(1)' ], [ 'link' => 'uri' ] ];
		yield 'http' => [ [ 'link' => 'http://example.org' ], [ 'link' => 'uri' ] ];
		yield 'tag in link' => [ [ 'link' => 'https://example.org/"><b>' ], [ 'link' => 'uri' ] ];
		yield 'long link' => [ [ 'link' => 'https://example.org/' . str_repeat( 'a', 481 ) ], [ 'link' => 'too_long' ] ];
		yield 'minus one' => [ [ 'capacity' => -1 ], [ 'capacity' => 'out_of_range', 'minimum' => 'out_of_range' ] ];
		yield 'none' => [ [ 'capacity' => 0 ], [ 'capacity' => 'out_of_range' ] ];
		yield 'a billion' => [ [ 'capacity' => 1_000_000_000 ], [ 'capacity' => 'out_of_range' ] ];
		yield 'minimum above capacity' => [ [ 'minimum' => 21 ], [ 'minimum' => 'out_of_range' ] ];
		yield 'minimum below none' => [ [ 'minimum' => -1 ], [ 'minimum' => 'out_of_range' ] ];
		yield 'opens after it closes' => [ [ 'opens_at' => '2026-12-02 12:00', 'closes_at' => '2026-12-02 12:00' ], [ 'opens_at' => 'after_close' ] ];
		yield 'opens never' => [ [ 'opens_at' => 'bald' ], [ 'opens_at' => 'date' ] ];
		yield 'closes after start' => [ [ 'closes_at' => '2026-12-03 14:01' ], [ 'closes_at' => 'after_start', 'cancel_until' => 'after_start' ] ];
		yield 'cancel after start' => [ [ 'cancel_until' => '2026-12-03 14:01' ], [ 'cancel_until' => 'after_start' ] ];
		yield 'roles' => [ [ 'roles' => [ 'Lehrkraft!' ] ], [ 'roles' => 'invalid' ] ];
		yield 'schools' => [ [ 'schools' => [ '<b>' ] ], [ 'schools' => 'invalid' ] ];
		yield 'many schools' => [ [ 'schools' => array_map( strval( ... ), range( 1, 201 ) ) ], [ 'schools' => 'too_many' ] ];
		yield 'question without words' => [ $question( [ 'label' => '' ] ), [ 'questions.0.label' => 'required' ] ];
		yield 'long question' => [ $question( [ 'label' => str_repeat( 'a', 201 ) ] ), [ 'questions.0.label' => 'too_long' ] ];
		yield 'question of a kind that is none' => [ $question( [ 'type' => 'date' ] ), [ 'questions.0.type' => 'not_allowed' ] ];
		yield 'one choice' => [ $question( [ 'choices' => [ 'a' ] ] ), [ 'questions.0.choices' => 'too_few' ] ];
		yield 'same choices' => [ $question( [ 'choices' => [ 'a', 'a' ] ] ), [ 'questions.0.choices' => 'repeated' ] ];
		yield 'long choice' => [ $question( [ 'choices' => [ 'a', str_repeat( 'b', 101 ) ] ] ), [ 'questions.0.choices' => 'invalid' ] ];
		yield 'text with choices' => [ $question( [ 'type' => 'text' ] ), [ 'questions.0.choices' => 'not_allowed' ] ];
		yield 'eleven questions' => [ [ 'questions' => array_fill( 0, 11, [ 'label' => 'Wie?', 'type' => 'text' ] ) ], [ 'questions' => 'too_many' ] ];
		yield 'everything at once' => [ [ 'end' => '2026-12-03 13:00', 'capacity' => 0, 'link' => 'x' ], [ 'end' => 'before_start', 'link' => 'uri', 'capacity' => 'out_of_range' ] ];
	}

	public function test_what_is_no_form_at_all_is_refused_by_the_schema(): void {
		foreach ( [ [ 'capacity' => '1e9 Plätze' ], [ 'place' => str_repeat( 'ä', 10_000 ) ], [ 'roles' => [ [] ] ], [ 'questions' => [ [ 'label' => 'Wie?', 'type' => 'text', 'evil' => 1 ] ] ], [ 'message' => str_repeat( 'a', 10_000 ) ] ] as $wrong ) {
			$response = $this->ask( 'POST', "events/$this->event/dates", [ ...self::INPUT, ...$wrong ] );
			$this->assert_problem( $response, Problems::INVALID, 422 );
			self::assertStringStartsWith( (string) array_key_first( $wrong ), (string) array_key_first( $response->get_data()['data']['fields'] ) );
			self::assertStringContainsString( 'Bitte prüfen Sie die markierten Felder.', $response->get_data()['message'] );
		}
		$this->assert_problem( $this->ask( 'POST', "events/$this->event/dates" ), Problems::INVALID, 422 );
		self::assertSame( [], $this->parts->dates()->of_event( $this->event ) );
	}

	public function test_fewer_seats_than_bookings_are_refused_with_the_number(): void {
		$date = $this->date( [], $this->event );
		foreach ( [ 'Eins', 'Zwei', 'Drei' ] as $name ) {
			$this->booked( $date->id, self::person( $name ) );
		}
		$before   = $this->fresh_date( $date->id );
		$input    = $this->input( $date->id );
		$response = $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'capacity' => 2, 'version' => 1 ] );
		$this->assert_refused( $response, [ 'capacity' => 'below_booked' ] );
		self::assertStringContainsString( '3', $response->get_data()['data']['sentences']['capacity'] );
		self::assertEquals( $before, $this->fresh_date( $date->id ) );

		$items = $this->items( $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'capacity' => 3, 'version' => 1 ] ) );
		self::assertSame( [ 3, 0, 2 ], [ $items[0]['booked'], $items[0]['free'], $items[0]['version'] ] );
		self::assertSame( Refusal::Full, $this->try_to_book( $date->id, self::person( 'Vier' ) ) );
		$this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'capacity' => 4, 'version' => 2 ] );
		$this->booked( $date->id, self::person( 'Vier' ) );
	}

	public function test_of_two_editors_the_slower_one_is_told_and_changes_nothing(): void {
		$date  = $this->date( [], $this->event );
		$input = $this->input( $date->id );
		$this->items( $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'place' => 'Aula', 'version' => 1 ] ) );
		$this->log_in_as( 'editor' );
		$this->assert_problem( $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'capacity' => 30, 'version' => 1 ] ), Problems::CONFLICT, 409 );
		$this->assert_problem( $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'capacity' => 30 ] ), Problems::CONFLICT, 409 );
		self::assertSame( [ 'Aula', 20, 2 ], [ $this->fresh_date( $date->id )->facts->place, $this->fresh_date( $date->id )->facts->capacity, $this->fresh_date( $date->id )->version ] );
	}

	public function test_moving_tells_everybody_booked_other_changes_nobody(): void {
		$date = $this->date( [], $this->event );
		$this->booked( $date->id, self::person( 'Eins' ) );
		$this->booked( $date->id, self::person( 'Zwei' ) );
		$this->parts->cancel_booking()->cancel( $this->booked( $date->id, self::person( 'Drei' ) ), CancelledBy::Person );
		$mails = self::mails();
		$input = $this->input( $date->id );
		$this->items( $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'capacity' => 30, 'minimum' => 3, 'version' => 1 ] ) );
		self::assertSame( [ $mails, 0 ], [ self::mails(), $this->fresh_date( $date->id )->sequence ] );
		$this->items( $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'start' => '2026-12-04 14:00', 'end' => '2026-12-04 16:00', 'version' => 2, 'message' => "Der Raum war belegt.\n🙂" ] ) );
		self::assertSame( [ $mails + 2, 1, '2026-12-04' ], [ self::mails(), $this->fresh_date( $date->id )->sequence, $this->fresh_date( $date->id )->facts->period->first_day() ] );
		$this->assert_refused( $this->ask( 'PUT', "event-dates/$date->id", [ ...$input, 'start' => '2026-11-01 14:00', 'end' => '2026-11-01 16:00', 'opens_at' => '', 'closes_at' => '', 'cancel_until' => '', 'version' => 3 ] ), [ 'start' => 'in_the_past' ] );
		self::assertSame( $mails + 2, self::mails() );
	}

	public function test_calling_off_tells_everybody_and_frees_the_seats(): void {
		$date    = $this->date( [], $this->event );
		$booking = $this->booked( $date->id, self::person( 'Eins' ) );
		$this->booked( $date->id, self::person( 'Zwei' ) );
		$mails = self::mails();
		$items = $this->items( $this->ask( 'POST', "event-dates/$date->id/cancel", [ 'message' => 'Leider <b>krank</b>.' ] ) );
		self::assertSame( [ 'cancelled', 0, 20, $mails + 2 ], [ $items[0]['state'], $items[0]['booked'], $items[0]['free'], self::mails() ] );
		$this->assert_counted( $date->id, 0 );
		self::assertSame( [ BookingState::Cancelled, CancelledBy::Date ], [ $this->parts->bookings()->find( $booking->number )?->state, $this->parts->bookings()->find( $booking->number )?->cancelled_by ] );
		self::assertSame( Refusal::DateCancelled, $this->try_to_book( $date->id, self::person( 'Drei' ) ) );

		foreach ( [ [ 'POST', "event-dates/$date->id/cancel", [] ], [ 'PUT', "event-dates/$date->id", [ ...$this->input( $date->id ), 'version' => 2 ] ] ] as $again ) {
			$response = $this->ask( ...$again );
			self::assertSame( [ 409, 'date_cancelled' ], [ $response->get_status(), $response->get_data()['data']['reason'] ] );
		}
		self::assertSame( [ $mails + 2, 2 ], [ self::mails(), $this->fresh_date( $date->id )->version ] );
	}

	public function test_what_is_over_is_not_called_off(): void {
		$date = $this->date( [], $this->event );
		$this->clock->advance( '+32 days' );
		$items = $this->items( $this->ask( 'GET', "events/$this->event/dates" ) );
		self::assertSame( [ true, true ], [ $items[0]['begun'], $items[0]['over'] ] );
		self::assertSame( 409, $this->ask( 'POST', "event-dates/$date->id/cancel" )->get_status() );
		self::assertSame( DateState::Planned, $this->fresh_date( $date->id )->state );
		$this->items( $this->ask( 'PUT', "event-dates/$date->id", [ ...$this->input( $date->id ), 'place' => 'Es war die Aula', 'version' => 1 ] ) );
	}

	public function test_only_what_nobody_booked_is_deleted(): void {
		$free   = $this->date( [], $this->event );
		$booked = $this->date( [], $this->event );
		$once   = $this->date( [], $this->event );
		$this->booked( $booked->id );
		$this->parts->cancel_booking()->cancel( $this->booked( $once->id ), CancelledBy::Person );
		foreach ( [ $booked->id, $once->id ] as $id ) {
			$this->assert_problem( $this->ask( 'DELETE', "event-dates/$id" ), Problems::CONFLICT, 409 );
		}
		self::assertSame( [ $booked->id, $once->id ], array_column( $this->items( $this->ask( 'DELETE', "event-dates/$free->id" ) ), 'id' ) );
		$this->assert_problem( $this->ask( 'DELETE', "event-dates/$free->id" ), Problems::NOT_FOUND, 404 );
	}

	/**
	 * @return array<string, mixed> What the form shows.
	 */
	private function input( int $date ): array {
		return array_column( $this->items( $this->ask( 'GET', "events/$this->event/dates" ) ), 'input', 'id' )[ $date ];
	}
}
