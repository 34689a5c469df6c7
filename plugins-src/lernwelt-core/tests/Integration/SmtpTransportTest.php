<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Address;
use Lernwelt\Core\Delivery\DeliveryFailed;
use Lernwelt\Core\Delivery\SmtpTransport;
use Lernwelt\Core\Mail;
use Lernwelt\Tests\IntegrationTestCase;
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

	private function transport( string $refusal = '' ): SmtpTransport {
		$this->server = new SmtpServer( $refusal );
		$transport    = new SmtpTransport( '127.0.0.1', $this->server->port );
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
