<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\SchoolTable;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\SchoolType;
use PHPUnit\Framework\Attributes\DataProvider;

/** Participants over REST: seen, registered, noted and cancelled by organisers of this portal, and by nobody else. */
final class ParticipantRoutesTest extends OrganiserTestCase {

	public function test_organisers_see_who_comes_and_that_is_recorded(): void {
		$date = $this->far_date( [ 'questions' => new Questions( [ new Question( 'wunsch', 'Wunsch?', 'text' ) ] ) ] );
		$this->try_to_book( $date->id, self::person( 'Zoë Müller' ), [ 'wunsch' => '<b>Tee</b>' ] );
		$this->booked( $date->id, self::person( 'Änne Öztürk' ) );
		$gone = $this->booked( $date->id, self::person( 'Bodo Beck' ) );
		$this->rest( 'POST', "/lernwelt/v1/bookings/$gone->number/cancel-by-organiser", [ 'message' => 'Schade.' ] );

		$answer = $this->rest( 'GET', self::path( $date->id ) );
		$this->assert_answer( $answer, self::SCHEMAS . 'participants.json' );
		self::assertSame( 'private, no-store', $answer->get_headers()['Cache-Control'] );
		$data = $answer->get_data();
		self::assertSame( [ 'Änne Öztürk', 'Zoë Müller' ], array_column( $data['items'], 'name' ) );
		self::assertSame( '<b>Tee</b>', $data['items'][1]['answers']->wunsch );
		self::assertSame( [ 2, 20, 'Lesen „mit allen Sinnen“', true ], [ $data['date']['booked'], $data['date']['capacity'], $data['date']['event']['title'], $data['may_export'] ] );
		self::assertContains( "read date:$date->id 2", $this->log_of( 'people' ) );

		self::assertSame( [ 'Zoë Müller' ], $this->names( $date->id, [ 'search' => 'mueller' ] ) );
		self::assertSame( [ 'Änne Öztürk', 'Zoë Müller' ], $this->names( $date->id, [ 'search' => 'auendorf sekundar' ] ) );
		self::assertSame( [ 'Bodo Beck' ], $this->names( $date->id, [ 'state' => 'cancelled' ] ) );
		self::assertSame( [ 'Änne Öztürk', 'Bodo Beck', 'Zoë Müller' ], $this->names( $date->id, [ 'state' => 'all' ] ) );
		self::assertSame( [], $this->names( $date->id, [ 'search' => "' UNION SELECT" ] ) );
	}

	/** @param array<string, mixed> $values What is sent. */
	#[DataProvider( 'requests' )]
	public function test_nobody_else_may( string $method, string $path, array $values ): void {
		$date   = $this->far_date();
		$number = $this->booked( $date->id )->number;
		$full   = strtr( $path, [ 'DATE' => (string) $date->id, 'NUMBER' => $number ] );
		foreach ( self::STRANGERS as $role => $status ) {
			'' === $role ? $this->log_out() : $this->log_in_as( $role );
			$this->assert_problem( $this->rest( $method, $full, $values ), 401 === $status ? Problems::UNAUTHENTICATED : Problems::FORBIDDEN, $status );
		}
		$this->log_in_as( 'lernwelt_event_organiser', 'lernorte' );
		$this->assert_problem( $this->rest( $method, $full, $values ), Problems::FORBIDDEN, 403 );
		Core::services()->pupil->enter();
		try {
			$this->log_out();
			$this->assert_problem( $this->rest( $method, $full, $values ), Problems::FORBIDDEN, 403 );
		} finally {
			Core::services()->pupil->leave();
		}
		$stored = $this->parts->bookings()->find( $number );
		self::assertSame( [ '', null, BookingState::Booked ], [ $stored?->note, $stored?->attended, $stored?->state ] );
		$this->assert_counted( $date->id, 1 );
		self::assertSame( [], $this->log_of( 'people' ) );
	}

	/** @return array<string, array{string, string, array<string, mixed>}> */
	public static function requests(): array {
		return [
			'dates'      => [ 'GET', '/lernwelt/v1/organiser/dates', [] ],
			'list'       => [ 'GET', '/lernwelt/v1/event-dates/DATE/bookings', [] ],
			'register'   => [ 'POST', '/lernwelt/v1/event-dates/DATE/bookings', [ 'name' => 'Eva' ] ],
			'note'       => [ 'PUT', '/lernwelt/v1/bookings/NUMBER', [ 'note' => 'x' ] ],
			'cancel'     => [ 'POST', '/lernwelt/v1/bookings/NUMBER/cancel-by-organiser', [] ],
			'attendance' => [ 'POST', '/lernwelt/v1/event-dates/DATE/attendance', [ 'marks' => [ 'NUMBER' => true ] ] ],
			'message'    => [ 'POST', '/lernwelt/v1/event-dates/DATE/message', [ 'subject' => 'a', 'message' => 'b' ] ],
			'csv'        => [ 'GET', '/lernwelt/v1/event-dates/DATE/bookings-export', [] ],
			'table'      => [ 'GET', '/lernwelt/v1/event-dates/DATE/bookings-table', [] ],
		];
	}

