<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Address;
use Lernwelt\Core\Delivery\DeliveryFailed;
use Lernwelt\Core\Delivery\Encryption;
use Lernwelt\Core\Delivery\SmtpSettings;
use Lernwelt\Core\Delivery\SmtpTransport;
use Lernwelt\Core\Mail;
use Lernwelt\Tests\Certificates;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\SmtpServer;
use PHPUnit\Framework\Attributes\TestWith;

/** The way to a mail server that asks for encryption and a password, against a real one. */
final class SmtpEncryptionTest extends IntegrationTestCase {

	private const LOGIN = [ 'user' => 'portale', 'password' => 'geheim "ü\'', 'mechanisms' => 'CRAM-MD5 LOGIN PLAIN' ];

	private Certificates $certificates;

	private ?SmtpServer $server = null;

	protected function setUp(): void {
		parent::setUp();
		remove_all_filters( 'pre_wp_mail' );
		remove_all_actions( 'phpmailer_init' );
		$this->certificates = new Certificates();
	}

	protected function tearDown(): void {
		$this->server?->stop();
		$this->server = null;
		$this->certificates->remove();
		parent::tearDown();
	}

	#[TestWith( [ 'starttls', 'CRAM-MD5 LOGIN PLAIN' ] )]
	#[TestWith( [ 'starttls', 'LOGIN' ] )]
	#[TestWith( [ 'tls', 'PLAIN' ] )]
	public function test_a_mail_goes_out_encrypted_and_with_a_login( string $encryption, string $mechanisms ): void {
		$transport = $this->transport( [ 'encryption' => $encryption, 'mechanisms' => $mechanisms ] + self::LOGIN, self::LOGIN['password'] );
		$transport->send( self::mail(), '<1@example.org>' );
		self::assertStringContainsString( 'Message-ID: <1@example.org>', (string) $this->server?->next() );
		self::assertTrue( wp_mail( 'a@example.org', 'WordPress', 'Text' ), 'what WordPress itself sends goes the same way' );
		self::assertStringContainsString( 'Subject: WordPress', (string) $this->server?->next() );
	}

	public function test_a_wrong_password_is_named_and_ends_the_round(): void {
		$problem = $this->failure( $this->transport( [ 'encryption' => 'starttls' ] + self::LOGIN, 'falsch' ) );
		self::assertStringContainsString( 'doesn\'t accept name and password: 535 5.7.8 wrong for …', $problem->getMessage() );
		self::assertStringNotContainsString( 'falsch', $problem->getMessage() );
		self::assertTrue( $problem->unreachable, 'a hundred mails are not a hundred wrong passwords' );
	}

	#[TestWith( [ 'starttls' ] )]
	#[TestWith( [ 'tls' ] )]
	public function test_a_certificate_of_an_unknown_authority_is_refused( string $encryption ): void {
		$problem = $this->failure( $this->transport( [ 'encryption' => $encryption ] + self::LOGIN, self::LOGIN['password'], '' ) );
		self::assertStringContainsString( 'The certificate of the mail server 127.0.0.1:', $problem->getMessage() );
		self::assertStringContainsString( 'no known authority', $problem->getMessage() );
		self::assertTrue( $problem->unreachable );
	}

	#[TestWith( [ 'starttls' ] )]
	#[TestWith( [ 'tls' ] )]
	public function test_the_certificate_of_another_server_is_refused( string $encryption ): void {
		$certificate = $this->certificates->server( 'DNS:mail.example.org' );
		$problem     = $this->failure( $this->transport( [ 'encryption' => $encryption, 'certificate' => $certificate ] + self::LOGIN, self::LOGIN['password'] ) );
		self::assertStringContainsString( 'belongs to another server', $problem->getMessage() );
	}

	public function test_a_certificate_that_has_run_out_is_refused(): void {
		$certificate = $this->certificates->server( 'IP:127.0.0.1', 0 );
		sleep( 1 );
		$problem = $this->failure( $this->transport( [ 'encryption' => 'tls', 'certificate' => $certificate ] + self::LOGIN, self::LOGIN['password'] ) );
		self::assertStringContainsString( 'it has run out', $problem->getMessage() );
	}

	public function test_a_server_that_hides_its_encryption_gets_nothing(): void {
		$problem = $this->failure( $this->transport( [ 'encryption' => '' ] + self::LOGIN, self::LOGIN['password'], encryption: Encryption::StartTls ) );
		self::assertStringContainsString( 'offers no encryption (STARTTLS), so nothing is sent', $problem->getMessage() );
		self::assertTrue( $problem->unreachable );
	}

	public function test_old_encryption_is_refused(): void {
		$problem = $this->failure( $this->transport( [ 'encryption' => 'starttls', 'method' => STREAM_CRYPTO_METHOD_TLSv1_1_SERVER ] + self::LOGIN, self::LOGIN['password'] ) );
		self::assertStringContainsString( 'No encryption came about', $problem->getMessage() );
	}

	public function test_words_before_the_encryption_are_noticed(): void {
		$problem = $this->failure( $this->transport( [ 'encryption' => 'starttls', 'inject' => "250-test\r\n250 AUTH PLAIN\r\n" ] + self::LOGIN, self::LOGIN['password'] ) );
		self::assertStringContainsString( 'before the encryption', $problem->getMessage() );
	}

