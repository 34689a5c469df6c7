<?php
/**
 * A conversation with the mail server.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use PHPMailer\PHPMailer\OAuthTokenProvider;
use PHPMailer\PHPMailer\SMTP;

/**
 * PHPMailer's, without its concessions: encryption is what the settings say or the conversation ends before name, password
 * or mail, and it remembers in plain words why it ended.
 */
final class SmtpSession extends SMTP {

	private string $problem = '';

	private bool $asked = false;

	private bool $has_begun = false;

	private bool $fell_silent = false;

	/** What the server says at first. */
	private ?string $banner = null;

	/** What PHP complained about, e.g. a certificate. */
	private string $complaints = '';

	/**
	 * @param SmtpSettings $settings Server and login.
	 */
	public function __construct( private readonly SmtpSettings $settings ) {
		// PHPMailer would wait five minutes for each answer, longer than a mail is held.
		$this->Timelimit = $settings->answer; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
	}

	/** Why no mail could be begun, for whoever runs the server; '' when there is another reason. */
	public function problem(): string {
		return $this->problem;
	}

	/** Whether the next mail would fare the same: no conversation came about, or it fell silent. */
	public function is_hopeless(): bool {
		return $this->asked && ( ! $this->has_begun || $this->fell_silent );
	}

	/**
	 * @param string       $host    Server, `ssl://` before it for TLS from the first byte.
	 * @param int|null     $port    Port.
	 * @param int          $timeout Seconds.
	 * @param array<mixed> $options Options of the connection.
	 */
	public function connect( $host, $port = null, $timeout = 30, $options = [] ): bool {
		$this->asked = true;
		$mistake     = $this->settings->mistake();
		if ( '' !== $mistake ) {
			return $this->fail( $mistake );
		}
		if ( parent::connect( $host, $port, $timeout, $options ) ) {
			return true;
		}
		return $this->fail(
			match ( true ) {
				null === $this->banner => $this->complaint( 'The mail server %s can\'t be reached.' ),
				'' === $this->banner   => 'The mail server %s accepts the connection and says nothing.',
				default                => "The mail server %s refuses the connection: $this->banner",
			}
		);
	}

	public function startTLS(): bool { // phpcs:ignore WordPress.NamingConventions.ValidFunctionName -- PHPMailer's name.
		if ( null === $this->getServerExtList() ) {
			return $this->fail( 'The mail server %s accepts the connection and doesn\'t answer.' );
		}
		if ( ! (bool) $this->getServerExt( 'STARTTLS' ) ) {
			return $this->fail( 'The mail server %s offers no encryption (STARTTLS), so nothing is sent.' );
		}
		$connection = $this->smtp_conn; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
		if ( ! $this->sendCommand( 'STARTTLS', 'STARTTLS', 220 ) || ! is_resource( $connection ) ) {
			return $this->fail( 'The mail server %s doesn\'t begin the encryption it offers, so nothing is sent.' );
		}
		if ( 0 < stream_get_meta_data( $connection )['unread_bytes'] ) {
			return $this->fail( 'Somebody put words into the mouth of the mail server %s before the encryption, so nothing is sent.' );
		}
		set_error_handler( fn ( int $number, string $message ): bool => $this->complain( $message ) ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- PHP warns, the caller needs the reason.
		try {
			$encrypted = stream_socket_enable_crypto( $connection, true, SmtpSettings::METHODS );
		} finally {
			restore_error_handler();
		}
		if ( true === $encrypted ) {
			return true;
		}
		return $this->fail( $this->complaint( 'No encryption came about with the mail server %s.' ) );
	}

	/**
	 * @param string                  $username Name.
	 * @param string                  $password Password.
	 * @param string|null             $authtype Not used: what the server offers decides.
	 * @param OAuthTokenProvider|null $OAuth    Not used.
	 */
	public function authenticate( $username, #[\SensitiveParameter] $password, $authtype = null, $OAuth = null ): bool { // phpcs:ignore WordPress.NamingConventions.ValidVariableName
		$offered   = $this->getServerExt( 'AUTH' );
		$mechanism = array_values( array_intersect( [ 'PLAIN', 'LOGIN' ], is_array( $offered ) ? $offered : [] ) )[0] ?? null;
		if ( null === $mechanism ) {
			return $this->fail( 'The mail server %s offers no login with name and password (PLAIN, LOGIN).' );
		}
		if ( parent::authenticate( $username, $password, $mechanism ) ) {
			return true;
		}
		$reply = $this->getLastReply();
		return $this->fail( '' === $reply ? 'The mail server %s fell silent during the login.' : "The mail server %s doesn't accept name and password: $reply" );
	}

	/** @param string $from Sender. */
	public function mail( $from ): bool {
		$this->has_begun = true;
		return parent::mail( $from );
	}

	protected function get_lines(): string {
		$reply              = (string) parent::get_lines();
		$this->banner     ??= $reply;
		$this->fell_silent = $this->fell_silent || '' === $reply;
		return $reply;
	}

	/**
	 * @param int    $errno   Kind.
	 * @param string $errmsg  What PHP says.
	 * @param string $errfile File.
	 * @param int    $errline Line.
	 */
	protected function errorHandler( $errno, $errmsg, $errfile = '', $errline = 0 ): void { // phpcs:ignore WordPress.NamingConventions.ValidFunctionName
		$this->complain( $errmsg );
		parent::errorHandler( $errno, $errmsg, $errfile, $errline );
	}

	private function complain( string $message ): bool {
		$this->complaints .= "$message\n";
		return true;
	}

	private function complaint( string $otherwise ): string {
		return match ( true ) {
			str_contains( $this->complaints, 'certificate verify failed' ) => 'The certificate of the mail server %s isn\'t valid: it has run out, or no known authority (LERNWELT_SMTP_CA_FILE) has signed it.',
			str_contains( $this->complaints, 'did not match expected' ),
			str_contains( $this->complaints, 'Unable to locate peer certificate CN' ) => 'The certificate of the mail server %s belongs to another server.',
			default => $otherwise,
		};
	}

	/** @param string $problem Sentence; %s is the server. */
	private function fail( string $problem ): false {
		if ( '' === $this->problem ) {
			$this->problem = trim( str_replace( '%s', "{$this->settings->host}:{$this->settings->port}", $problem ) );
		}
		return false;
	}
}
