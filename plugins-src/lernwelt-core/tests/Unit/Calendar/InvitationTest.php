<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Calendar;

use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Address;
use Lernwelt\Core\Calendar\InvalidInvitation;
use Lernwelt\Core\Calendar\Invitation;
use Lernwelt\Core\Calendar\InvitationMethod;
use Lernwelt\Core\Calendar\Period;
use Lernwelt\Tests\CalendarReader;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** @phpstan-import-type Facts from InvitationCases */
final class InvitationTest extends TestCase {

	/**
	 * @return array<string, array{Facts}>
	 */
	public static function cases(): array {
		return array_map( static fn ( array $facts ): array => [ $facts ], InvitationCases::all() );
	}

	/** @param Facts $facts */
	#[DataProvider( 'cases' )]
	public function test_a_library_that_did_not_write_it_reads_what_was_meant( array $facts ): void {
		$read = new CalendarReader( InvitationCases::invitation( $facts )->text() );

		self::assertSame( [], $read->problems() );
		self::assertSame( 1, $read->count( 'VEVENT' ) );
		self::assertSame( [ $facts['method'], 'booking-17@startchancen.example.org', (string) $facts['sequence'] ], [ $read->value( 'METHOD' ), $read->value( 'VEVENT.UID' ), $read->value( 'VEVENT.SEQUENCE' ) ] );
		self::assertSame( '2026-11-22T07:00:00Z', $read->time( 'VEVENT.DTSTAMP' ) );
		self::assertSame( 'CANCEL' === $facts['method'] ? 'CANCELLED' : 'CONFIRMED', $read->value( 'VEVENT.STATUS' ) );
		self::assertSame( $facts['summary'], $read->value( 'VEVENT.SUMMARY' ) );
		self::assertSame( $facts['description'], (string) $read->value( 'VEVENT.DESCRIPTION' ) );
		self::assertSame( $facts['location'], (string) $read->value( 'VEVENT.LOCATION' ) );
		self::assertSame( $facts['url'], (string) $read->value( 'VEVENT.URL' ) );
		self::assertSame( [ 'mailto:lisa@example.org', 'Landesinstitut: Schulqualität, Lehrerbildung' ], [ $read->value( 'VEVENT.ORGANIZER' ), $read->parameter( 'VEVENT.ORGANIZER', 'CN' ) ] );
		if ( '' === $facts['attendee'] ) {
			self::assertNull( $read->value( 'VEVENT.ATTENDEE' ) );
		} else {
			self::assertSame( [ 'mailto:zoe.gross+kurs@example.org', str_replace( '"', '', $facts['attendee'] ) ], [ $read->value( 'VEVENT.ATTENDEE' ), $read->parameter( 'VEVENT.ATTENDEE', 'CN' ) ] );
		}
	}

	/** @param Facts $facts */
	#[DataProvider( 'cases' )]
	public function test_times_are_the_same_instants_and_days( array $facts ): void {
		$read = new CalendarReader( InvitationCases::invitation( $facts )->text() );

		self::assertSame( $facts['start'], $read->time( 'VEVENT.DTSTART' ) );
		$end = '' === $facts['zone'] ? ( new DateTimeImmutable( $facts['end'] ) )->modify( '+1 day' )->format( 'Y-m-d' ) : $facts['end'];
		self::assertSame( $end, $read->time( 'VEVENT.DTEND' ), 'of whole days, the day after the last one' );
		$by_the_clock = 'Europe/Berlin' === $read->parameter( 'VEVENT.DTSTART', 'TZID' );
		self::assertSame( $by_the_clock ? 1 : 0, $read->count( 'VTIMEZONE' ), 'a zone that is named is there' );
	}

	/** @param Facts $facts */
	#[DataProvider( 'cases' )]
	public function test_lines_are_ended_and_folded_as_the_standard_wants( array $facts ): void {
		$file = InvitationCases::invitation( $facts )->text();

		self::assertStringEndsWith( "END:VCALENDAR\r\n", $file );
		self::assertDoesNotMatchRegularExpression( '/(?<!\r)\n|\r(?!\n)/', $file );
		foreach ( explode( "\r\n", $file ) as $line ) {
			self::assertLessThanOrEqual( 75, strlen( $line ), $line );
			self::assertTrue( mb_check_encoding( $line, 'UTF-8' ), 'no character is torn: ' . $line );
			self::assertDoesNotMatchRegularExpression( '/[\x00-\x08\x0A-\x1F\x7F]/', $line );
		}
	}

	public function test_uses_the_clock_of_the_place_except_where_it_says_nothing(): void {
		$file = static fn ( string $name ): string => InvitationCases::invitation( InvitationCases::all()[ $name ] )->text();

		self::assertStringContainsString( "\r\nDTSTART;TZID=Europe/Berlin:20260328T220000\r\nDTEND;TZID=Europe/Berlin:20260329T060000\r\n", $file( 'the night that loses an hour' ) );
		self::assertStringContainsString( "\r\nDTSTART;TZID=Europe/Berlin:20260329T030000\r\n", $file( 'right after the lost hour' ) );
		self::assertStringContainsString( "\r\nDTSTART;TZID=Europe/Berlin:20261024T230000\r\nDTEND;TZID=Europe/Berlin:20261025T060000\r\n", $file( 'the night that gains an hour' ) );
		self::assertStringContainsString( "\r\nDTSTART:20261025T003000Z\r\nDTEND:20261025T013000Z\r\n", $file( 'within the hour that comes back' ) );
		self::assertStringContainsString( "\r\nDTSTART:20261024T220000Z\r\nDTEND:20261025T015959Z\r\n", $file( 'until the hour that comes back' ) );
		self::assertStringContainsString( "\r\nDTSTART;TZID=Europe/Berlin:20261025T030000\r\n", $file( 'right after that hour' ) );
		self::assertStringContainsString( "\r\nDTSTART:20260603T130000Z\r\n", $file( 'another zone' ) );
		self::assertStringContainsString( "\r\nDTSTART;VALUE=DATE:20261230\r\nDTEND;VALUE=DATE:20270103\r\n", $file( 'whole days around the new year' ) );
	}

