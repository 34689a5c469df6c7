<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use DateTimeImmutable;
use Lernwelt\Core\Address;
use Lernwelt\Core\Attachment;
use Lernwelt\Core\Calendar\Invitation;
use Lernwelt\Core\Calendar\InvitationMethod;
use Lernwelt\Core\Calendar\Period;
use Lernwelt\Core\Delivery\DeliveryFailed;
use Lernwelt\Core\Delivery\SmtpSettings;
use Lernwelt\Core\Delivery\SmtpTransport;
use Lernwelt\Core\Mail;
use Lernwelt\Tests\CalendarReader;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\MimePart;
use Lernwelt\Tests\SmtpServer;

final class SmtpTransportTest extends IntegrationTestCase {

	private ?SmtpServer $server = null;

	protected function setUp(): void {
		parent::setUp();
		remove_all_filters( 'pre_wp_mail' );
		remove_all_actions( 'phpmailer_init' );
	}

	protected function tearDown(): void {
		$this->server?->stop();
		$this->server = null;
		parent::tearDown();
	}

	public function test_the_mail_on_the_wire(): void {
		$this->transport()->send(
			new Mail( [ new Address( 'a@example.org', 'Zoë, "Chefin" <x>' ), new Address( 'b@example.org' ) ], 'Größe', "Grüße\nZeile 2", new Address( 'antwort@example.org', 'Antwort' ), 'de_DE' ),
			'<0123@lernorte.localhost>'
		);
		[ $headers, $body ] = self::parts( $this->next() );

		self::assertSame( '<0123@lernorte.localhost>', $headers['message-id'] );
		self::assertSame( 'Größe', iconv_mime_decode( $headers['subject'], 0, 'UTF-8' ) );
		self::assertSame( 'Zoë Chefin x <a@example.org>, b@example.org', iconv_mime_decode( $headers['to'], 0, 'UTF-8' ) );
		self::assertSame( 'Antwort <antwort@example.org>', $headers['reply-to'] );
		self::assertSame( 'text/plain; charset=UTF-8', $headers['content-type'] );
		self::assertSame( 'de-DE', $headers['content-language'] );
		self::assertStringContainsString( '<noreply@lernwelt-lsa.localhost>', $headers['from'] );
		self::assertSame( "Grüße\nZeile 2", trim( 'base64' === ( $headers['content-transfer-encoding'] ?? '' ) ? (string) base64_decode( $body, true ) : quoted_printable_decode( $body ) ) );
	}

	public function test_the_portal_chooses_the_sender(): void {
		add_filter( 'lernwelt_mail_from', static fn (): Address => new Address( 'kontakt@example.org', 'Lernorte & mehr' ) );
		$this->transport()->send( self::mail(), '<1@example.org>' );

		self::assertSame( 'Lernorte & mehr <kontakt@example.org>', self::parts( $this->next() )[0]['from'] );
	}

	public function test_plain_text_stays_even_if_a_plugin_wants_html(): void {
		add_filter( 'wp_mail_content_type', static fn (): string => 'text/html' );
		$this->transport()->send( self::mail(), '<1@example.org>' );

		self::assertSame( 'text/plain; charset=UTF-8', self::parts( $this->next() )[0]['content-type'] );
	}

	public function test_the_next_mail_of_wordpress_gets_a_message_id_of_its_own(): void {
		$this->transport()->send( self::mail(), '<1@example.org>' );
		$this->next();
		self::assertTrue( wp_mail( 'a@example.org', 'WordPress', 'Text' ) );

		self::assertNotSame( '<1@example.org>', self::parts( $this->next() )[0]['message-id'] );
	}

	public function test_a_refusal_names_the_answer_without_the_address(): void {
		$transport = $this->transport( '451 come back later' );
		try {
			$transport->send( self::mail(), '<1@example.org>' );
			self::fail( 'no exception' );
		} catch ( DeliveryFailed $problem ) {
			self::assertFalse( $problem->unreachable );
			self::assertStringEndsWith( 'come back later', $problem->getMessage() );
			self::assertStringNotContainsString( '@', $problem->getMessage() );
		}
	}

	public function test_a_server_that_is_down_is_recognised(): void {
		$transport = $this->transport();
		$this->server?->stop();
		$this->server = null;
		try {
			$transport->send( self::mail(), '<1@example.org>' );
			self::fail( 'no exception' );
		} catch ( DeliveryFailed $problem ) {
			self::assertTrue( $problem->unreachable );
		}
	}

	public function test_is_down_even_if_the_mail_before_went_through(): void {
		$transport = $this->transport();
		$transport->send( self::mail(), '<1@example.org>' );
		$this->server?->stop();
		$this->server = null;
		try {
			$transport->send( self::mail(), '<2@example.org>' );
			self::fail( 'no exception' );
		} catch ( DeliveryFailed $problem ) {
			self::assertTrue( $problem->unreachable );
		}
	}

