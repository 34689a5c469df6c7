<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Application\WriteToAll;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\SchoolFacts;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Rest\Problems;

/** Dates, attendance, messages and files for organisers. */
final class ParticipantToolsTest extends OrganiserTestCase {

	public function test_dates_come_page_by_page_and_are_found_by_title(): void {
		$zone  = new \DateTimeZone( 'Europe/Berlin' );
		$event = $this->event( [ 'post_title' => 'Größe <em>zählt</em> & mehr', 'post_status' => 'draft' ] );
		$ids   = array_map( fn ( string $day ): int => $this->far_date( [ 'period' => Period::typed( "$day 10:00", "$day 11:00", $zone ) ], $event )->id, [ '2060-03-03', '2060-03-01', '2060-03-02' ] );
		$other = $this->far_date();
		$past  = $this->far_date( [ 'period' => Period::typed( '2020-03-03 10:00', '2020-03-03 11:00', $zone ) ], $event );

		$first = $this->rest( 'GET', '/lernwelt/v1/organiser/dates', [ 'search' => 'groesse', 'per_page' => 2 ] );
		$this->assert_answer( $first, self::SCHEMAS . 'organiser-dates.json' );
		self::assertSame( [ 3, [ $ids[1], $ids[2] ], 'Größe zählt & mehr' ], [ $first->get_data()['total'], array_column( $first->get_data()['items'], 'id' ), $first->get_data()['items'][0]['event']['title'] ] );
		self::assertSame( [ $ids[0] ], $this->dates( [ 'search' => 'größe ZÄHLT', 'per_page' => 2, 'page' => 2 ] ) );
		self::assertSame( [ $past->id ], $this->dates( [ 'search' => 'größe', 'time' => 'past' ] ) );
		self::assertSame( [], $this->dates( [ 'search' => 'gibt es nicht' ] ) );
		self::assertContains( $other->id, $this->dates( [ 'per_page' => 100 ] ) );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/organiser/dates', [ 'per_page' => 1_000_000_000, 'time' => 'x', 'search' => str_repeat( 'x', 10_000 ) ] ), Problems::INVALID, 422 );
	}

	public function test_marks_are_kept_sent_twice_and_answered_when_unknown(): void {
		$date    = $this->far_date();
		$anja    = $this->booked( $date->id, self::person( 'Anja' ) );
		$bodo    = $this->booked( $date->id, self::person( 'Bodo' ) );
		$gone    = $this->booked( $date->id, self::person( 'Gone' ) );
		$foreign = $this->booked( $this->far_date()->id );
		$this->rest( 'POST', "/lernwelt/v1/bookings/$gone->number/cancel-by-organiser" );
		$marks = [ $anja->number => true, strtolower( $bodo->number ) => false, $gone->number => true, $foreign->number => true, '<script>' => true, '0' => null ];
		foreach ( [ 'first', 'again' ] as $time ) {
			$answer = $this->mark( $date->id, $marks );
			$this->assert_answer( $answer, self::SCHEMAS . 'attendance.json' );
			self::assertEquals( [ $anja->number => true, $bodo->number => false ], (array) $answer->get_data()['saved'], $time );
			self::assertSame( [ $gone->number, $foreign->number, '<script>', '0' ], $answer->get_data()['unknown'] );
		}
		self::assertSame( [ true, false, null, null ], array_map( fn ( Booking $booking ): ?bool => $this->parts->bookings()->find( $booking->number )?->attended, [ $anja, $bodo, $gone, $foreign ] ) );
		self::assertSame( [ "attendance-marked date:$date->id 2" ], array_values( array_filter( $this->log_of( 'booking' ), static fn ( string $line ): bool => str_starts_with( $line, 'attendance' ) ) ) );
		$this->mark( $date->id, [ $anja->number => null ] );
		self::assertNull( $this->parts->bookings()->find( $anja->number )?->attended );
	}

	public function test_marks_of_another_kind_are_refused(): void {
		$date   = $this->far_date();
		$number = $this->booked( $date->id )->number;
		foreach ( [ [ $number => 'yes' ], 'x', array_fill_keys( array_map( static fn ( int $n ): string => "N$n", range( 1, 501 ) ), true ) ] as $marks ) {
			$this->assert_problem( $this->rest( 'POST', "/lernwelt/v1/event-dates/$date->id/attendance", [ 'marks' => $marks ] ), Problems::INVALID, 422 );
		}
		self::assertNull( $this->parts->bookings()->find( $number )?->attended );
	}