	public function test_the_person_invited_has_accepted_and_need_not_answer(): void {
		$read = new CalendarReader( InvitationCases::invitation( InvitationCases::all()['a change in summer'] )->text() );
		self::assertSame( [ 'ACCEPTED', 'FALSE', 'REQ-PARTICIPANT' ], [ $read->parameter( 'VEVENT.ATTENDEE', 'PARTSTAT' ), $read->parameter( 'VEVENT.ATTENDEE', 'RSVP' ), $read->parameter( 'VEVENT.ATTENDEE', 'ROLE' ) ] );
	}

	public function test_what_no_file_can_hold_is_left_out(): void {
		$read = new CalendarReader(
			( new Invitation( 'a@b', 0, InvitationMethod::Publish, Period::days( '2026-01-01', '2026-01-01' ), "Zwei\r\n Zeilen\x07", new Address( 'a?b%c@example.org' ), new DateTimeImmutable( '@0' ), null, "Gr\xFC\xDFe\x00\r\nEND:VEVENT\rBEGIN:VALARM" ) )->text()
		);

		self::assertSame( [], $read->problems() );
		self::assertSame( 'Zwei Zeilen', $read->value( 'VEVENT.SUMMARY' ) );
		self::assertSame( "Gr??e\nEND:VEVENT\nBEGIN:VALARM", $read->value( 'VEVENT.DESCRIPTION' ) );
		self::assertSame( 'mailto:a%3Fb%25c@example.org', $read->value( 'VEVENT.ORGANIZER' ) );
		self::assertSame( 0, $read->count( 'VALARM' ) );
	}

	public function test_goes_into_a_mail_as_calendars_expect_it(): void {
		$invitation = InvitationCases::invitation( InvitationCases::all()['a cancellation'] );
		$attachment = $invitation->attachment();
		self::assertSame( [ 'invite.ics', 'text/calendar; method=CANCEL; charset=UTF-8', $invitation->text() ], [ $attachment->name, $attachment->type, $attachment->content ] );
		self::assertTrue( $attachment->is_calendar() );
	}

	public function test_the_fixture_of_the_other_reader_is_what_is_written_now(): void {
		self::assertSame( InvitationCases::json(), file_get_contents( dirname( __DIR__, 2 ) . '/fixtures/invitations.json' ), 'After a change on purpose: php plugins-src/lernwelt-core/tests/fixtures/invitations.php' );
	}

	#[DataProvider( 'refused' )]
	public function test_refuses_at_birth( string $reason, Closure $build ): void {
		try {
			$build();
			self::fail( 'no exception' );
		} catch ( InvalidInvitation $refused ) {
			self::assertSame( $reason, $refused->reason );
		}
	}

	/**
	 * @return array<string, array{string, Closure(): mixed}>
	 */
	public static function refused(): array {
		$with = static fn ( string $uid = 'a@b', int $sequence = 0, string $summary = 'S', string $url = '', ?Address $attendee = null, InvitationMethod $method = InvitationMethod::Publish ): Closure
			=> static fn (): Invitation => new Invitation( $uid, $sequence, $method, Period::days( '2026-01-01', '2026-01-01' ), $summary, new Address( 'a@example.org' ), new DateTimeImmutable( '@0' ), $attendee, '', '', $url );
		$zone = new DateTimeZone( 'Europe/Berlin' );
		$at   = new DateTimeImmutable( '2026-01-01 10:00:00.2' );
		return [
			'no host'                   => [ 'uid', $with( uid: 'booking-17' ) ],
			'a line in the uid'         => [ 'uid', $with( uid: "a@b\r\nX:1" ) ],
			'a break after the uid'     => [ 'uid', $with( uid: "a@b\n" ) ],
			'a uid without end'         => [ 'uid', $with( uid: str_repeat( 'a', 189 ) . '@b' ) ],
			'a sequence below zero'     => [ 'sequence', $with( sequence: -1 ) ],
			'no title'                  => [ 'summary', $with( summary: " \n" ) ],
			'a script as address'       => [ 'url', $with( url: 'javascript:alert(1)' ) ],
			'a line in the address'     => [ 'url', $with( url: "https://example.org/\r\nX:1" ) ],
			'a request to nobody'       => [ 'attendee', $with( method: InvitationMethod::Request ) ],
			'a cancellation for nobody' => [ 'attendee', $with( method: InvitationMethod::Cancel ) ],
			'a person made public'      => [ 'attendee', $with( attendee: new Address( 'b@example.org' ) ) ],
			'the end before the start'  => [ 'period', static fn () => Period::of( $at, $at->modify( '-1 second' ), $zone ) ],
			'no time at all'            => [ 'period', static fn () => Period::of( $at, $at->modify( '+100 milliseconds' ), $zone ) ],
			'the last day before'       => [ 'period', static fn () => Period::days( '2026-01-02', '2026-01-01' ) ],
			'a day that never comes'    => [ 'day', static fn () => Period::days( '2026-02-29', '2026-03-01' ) ],
			'a day with a time'         => [ 'day', static fn () => Period::days( '2026-02-01 10:00', '2026-03-01' ) ],
		];
	}
}
