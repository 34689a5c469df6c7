<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Application\Reminders;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Core\Mail;
use Lernwelt\Tests\CalendarReader;

/** What people who booked read, and what their calendars do. */
final class MailsTest extends BookingTestCase {

	protected function setUp(): void {
		parent::setUp();
		switch_to_locale( 'de_DE' );
	}

	public function test_a_confirmation(): void {
		$booking = $this->booked( $this->date()->id );
		$mail    = $this->only_mail();
		self::assertSame( 'Gebucht: Lesen „mit allen Sinnen“, Do., 3. Dez. 2026, 14:00 bis 16:00 Uhr', $mail->subject );
		self::assertSame( [ $booking->person->email, 'Anja Lehmann', "booking:$booking->id" ], [ $mail->to[0]->email, $mail->to[0]->name, $mail->topic ] );
		foreach ( [ 'Guten Tag Anja Lehmann,', 'Sie haben einen Platz.', 'Wann: Donnerstag, 3. Dezember 2026, 14:00 bis 16:00 Uhr', 'Wo: LISA, Riebeckplatz 9, Halle', "Buchungsnummer: $booking->number", 'bis Dienstag, 1. Dezember 2026, 14:00 Uhr', $this->parts->links()->page( $booking ) ] as $part ) {
			self::assertStringContainsString( $part, $mail->text );
		}
		$entry = $this->entry( $mail );
		self::assertSame( [ 'REQUEST', '0', 'Lesen „mit allen Sinnen“' ], [ $entry->value( 'METHOD' ), $entry->value( 'VEVENT.SEQUENCE' ), $entry->value( 'VEVENT.SUMMARY' ) ] );
	}

	public function test_a_colleague_who_booked_is_named(): void {
		$head = $this->log_in_as( 'editor' );
		wp_update_user( [ 'ID' => $head->ID, 'display_name' => 'Sabine Krüger' ] );
		$this->parts->book_seat()->book( $this->date()->id, self::person(), [], $head->ID );
		self::assertStringContainsString( 'Sabine Krüger hat einen Platz für Sie gebucht.', $this->only_mail()->text );
	}

	public function test_a_change_and_the_end_reach_the_same_entry_with_a_higher_sequence(): void {
		$date    = $this->date();
		$booking = $this->booked( $date->id );
		$first   = $this->entry( $this->only_mail() );

		$later = self::facts( [ 'period' => Period::typed( '2026-12-10 15:00', '2026-12-10 17:00', new DateTimeZone( 'Europe/Berlin' ) ) ] );
		$this->parts->manage_dates()->change( $date, $later, $date->version, "Der Referent ist krank.\r\n\r\nWir bitten um Verständnis." );
		$moved = $this->only_mail();
		self::assertStringStartsWith( 'Geändert: Lesen', $moved->subject );
		foreach ( [ "Der Referent ist krank.\n\nWir bitten um Verständnis.", 'Wann: Donnerstag, 10. Dezember 2026, 15:00 bis 17:00 Uhr', 'Bisher: wann: Donnerstag, 3. Dezember 2026', 'Ihr Platz bleibt Ihnen' ] as $part ) {
			self::assertStringContainsString( $part, $moved->text );
		}
		self::assertStringNotContainsString( 'Bisher: wo', $moved->text, 'only what differs' );
		$second = $this->entry( $moved );

		$this->parts->cancel_booking()->cancel( $booking, CancelledBy::Person );
		$gone  = $this->only_mail();
		$third = $this->entry( $gone );
		self::assertStringContainsString( 'Ihre Buchung ist storniert; Ihr Platz ist für andere frei.', $gone->text );
		self::assertSame( [ $first->value( 'VEVENT.UID' ), $first->value( 'VEVENT.UID' ) ], [ $second->value( 'VEVENT.UID' ), $third->value( 'VEVENT.UID' ) ] );
		self::assertSame( [ '0', '1', '2' ], [ $first->value( 'VEVENT.SEQUENCE' ), $second->value( 'VEVENT.SEQUENCE' ), $third->value( 'VEVENT.SEQUENCE' ) ] );
		self::assertSame( [ 'REQUEST', 'CANCEL' ], [ $second->value( 'METHOD' ), $third->value( 'METHOD' ) ] );
	}