	public function test_an_invitation_stands_beside_the_text_and_goes_along_as_a_file(): void {
		$text       = "Grüße 😀\nSie haben gebucht: https://startchancen.example.org/buchung?id=17\n.\nEnde " . str_repeat( 'lang ', 300 );
		$invitation = new Invitation( 'booking-17@startchancen.example.org', 1, InvitationMethod::Request, Period::days( '2026-12-03', '2026-12-04' ), 'Übergänge', new Address( 'lisa@example.org' ), new DateTimeImmutable( '2026-11-22' ), new Address( 'zoe@example.org', 'Zoë' ), str_repeat( 'Größe 👩🏽‍🏫, ', 40 ) );
		$this->transport()->send( new Mail( [ new Address( 'zoe@example.org' ) ], 'Bestätigung', $text, null, 'de_DE', [ $invitation->attachment() ] ), '<17@example.org>' );
		$source = $this->next();
		$mail   = MimePart::of( $source );

		self::assertSame( 'multipart/mixed(multipart/alternative(text/plain, text/calendar), application/ics)', $mail->outline() );
		[ $alternatives, $file ] = $mail->parts;
		[ $plain, $calendar ]    = $alternatives->parts;
		self::assertSame( 'text/plain; charset=UTF-8', $plain->headers['content-type'] );
		self::assertSame( $text, str_replace( "\r\n", "\n", $plain->content() ) );
		self::assertSame( 'text/calendar; method=REQUEST; charset=UTF-8', $calendar->headers['content-type'] );
		self::assertArrayNotHasKey( 'content-disposition', $calendar->headers );
		self::assertSame( $invitation->text(), $calendar->content() );
		self::assertSame( [ 'application/ics; name=invite.ics', 'attachment; filename=invite.ics' ], [ $file->headers['content-type'], $file->headers['content-disposition'] ] );
		self::assertSame( $invitation->text(), $file->content() );
		self::assertSame( [ '1.0', '<17@example.org>', 'de-DE' ], [ $mail->headers['mime-version'], $mail->headers['message-id'], $mail->headers['content-language'] ] );
		self::assertSame( [], array_filter( explode( "\n", $source ), static fn ( string $line ): bool => 998 < strlen( $line ) ), 'no line is longer than servers allow' );
		self::assertSame( 1, preg_match( '/^[\x00-\x7F]*$/D', $source ), 'servers that know only ASCII take it' );
		self::assertSame( [], ( new CalendarReader( $calendar->content() ) )->problems() );
	}

	public function test_a_file_that_is_no_invitation_goes_along_as_it_is(): void {
		$bytes = random_bytes( 5000 );
		$this->transport()->send( new Mail( [ new Address( 'a@example.org' ) ], 'Betreff', 'Text ü', attachments: [ new Attachment( 'Übersicht, neu.pdf', 'application/pdf', $bytes ) ] ), '<1@example.org>' );
		$mail = MimePart::of( $this->next() );

		self::assertSame( 'multipart/mixed(text/plain, application/pdf)', $mail->outline() );
		self::assertSame( 'Text ü', trim( $mail->parts[0]->content() ) );
		self::assertSame( $bytes, $mail->parts[1]->content() );
		self::assertSame( 'attachment; filename="Übersicht, neu.pdf"', iconv_mime_decode( $mail->parts[1]->headers['content-disposition'], 0, 'UTF-8' ) );
	}

	public function test_neither_file_nor_invitation_stays_for_the_next_mail(): void {
		$transport = $this->transport();
		$ics       = new Attachment( 'invite.ics', 'text/calendar; method=CANCEL; charset=UTF-8', "BEGIN:VCALENDAR\r\n" );
		$transport->send( new Mail( [ new Address( 'a@example.org' ) ], 'Betreff', 'Text', attachments: [ $ics ] ), '<1@example.org>' );
		$this->next();
		$transport->send( self::mail(), '<2@example.org>' );
		self::assertSame( 'text/plain', MimePart::of( $this->next() )->outline() );

		$transport->send( new Mail( [ new Address( 'a@example.org' ) ], 'Betreff', 'Text', attachments: [ $ics ] ), '<3@example.org>' );
		$this->next();
		self::assertTrue( wp_mail( 'a@example.org', 'WordPress', 'Text' ) );
		self::assertSame( 'text/plain', MimePart::of( $this->next() )->outline() );
	}

	private function transport( string $refusal = '' ): SmtpTransport {
		$this->server = new SmtpServer( $refusal );
		$transport    = new SmtpTransport( new SmtpSettings( '127.0.0.1', $this->server->port ) );
		add_action( 'phpmailer_init', $transport->configure( ... ) );
		return $transport;
	}

	private function next(): string {
		return $this->server?->next() ?? '';
	}

	private static function mail(): Mail {
		return new Mail( [ new Address( 'a@example.org' ) ], 'Betreff', 'Text' );
	}

	/**
	 * @return array{array<string, string>, string} Headers by lower-case name, body.
	 */
	private static function parts( string $mail ): array {
		[ $head, $body ] = explode( "\n\n", $mail, 2 );
		$headers         = [];
		foreach ( explode( "\n", (string) preg_replace( "/\n[ \t]+/", ' ', $head ) ) as $line ) {
			[ $name, $value ]                = explode( ': ', $line, 2 );
			$headers[ strtolower( $name ) ] = $value;
		}
		return [ $headers, $body ];
	}
}