	public function test_everybody_gets_a_mail_of_their_own(): void {
		$date = $this->far_date();
		foreach ( [ 'Anja', 'Bodo' ] as $name ) {
			$this->booked( $date->id, self::person( $name ) );
		}
		$this->rest( 'POST', "/lernwelt/v1/event-dates/$date->id/bookings", [ 'name' => 'Ohne Adresse' ] );
		$cancelled = $this->booked( $date->id, self::person( 'Carla' ) );
		$this->rest( 'POST', "/lernwelt/v1/bookings/$cancelled->number/cancel-by-organiser" );
		$before = $this->mails();
		$answer = $this->rest( 'POST', "/lernwelt/v1/event-dates/$date->id/message", [ 'subject' => 'Raum geändert', 'message' => "Wir sind in <b>Raum 5</b>.\n%s" ] );
		$this->assert_answer( $answer, self::SCHEMAS . 'participant-message.json' );
		self::assertSame( [ 'sent' => 2, 'without_address' => 1 ], $answer->get_data() );
		$mails = array_slice( $this->mails(), count( $before ) );
		self::assertCount( 2, $mails );
		foreach ( [ 'Anja', 'Bodo' ] as $index => $name ) {
			$own   = self::person( $name )->email;
			$other = self::person( 'Anja' === $name ? 'Bodo' : 'Anja' )->email;
			self::assertStringContainsString( $own, $mails[ $index ] );
			self::assertStringNotContainsString( $other, $mails[ $index ] );
		}
		self::assertContains( "written-to date:$date->id 2", $this->log_of( 'booking' ) );
		foreach ( [ [ 'subject' => ' ', 'message' => '' ], [ 'subject' => "a\nBcc: x@example.org", 'message' => str_repeat( 'x', 10_000 ) ] ] as $index => $bad ) {
			$this->assert_problem( $this->rest( 'POST', "/lernwelt/v1/event-dates/$date->id/message", $bad ), Problems::INVALID, 422, [ [ 'subject' => 'required', 'message' => 'required' ], [ 'subject' => 'line_break', 'message' => 'too_long' ] ][ $index ] );
		}
		self::assertCount( count( $before ) + 2, $this->mails() );
	}

	public function test_a_second_press_sends_nothing_and_floods_come_to_an_end(): void {
		$date  = $this->far_date();
		$route = "/lernwelt/v1/event-dates/$date->id/message";
		$this->booked( $date->id );
		$before = count( $this->mails() );
		self::assertSame( 200, $this->rest( 'POST', $route, [ 'subject' => 'Raum', 'message' => 'Raum 5' ] )->get_status() );
		$again = $this->rest( 'POST', $route, [ 'subject' => 'Raum', 'message' => 'Raum 5' ] );
		self::assertSame( [ 409, 'just_sent' ], [ $again->get_status(), $again->get_data()['data']['reason'] ] );
		for ( $number = 2; $number <= WriteToAll::PER_HOUR; ++$number ) {
			self::assertSame( 200, $this->rest( 'POST', $route, [ 'subject' => 'Raum', 'message' => "Raum 5, $number" ] )->get_status() );
		}
		$this->assert_problem( $this->rest( 'POST', $route, [ 'subject' => 'Raum', 'message' => 'Raum 6' ] ), Problems::TOO_MANY, 429 );
		self::assertCount( $before + WriteToAll::PER_HOUR, $this->mails() );
	}

	public function test_files_run_no_formula_and_are_recorded(): void {
		$date = $this->far_date();
		$name = '=cmd|\'/C calc\'!A0';
		$this->booked( $date->id, new Person( 'e1', 0, $name, '-evil@example.org', [ 'lernwelt_teacher' ], new SchoolFacts( '', '+49;"x"', 'sekundarschule', 'harz', null ) ) );
		$csv = $this->rest( 'GET', "/lernwelt/v1/event-dates/$date->id/bookings-export" );
		self::assertInstanceOf( CsvResponse::class, $csv );
		self::assertSame( [ "attachment; filename=\"teilnehmende-2060-05-04-$date->id.csv\"", 'private, no-store' ], [ $csv->get_headers()['Content-Disposition'], $csv->get_headers()['Cache-Control'] ] );
		$text = $csv->get_data();
		self::assertStringStartsWith( "\xEF\xBB\xBF\"Buchungsnummer\";\"Name\";\"E-Mail\";", $text );
		self::assertStringContainsString( ";\"'$name\";\"'-evil@example.org\";\"'+49;\"\"x\"\"\";", $text );
		self::assertStringContainsString( '"Sekundarschule";"Harz";"unbekannt"', $text );

		$table = $this->rest( 'GET', "/lernwelt/v1/event-dates/$date->id/bookings-table" );
		$this->assert_answer( $table, self::SCHEMAS . 'participant-table.json' );
		self::assertSame( [ 2, $name ], [ count( $table->get_data()['rows'] ), $table->get_data()['rows'][1][1] ] );
		self::assertSame( [ "downloaded file:event-dates.$date->id.bookings-export", "downloaded date:$date->id 1" ], $this->log_of( 'export' ) );
	}

	/**
	 * @param array<array-key, ?bool> $marks Marks.
	 */
	private function mark( int $date, array $marks ): \WP_REST_Response {
		return $this->rest( 'POST', "/lernwelt/v1/event-dates/$date/attendance", [ 'marks' => (object) $marks ] );
	}

	/**
	 * @param array<string, mixed> $filter Filter.
	 * @return list<int>
	 */
	private function dates( array $filter ): array {
		return array_column( $this->rest( 'GET', '/lernwelt/v1/organiser/dates', $filter )->get_data()['items'], 'id' );
	}

	/** @return list<string> Waiting mails, the oldest first. */
	private function mails(): array {
		global $wpdb;
		return $wpdb->get_col( "SELECT mail FROM {$wpdb->prefix}lw_mail_queue ORDER BY id" );
	}
}