	public function test_a_date_that_is_called_off_says_so(): void {
		$date = $this->date();
		$this->booked( $date->id );
		$this->only_mail();
		$this->parts->manage_dates()->cancel( $date, 'Zu wenige Anmeldungen.' );
		$mail = $this->only_mail();
		self::assertStringStartsWith( 'Fällt aus: Lesen', $mail->subject );
		self::assertStringContainsString( 'Zu wenige Anmeldungen.', $mail->text );
		self::assertStringNotContainsString( 'Buchungsnummer', $mail->text );
		self::assertSame( 'CANCEL', $this->entry( $mail )->value( 'METHOD' ) );
	}

	public function test_everybody_is_reminded_once_on_the_morning_before(): void {
		$date = $this->date();
		$this->booked( $date->id );
		$this->booked( $date->id, self::person( 'Jörg Öhler' ) );
		$this->waiting();
		$this->clock->advance( '+30 days -1 hour -1 second' );
		self::assertSame( 0, $this->reminders()->run() );
		$this->clock->advance( '+1 second' );
		self::assertSame( 2, $this->reminders()->run() );
		self::assertSame( 0, $this->reminders()->run(), 'nobody twice' );
		$mails = $this->waiting();
		self::assertCount( 2, $mails );
		self::assertStringStartsWith( 'Erinnerung: Lesen', $mails[0]->subject );
		self::assertSame( [], $mails[0]->attachments );
	}

	public function test_nobody_is_reminded_of_what_was_called_off(): void {
		$date = $this->date();
		$this->booked( $date->id );
		$this->parts->manage_dates()->cancel( $date );
		$this->waiting();
		$this->clock->advance( '+30 days' );
		self::assertSame( 0, $this->reminders()->run() );
	}

	public function test_answers_go_to_the_contact_and_titles_break_no_header(): void {
		$event = $this->event( [ 'post_title' => 'Zwei &amp; zwei 🎲' ] );
		update_post_meta( $event, Event::META, [ 'format' => 'onsite', 'contact_name' => 'Felix Obermüller', 'contact_email' => 'felix@example.org' ] );
		$this->booked( $this->date( [], $event )->id );
		$mail = $this->only_mail();
		self::assertStringStartsWith( 'Gebucht: Zwei & zwei 🎲, ', $mail->subject );
		self::assertSame( 'felix@example.org', $mail->reply_to?->email );
		self::assertStringContainsString( 'Fragen? Felix Obermüller, felix@example.org', $mail->text );
	}

	public function test_who_has_no_address_gets_no_mail(): void {
		$person = self::person();
		$this->parts->book_seat()->book( $this->date()->id, new Person( 'e1', 0, $person->name, '', [], $person->school ), [], 0, true );
		self::assertSame( [], $this->waiting() );
	}

	private function reminders(): Reminders {
		$parts = $this->parts;
		return new Reminders( $parts->dates(), $parts->bookings(), $parts->events(), $parts->announcements(), $parts->services->transaction, $this->clock );
	}

	private function only_mail(): Mail {
		$mails = $this->waiting();
		self::assertCount( 1, $mails );
		return $mails[0];
	}

	/**
	 * Takes what waits out of the queue.
	 *
	 * @return list<Mail>
	 */
	private function waiting(): array {
		global $wpdb;
		$mails = array_values( array_map( Mail::from_json( ... ), $wpdb->get_col( "SELECT mail FROM {$wpdb->prefix}lw_mail_queue ORDER BY id" ) ) );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}lw_mail_queue" );
		return $mails;
	}

	private function entry( Mail $mail ): CalendarReader {
		self::assertCount( 1, $mail->attachments );
		$entry = new CalendarReader( $mail->attachments[0]->content );
		self::assertSame( [], $entry->problems() );
		return $entry;
	}
}