	public function test_a_server_that_offers_no_password_login_is_named(): void {
		$problem = $this->failure( $this->transport( [ 'encryption' => 'tls', 'mechanisms' => 'CRAM-MD5 XOAUTH2' ] + self::LOGIN, self::LOGIN['password'] ) );
		self::assertStringContainsString( 'offers no login with name and password', $problem->getMessage() );
	}

	#[TestWith( [ 'starttls', 'banner', 'says nothing' ] )]
	#[TestWith( [ 'starttls', 'EHLO HELO', 'doesn\'t answer' ] )]
	#[TestWith( [ 'starttls', 'EHLO', 'offers no encryption' ] )]
	#[TestWith( [ 'starttls', 'handshake', 'No encryption came about' ] )]
	#[TestWith( [ 'tls', 'handshake', 'can\'t be reached' ] )]
	#[TestWith( [ 'tls', 'AUTH', 'fell silent during the login' ] )]
	#[TestWith( [ 'tls', 'RCPT', 'SMTP' ] )]
	public function test_a_server_that_falls_silent_is_left_in_time( string $encryption, string $when, string $what ): void {
		$transport = $this->transport( [ 'encryption' => $encryption, 'silent' => $when ] + self::LOGIN, self::LOGIN['password'] );
		$begin     = microtime( true );
		$problem   = $this->failure( $transport );
		self::assertStringContainsString( $what, $problem->getMessage() );
		self::assertTrue( $problem->unreachable, 'the next mail would only wait as well' );
		self::assertLessThan( 9, microtime( true ) - $begin );
	}

	public function test_a_server_that_refuses_the_connection_is_quoted(): void {
		$problem = $this->failure( $this->transport( [ 'banner' => '554 not for you' ], '' ) );
		self::assertStringContainsString( 'refuses the connection: 554 not for you', $problem->getMessage() );
	}

	public function test_a_refused_recipient_stops_no_other_mail(): void {
		$problem = $this->failure( $this->transport( [ 'encryption' => 'tls', 'refusal' => '550 unknown' ] + self::LOGIN, self::LOGIN['password'] ) );
		self::assertFalse( $problem->unreachable );
	}

	#[TestWith( [ Encryption::None, 'portale', 'x', '', 'encrypted connection only' ] )]
	#[TestWith( [ Encryption::Tls, 'portale', '', '', 'belong together' ] )]
	#[TestWith( [ Encryption::Tls, '', 'x', '', 'belong together' ] )]
	#[TestWith( [ Encryption::Tls, '', '', '/nowhere.pem', 'LERNWELT_SMTP_CA_FILE' ] )]
	#[TestWith( [ null, '', '', '', 'none, starttls or tls' ] )]
	public function test_settings_that_can_t_be_meant_send_nothing( ?Encryption $encryption, string $user, string $password, string $ca_file, string $what ): void {
		$this->server = new SmtpServer();
		$transport    = new SmtpTransport( new SmtpSettings( '127.0.0.1', $this->server->port, $user, $password, $encryption, $ca_file ) );
		add_action( 'phpmailer_init', $transport->configure( ... ) );
		$problem = $this->failure( $transport );
		self::assertStringContainsString( $what, $problem->getMessage() );
		self::assertTrue( $problem->unreachable );
		self::assertFalse( wp_mail( 'a@example.org', 'WordPress', 'Text' ) );
	}

	public function test_without_a_word_other_machines_are_spoken_to_encrypted(): void {
		self::assertSame( [ Encryption::None, Encryption::StartTls ], [ Encryption::for_host( '127.0.0.1' ), Encryption::for_host( 'mail.example.org' ) ] );
		$options = ( new SmtpSettings( 'mail.example.org', 587 ) )->stream()['ssl'];
		self::assertSame( [ 'mail.example.org', true, true, false ], [ $options['peer_name'], $options['verify_peer'], $options['verify_peer_name'], $options['allow_self_signed'] ] );
	}

	/** @param array<string, string|int> $how As SmtpServer's. */
	private function transport( array $how, string $password, ?string $ca_file = null, ?Encryption $encryption = null ): SmtpTransport {
		$how         += [ 'certificate' => $this->certificates->server( 'IP:127.0.0.1' ) ];
		$this->server = new SmtpServer( (string) ( $how['refusal'] ?? '' ), array_diff_key( $how, [ 'refusal' => 1 ] ) );
		$encryption ??= Encryption::tryFrom( (string) ( $how['encryption'] ?? '' ) ) ?? Encryption::None;
		$transport    = new SmtpTransport( new SmtpSettings( '127.0.0.1', $this->server->port, '' === $password ? '' : self::LOGIN['user'], $password, $encryption, $ca_file ?? $this->certificates->ca_file, 2, 2 ) );
		add_action( 'phpmailer_init', $transport->configure( ... ) );
		return $transport;
	}

	private function failure( SmtpTransport $transport ): DeliveryFailed {
		try {
			$transport->send( self::mail(), '<1@example.org>' );
		} catch ( DeliveryFailed $problem ) {
			return $problem;
		}
		self::fail( 'The mail went out.' );
	}

	private static function mail(): Mail {
		return new Mail( [ new Address( 'a@example.org' ) ], 'Betreff', 'Text' );
	}
}