	public function test_what_isnt_here_isnt_there(): void {
		$this->go_to_portal( 'lernorte' );
		$this->go_to_portal( 'startchancen' );
		foreach ( [ [ 'GET', self::path( 999_999_999 ), [] ], [ 'POST', self::path( 999_999_999 ), [ 'name' => 'Eva' ] ], [ 'PUT', '/lernwelt/v1/bookings/0000000000', [ 'note' => 'x' ] ], [ 'POST', '/lernwelt/v1/bookings/0000000000/cancel-by-organiser', [] ], [ 'POST', '/lernwelt/v1/event-dates/999999999/attendance', [ 'marks' => [ 'A' => true ] ] ], [ 'POST', '/lernwelt/v1/event-dates/999999999/message', [ 'subject' => 'a', 'message' => 'b' ] ], [ 'GET', '/lernwelt/v1/event-dates/999999999/bookings-export', [] ], [ 'GET', '/lernwelt/v1/event-dates/999999999/bookings-table', [] ] ] as [ $method, $path, $values ] ) {
			$this->assert_problem( $this->rest( $method, $path, $values ), Problems::NOT_FOUND, 404 );
		}
		self::assertSame( [], $this->log_of( 'people' ) );
	}

	public function test_somebody_is_registered_by_hand_with_the_facts_of_their_school(): void {
		( new SchoolTable( $GLOBALS['wpdb'] ) )->save( [ new School( '0999001', 'Grundschule Testhausen', SchoolType::Primary, 'harz', true ) ] );
		$date   = $this->far_date( [ 'capacity' => 2, 'closes_at' => '2020-01-01 00:00:00', 'questions' => new Questions( [ new Question( 'wunsch', 'Wunsch?', 'one', [ 'A', 'B' ], true ) ] ) ] );
		$answer = $this->rest( 'POST', self::path( $date->id ), [ 'name' => '  Łucja  Ștefan ', 'email' => 'Lucja@Schule.example.org', 'school_number' => ' 0999001 ', 'note' => "Ruft an.\r\nZeile 2" ] );
		$this->assert_answer( $answer, self::SCHEMAS . 'participant.json', 201 );
		self::assertSame( [ 'Łucja Ștefan', 'Grundschule Testhausen', "Ruft an.\nZeile 2" ], [ $answer->get_data()['name'], $answer->get_data()['school'], $answer->get_data()['note'] ] );
		$stored = $this->parts->bookings()->find( $answer->get_data()['number'] );
		self::assertSame( [ 'grundschule', 'harz', true, get_current_user_id() ], [ $stored?->person->school->type, $stored?->person->school->district, $stored?->person->school->startchancen, $stored?->booked_by ] );
		self::assertMatchesRegularExpression( '/^e[0-9a-f]{64}$/D', $stored->person->key ?? '' );

		$again = $this->rest( 'POST', self::path( $date->id ), [ 'name' => 'Lucja S.', 'email' => 'lucja@schule.example.org' ] );
		self::assertSame( [ 200, $answer->get_data()['number'] ], [ $again->get_status(), $again->get_data()['number'] ] );
		self::assertSame( 201, $this->rest( 'POST', self::path( $date->id ), [ 'name' => 'Ohne Adresse' ] )->get_status() );
		$full = $this->rest( 'POST', self::path( $date->id ), [ 'name' => 'Eine zu viel' ] );
		$this->assert_problem( $full, Problems::INVALID, 422, [ 'date' => 'full' ] );
		self::assertStringStartsWith( 'Alle Plätze', $full->get_data()['data']['sentences']['date'] );
		$this->assert_counted( $date->id, 2 );
		self::assertSame( [ 'registered', 'registered' ], array_map( static fn ( string $line ): string => explode( ' ', $line )[0], $this->log_of( 'booking' ) ) );
	}

	public function test_an_address_that_logs_in_here_is_that_account(): void {
		$date    = $this->far_date();
		$teacher = $this->log_in_as( 'lernwelt_teacher' );
		$this->log_in_as( 'lernwelt_event_organiser' );
		$number = $this->rest( 'POST', self::path( $date->id ), [ 'name' => 'Frau Lehrerin', 'email' => strtoupper( $teacher->user_email ) ] )->get_data()['number'];
		wp_set_current_user( $teacher->ID );
		$own = $this->rest( 'POST', '/lernwelt/v1/bookings', [ 'date' => $date->id ] );
		self::assertSame( [ 200, $number ], [ $own->get_status(), $own->get_data()['number'] ] );
		$this->assert_counted( $date->id, 1 );
	}

