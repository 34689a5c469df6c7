<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Question;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Content\OwnBookings;
use Lernwelt\Booking\Rest\SeatsController;
use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schools\SchoolOfUser;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Response;
use WP_User;

/** Booking over REST: who may what, and what comes back. */
final class BookingRoutesTest extends BookingTestCase {

	private const SCHEMAS = __DIR__ . '/../../schemas';

	private const BOOKINGS = '/lernwelt/v1/bookings';

	public function test_a_teacher_books_sees_and_cancels(): void {
		$teacher = $this->teacher();
		$date    = $this->far_date( [ 'link' => 'https://konferenz.example.org/1' ] );
		$made    = $this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id ] );
		$this->assert_answer( $made, self::SCHEMAS . '/booking.json', 201 );
		$booking = $made->get_data();
		self::assertSame( [ $teacher->display_name, true, true, 'https://konferenz.example.org/1' ], [ $booking['name'], $booking['own'], $booking['can_cancel'], $booking['date']['link'] ] );

		$again = $this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id ] );
		self::assertSame( [ 200, $booking['number'] ], [ $again->get_status(), $again->get_data()['number'] ] );
		$list = $this->rest( 'GET', self::BOOKINGS );
		$this->assert_answer( $list, self::SCHEMAS . '/bookings.json' );
		self::assertSame( [ $booking['number'] ], array_column( $list->get_data()['items'], 'number' ) );

		$number = strtolower( substr( $booking['number'], 0, 5 ) . '-' . substr( $booking['number'], 5 ) );
		$gone   = $this->rest( 'POST', self::BOOKINGS . "/$number/cancel" );
		$this->assert_answer( $gone, self::SCHEMAS . '/booking.json' );
		self::assertSame( [ 'cancelled', false, '', '' ], [ $gone->get_data()['state'], $gone->get_data()['can_cancel'], $gone->get_data()['calendar_url'], $gone->get_data()['date']['link'] ] );
		$this->assert_refused( 'already_cancelled', 409, $this->rest( 'POST', self::BOOKINGS . "/{$booking['number']}/cancel" ) );
		$this->assert_counted( $date->id, 0 );
	}

	public function test_booking_without_end_is_stopped_for_this_account_alone(): void {
		$this->teacher();
		$tries = -1;
		do {
			++$tries;
			// Both ways count; neither finds anything.
			$answer = $this->rest( 'POST', 0 === $tries % 2 ? self::BOOKINGS : self::BOOKINGS . '/AAAAA-AAAAA/cancel', [ 'date' => 999999 ] );
		} while ( 404 === $answer->get_status() && $tries < 2 * OwnBookings::TRIES );
		$this->assert_refused( 'too_many_tries', 429, $answer );
		self::assertGreaterThanOrEqual( OwnBookings::TRIES, $tries );
		self::assertStringContainsString( 'Bitte warten Sie zehn Minuten.', $answer->get_data()['message'] );

		$this->teacher();
		self::assertSame( 201, $this->rest( 'POST', self::BOOKINGS, [ 'date' => $this->far_date()->id ] )->get_status() );
	}

	public function test_a_network_asks_for_seats_within_reason(): void {
		$date = $this->far_date();
		$this->assert_answer( $this->rest( 'GET', '/lernwelt/v1/event-seats', [ 'ids' => [ $date->id ] ] ), self::SCHEMAS . '/event-seats.json' );
		$round = 0;
		do {
			// Twice when a minute ends in between.
			for ( $one = 0; $one < SeatsController::LIMIT; ++$one ) {
				Core::services()->rate_limiter->hit( 'event-seats', ClientAddress::current()->network(), SeatsController::LIMIT, 60 );
			}
			$status = $this->rest( 'GET', '/lernwelt/v1/event-seats', [ 'ids' => [ $date->id ] ] )->get_status();
		} while ( 200 === $status && ++$round < 2 );
		self::assertSame( 429, $status );
	}

	public function test_guests_are_asked_to_log_in_and_wrong_roles_are_refused(): void {
		$date = $this->far_date();
		foreach ( [ '' => 401, 'subscriber' => 403, 'author' => 403, 'lernwelt_statistics_reader' => 403 ] as $role => $status ) {
			'' === $role ? $this->log_out() : $this->log_in_as( $role );
			$this->assert_all_refused( $date, $status );
		}
		$this->assert_counted( $date->id, 0 );
	}

	public function test_pupils_are_refused(): void {
		$date = $this->far_date();
		Core::services()->pupil->enter();
		try {
			$this->assert_all_refused( $date, 403 );
		} finally {
			Core::services()->pupil->leave();
		}
		$this->assert_counted( $date->id, 0 );
	}

	public function test_a_role_of_another_portal_counts_nothing(): void {
		$date = $this->far_date();
		$this->log_in_as( 'lernwelt_teacher', 'lernorte' );
		$this->assert_all_refused( $date, 403 );
	}

	public function test_somebody_elses_booking_isnt_there(): void {
		$this->teacher();
		$number = $this->rest( 'POST', self::BOOKINGS, [ 'date' => $this->far_date()->id ] )->get_data()['number'];
		foreach ( [ 'lernwelt_teacher', 'lernwelt_event_organiser', 'administrator' ] as $role ) {
			$this->log_in_as( $role );
			self::assertSame( [], $this->rest( 'GET', self::BOOKINGS )->get_data()['items'] );
			$this->assert_refused( 'not_found', 404, $this->rest( 'POST', self::BOOKINGS . "/$number/cancel" ) );
		}
	}

	public function test_a_head_books_for_a_colleague_who_then_has_the_booking(): void {
		$anja   = $this->teacher();
		$muted  = $this->teacher( '0471188', 'subscriber' );
		$other  = $this->teacher( '0471214' );
		$nobody = $this->teacher( '' );
		$date   = $this->far_date();
		$head   = $this->teacher( '0471188', 'lernwelt_head_teacher' );

		$list = $this->rest( 'GET', '/lernwelt/v1/colleagues', [ 'date' => $date->id ] );
		$this->assert_answer( $list, self::SCHEMAS . '/colleagues.json' );
		self::assertSame( [ [ 'id' => $anja->ID, 'name' => $anja->display_name ] ], $list->get_data()['items'] );

		foreach ( [ $muted->ID, $other->ID, $nobody->ID, 999_999_999 ] as $forged ) {
			$this->assert_refused( 'no_colleague', 403, $this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id, 'colleague' => $forged ] ) );
		}
		$made = $this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id, 'colleague' => $anja->ID ] );
		$this->assert_answer( $made, self::SCHEMAS . '/booking.json', 201 );
		self::assertSame( [ false, $anja->display_name ], [ $made->get_data()['own'], $made->get_data()['name'] ] );
		$stored = $this->parts->bookings()->find( $made->get_data()['number'] );
		self::assertSame( [ "u$anja->ID", $head->ID, $anja->user_email ], [ $stored?->person->key, $stored?->booked_by, $stored?->person->email ] );

		wp_set_current_user( $anja->ID );
		self::assertSame( [ true ], array_column( $this->rest( 'GET', self::BOOKINGS )->get_data()['items'], 'own' ) );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/colleagues' ), Problems::FORBIDDEN, 403 );
		$this->assert_refused( 'no_colleague', 403, $this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id, 'colleague' => $head->ID ] ) );
		$this->assert_counted( $date->id, 1 );
	}

	public function test_a_colleagues_own_booking_stays_theirs(): void {
		$date = $this->far_date();
		$anja = $this->teacher();
		$this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id ] );
		$this->teacher( '0471188', 'lernwelt_head_teacher' );
		$refused = $this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id, 'colleague' => $anja->ID ] );
		$this->assert_refused( 'already_booked', 409, $refused );
		self::assertStringNotContainsString( 'number', (string) wp_json_encode( $refused->get_data() ) );
	}

	public function test_colleagues_a_date_isnt_meant_for_arent_offered(): void {
		$this->teacher();
		$date = $this->far_date( [ 'audience' => new Audience( [ 'lernwelt_school_admin' ] ) ] );
		$this->teacher( '0471188', 'lernwelt_head_teacher' );
		self::assertSame( [], $this->rest( 'GET', '/lernwelt/v1/colleagues', [ 'date' => $date->id ] )->get_data()['items'] );
	}

	/**
	 * @param array<string, mixed> $body   What is sent.
	 * @param array<string, string> $fields Field → reason code.
	 */
	#[DataProvider( 'hostile_bodies' )]
	public function test_bad_input_is_refused_at_its_field_and_changes_nothing( array $body, array $fields ): void {
		$this->teacher();
		$date     = $this->far_date( [ 'questions' => new Questions( [ new Question( 'workshop', 'Welcher?', 'one', [ 'A', 'B' ], true ), new Question( 'wunsch', 'Wunsch?', 'text' ) ] ) ] );
		$response = $this->rest( 'POST', self::BOOKINGS, $body + [ 'date' => $date->id ] );
		$this->assert_problem( $response, Problems::INVALID, 422, $fields );
		$this->assert_counted( $date->id, 0 );
	}

	/** @return array<string, array{array<string, mixed>, array<string, string>}> */
	public static function hostile_bodies(): array {
		return [
			'no answer'           => [ [], [ 'answers.workshop' => 'required' ] ],
			'another answer'      => [ [ 'answers' => [ 'workshop' => '<script>alert(1)</script>' ] ], [ 'answers.workshop' => 'not_allowed' ] ],
			'10,000 characters'   => [ [ 'answers' => [ 'workshop' => 'A', 'wunsch' => str_repeat( '😀', 10_000 ) ] ], [ 'answers.wunsch' => 'too_long' ] ],
			'a question more'     => [ [ 'answers' => [ 'workshop' => 'A', 'role' => 'administrator' ] ], [ 'answers.role' => 'unknown' ] ],
			'nested'              => [ [ 'answers' => [ 'workshop' => [ [ 'A' ] ] ] ], [ 'answers.workshop' => 'type' ] ],
			'a list in its place' => [ [ 'answers' => 'A' ], [ 'answers' => 'type' ] ],
			'date as text'        => [ [ 'date' => 'x', 'answers' => [ 'workshop' => 'A' ] ], [ 'date' => 'type' ] ],
			'date below nothing'  => [ [ 'date' => -1, 'answers' => [ 'workshop' => 'A' ] ], [ 'date' => 'out_of_range' ] ],
			'forged colleague'    => [ [ 'colleague' => -5, 'answers' => [ 'workshop' => 'A' ] ], [ 'colleague' => 'out_of_range' ] ],
		];
	}

	public function test_html_in_an_answer_is_kept_as_text(): void {
		$this->teacher();
		$date   = $this->far_date( [ 'questions' => new Questions( [ new Question( 'wunsch', 'Wunsch?', 'text' ) ] ) ] );
		$number = $this->rest( 'POST', self::BOOKINGS, [ 'date' => $date->id, 'answers' => [ 'wunsch' => '<b>Ä</b> 😀 \\ "' ] ] )->get_data()['number'];
		self::assertSame( [ 'wunsch' => '<b>Ä</b> 😀 \\ "' ], $this->parts->bookings()->find( $number )?->answers );
	}

	public function test_refusals_say_why(): void {
		$this->teacher();
		$this->assert_refused( 'not_found', 404, $this->rest( 'POST', self::BOOKINGS, [ 'date' => 999_999_999 ] ) );
		$this->assert_refused( 'wrong_role', 403, $this->rest( 'POST', self::BOOKINGS, [ 'date' => $this->far_date( [ 'audience' => new Audience( [ 'lernwelt_head_teacher' ] ) ] )->id ] ) );
		$full = $this->far_date( [ 'capacity' => 1 ] );
		$this->booked( $full->id );
		$answer = $this->rest( 'POST', self::BOOKINGS, [ 'date' => $full->id ] );
		$this->assert_refused( 'full', 409, $answer );
		self::assertSame( 'Dieser Termin ist ausgebucht. Bitte wählen Sie einen anderen.', $answer->get_data()['message'] );
	}

	public function test_everybody_reads_seats_of_published_dates_uncached(): void {
		$date  = $this->far_date( [ 'capacity' => 2 ] );
		$draft = $this->far_date( [], $this->event( [ 'post_status' => 'draft' ] ) );
		$this->booked( $date->id );
		$this->log_out();
		$answer = $this->rest( 'GET', '/lernwelt/v1/event-seats', [ 'ids' => "$date->id,$draft->id,999999999" ] );
		$this->assert_answer( $answer, self::SCHEMAS . '/event-seats.json' );
		self::assertSame( [ [ 'id' => $date->id, 'state' => 'open', 'bookable' => true, 'free' => 1, 'capacity' => 2, 'words' => '1 von 2 Plätzen frei' ] ], $answer->get_data()['items'] );
		self::assertSame( 'no-store', $answer->get_headers()['Cache-Control'] );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/event-seats', [ 'ids' => 'x' ] ), Problems::INVALID, 422 );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/event-seats', [ 'ids' => implode( ',', range( 1, 101 ) ) ] ), Problems::INVALID, 422 );
	}

	private function teacher( string $school = '0471188', string $role = 'lernwelt_teacher' ): WP_User {
		$user = $this->log_in_as( $role );
		if ( '' !== $school ) {
			update_user_meta( $user->ID, SchoolOfUser::NUMBER, $school );
			update_user_meta( $user->ID, SchoolOfUser::NAME, 'Schule' );
		}
		return $user;
	}

	/**
	 * A date after today, whatever day it is: routes have the real clock.
	 *
	 * @param array<string, mixed> $facts As for facts().
	 * @param ?int                 $event Event.
	 */
	private function far_date( array $facts = [], ?int $event = null ): EventDate {
		return $this->date( $facts + [ 'period' => Period::typed( '2060-05-04 14:00', '2060-05-04 16:00', new DateTimeZone( 'Europe/Berlin' ) ) ], $event );
	}

	private function assert_all_refused( EventDate $date, int $status ): void {
		$code = 401 === $status ? Problems::UNAUTHENTICATED : Problems::FORBIDDEN;
		foreach ( [ [ 'GET', self::BOOKINGS, [] ], [ 'POST', self::BOOKINGS, [ 'date' => $date->id ] ], [ 'POST', self::BOOKINGS . '/0000000000/cancel', [] ], [ 'GET', '/lernwelt/v1/colleagues', [] ] ] as [ $method, $path, $values ] ) {
			$this->assert_problem( $this->rest( $method, $path, $values ), $code, $status );
		}
	}

	private function assert_refused( string $reason, int $status, WP_REST_Response $response ): void {
		$data = $response->get_data();
		self::assertSame( [ $reason, $status ], [ $data['data']['reason'] ?? null, $response->get_status() ], (string) wp_json_encode( $data ) );
		self::assertNotSame( '', $data['message'] );
	}
}