	/**
	 * @param array<string, mixed>  $body   What is sent.
	 * @param array<string, string> $fields Field → reason code.
	 */
	#[DataProvider( 'hostile_people' )]
	public function test_bad_input_is_refused_at_its_field_and_changes_nothing( array $body, array $fields ): void {
		$date   = $this->far_date();
		$answer = $this->rest( 'POST', self::path( $date->id ), $body );
		$this->assert_problem( $answer, Problems::INVALID, 422, $fields );
		$this->assert_counted( $date->id, 0 );
	}

	/** @return array<string, array{array<string, mixed>, array<string, string>}> */
	public static function hostile_people(): array {
		return [
			'no name'           => [ [], [ 'name' => 'required' ] ],
			'blank name'        => [ [ 'name' => " \t " ], [ 'name' => 'required' ] ],
			'a list'            => [ [ 'name' => [ 'Eva' ] ], [ 'name' => 'type' ] ],
			'10,000 characters' => [ [ 'name' => str_repeat( '😀', 10_000 ), 'note' => str_repeat( 'ä', 10_000 ), 'email' => str_repeat( 'a', 10_000 ) . '@example.org' ], [ 'name' => 'too_long', 'email' => 'too_long', 'note' => 'too_long' ] ],
			'two lines'         => [ [ 'name' => "Eva\r\nBcc: alle@example.org" ], [ 'name' => 'line_break' ] ],
			'no address'        => [ [ 'name' => 'Eva', 'email' => 'eva' ], [ 'email' => 'email' ] ],
			'two addresses'     => [ [ 'name' => 'Eva', 'email' => "eva@example.org\nbcc@example.org" ], [ 'email' => 'email' ] ],
			'no number'         => [ [ 'name' => 'Eva', 'school_number' => "'; DROP TABLE" ], [ 'school_number' => 'invalid' ] ],
		];
	}

	public function test_notes_are_kept_as_typed_up_to_their_length(): void {
		$number = $this->booked( $this->far_date()->id )->number;
		$path   = "/lernwelt/v1/bookings/$number";
		$note   = "<b>Ä</b> 😀 \\ \" ' %s\nZeile 2";
		$answer = $this->rest( 'PUT', $path, [ 'note' => $note ] );
		$this->assert_answer( $answer, self::SCHEMAS . 'participant.json' );
		self::assertSame( [ $note, $note ], [ $answer->get_data()['note'], $this->parts->bookings()->find( $number )?->note ] );
		$long = $this->rest( 'PUT', $path, [ 'note' => str_repeat( 'ü', 1_001 ) ] );
		$this->assert_problem( $long, Problems::INVALID, 422, [ 'note' => 'too_long' ] );
		self::assertSame( 'Dieser Text ist zu lang. Bitte kürzen Sie ihn.', $long->get_data()['data']['sentences']['note'] );
		self::assertSame( 200, $this->rest( 'PUT', $path, [ 'note' => str_repeat( 'ü', 1_000 ) ] )->get_status() );
		self::assertSame( '', $this->rest( 'PUT', strtolower( $path ), [ 'note' => '' ] )->get_data()['note'] );
		$this->assert_problem( $this->rest( 'PUT', $path, [] ), Problems::INVALID, 422, [ 'note' => 'required' ] );
		self::assertCount( 3, array_filter( $this->log_of( 'booking' ), static fn ( string $line ): bool => str_starts_with( $line, 'noted booking:' ) ) );
	}

	public function test_organisers_cancel_after_the_deadline_and_once(): void {
		$date   = $this->far_date( [ 'cancel_until' => '2020-01-01 00:00:00' ] );
		$number = $this->booked( $date->id )->number;
		$path   = "/lernwelt/v1/bookings/$number/cancel-by-organiser";
		$this->assert_problem( $this->rest( 'POST', $path, [ 'message' => str_repeat( 'x', 10_000 ) ] ), Problems::INVALID, 422, [ 'message' => 'too_long' ] );
		$answer = $this->rest( 'POST', $path, [ 'message' => '' ] );
		$this->assert_answer( $answer, self::SCHEMAS . 'participant.json' );
		self::assertSame( [ 'cancelled', 'von den Veranstaltenden storniert', false ], [ $answer->get_data()['state'], $answer->get_data()['state_words'], $answer->get_data()['held'] ] );
		self::assertSame( 409, $this->rest( 'POST', $path )->get_status() );
		$this->assert_counted( $date->id, 0 );
	}

	private static function path( int $date ): string {
		return "/lernwelt/v1/event-dates/$date/bookings";
	}

	/**
	 * @param int                  $date   Date.
	 * @param array<string, mixed> $filter Filter.
	 * @return list<string>
	 */
	private function names( int $date, array $filter ): array {
		return array_column( $this->rest( 'GET', self::path( $date ), $filter )->get_data()['items'], 'name' );
	}
}
