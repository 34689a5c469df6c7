<?php
/**
 * Mail over SMTP.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use Lernwelt\Core\Address;
use Lernwelt\Core\Mail;
use PHPMailer\PHPMailer\PHPMailer;
use WP_Error;

/** Sends through wp_mail() and points everything that WordPress mails to our server. */
final class SmtpTransport implements Transport {

	private string $message_id = '';

	private ?Mail $mail = null;

	private ?SmtpSession $session = null;

	/**
	 * @param SmtpSettings $settings Server and login.
	 */
	public function __construct( private readonly SmtpSettings $settings ) {}

	public function send( Mail $mail, string $message_id ): void {
		$error    = new WP_Error();
		$remember = static function ( WP_Error $failure ) use ( &$error ): void {
			$error = $failure;
		};
		add_action( 'wp_mail_failed', $remember );
		$this->message_id = $message_id;
		$this->mail       = $mail;
		$this->session    = null;
		try {
			$sent = wp_mail( array_map( self::line( ... ), $mail->to ), $mail->subject, $mail->text, $this->headers( $mail ) );
		} finally {
			$this->message_id = '';
			$this->mail       = null;
			remove_action( 'wp_mail_failed', $remember );
		}
		if ( ! $sent ) {
			$session = $this->session();
			$problem = $session?->problem() ?? '';
			// Servers repeat the recipient; the queue's list shows no addresses.
			$message = trim( (string) preg_replace( '/[^\s<>:,;]+@[^\s<>:,;]+/', '…', '' === $problem ? $error->get_error_message() : $problem ) );
			throw new DeliveryFailed( '' === $message ? 'wp_mail() refused the mail.' : $message, $session?->is_hopeless() ?? false );
		}
	}

	/**
	 * Sets the server for every mail of WordPress, Message-ID and attachments for ours; action `phpmailer_init`.
	 *
	 * @param PHPMailer $phpmailer WordPress's mailer, used again for the next mail.
	 */
	public function configure( PHPMailer $phpmailer ): void {
		$settings = $this->settings;
		// WordPress uses its mailer again for the next mail: neither the last answer nor the id may stay.
		$this->session = new SmtpSession( $settings );
		$phpmailer->setSMTPInstance( $this->session );
		if ( '' !== $settings->host ) {
			$phpmailer->isSMTP();
			// phpcs:disable WordPress.NamingConventions.ValidVariableName -- PHPMailer's own names.
			$phpmailer->Host = $settings->host;
			$phpmailer->Port = $settings->port;
			// Never "encrypted if offered": that would be unencrypted whenever somebody in between wants it.
			$phpmailer->SMTPAutoTLS = false;
			$phpmailer->SMTPSecure  = match ( $settings->encryption ) {
				Encryption::StartTls => PHPMailer::ENCRYPTION_STARTTLS,
				Encryption::Tls      => PHPMailer::ENCRYPTION_SMTPS,
				default              => '',
			};
			$phpmailer->SMTPOptions = $settings->stream();
			$phpmailer->SMTPAuth    = '' !== $settings->user;
			$phpmailer->Username    = $settings->user;
			$phpmailer->Password    = $settings->password;
			$phpmailer->Timeout     = $settings->connect;
			// phpcs:enable WordPress.NamingConventions.ValidVariableName
		}
		if ( null !== $this->mail ) {
			$phpmailer->isHTML( false );
			Parts::add( $phpmailer, $this->mail );
		}
		$phpmailer->MessageID = $this->message_id; // phpcs:ignore WordPress.NamingConventions.ValidVariableName
	}

	/**
	 * Who WordPress's own mails come from, instead of "WordPress <wordpress@…>"; filter `wp_mail_from`.
	 *
	 * @param string $email WordPress's choice, or a plugin's.
	 */
	public function from( string $email ): string {
		return str_starts_with( $email, 'wordpress@' ) ? $this->sender()->email : $email;
	}

	/**
	 * The name beside it; filter `wp_mail_from_name`.
	 *
	 * @param string $name WordPress's choice, or a plugin's.
	 */
	public function from_name( string $name ): string {
		return 'WordPress' === $name ? $this->sender()->name : $name;
	}

	private function sender(): Address {
		$host    = (string) wp_parse_url( home_url(), PHP_URL_HOST );
		$default = new Address( 'noreply@' . $host, (string) preg_replace( '/[\x00-\x1F\x7F]+/', ' ', wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) ) );
		/**
		 * Filters who a portal's mails come from.
		 *
		 * @param Address $default noreply@ the portal's host, with the portal's title.
		 */
		$from = apply_filters( 'lernwelt_mail_from', $default );
		return $from instanceof Address ? $from : $default;
	}

	/**
	 * Headers of a mail.
	 *
	 * @param Mail $mail Mail.
	 * @return list<string>
	 */
	private function headers( Mail $mail ): array {
		$headers = [
			'From: ' . self::line( $this->sender() ),
			'Content-Type: text/plain; charset=UTF-8',
		];
		if ( null !== $mail->reply_to ) {
			$headers[] = 'Reply-To: ' . self::line( $mail->reply_to );
		}
		if ( null !== $mail->locale ) {
			$headers[] = 'Content-Language: ' . str_replace( '_', '-', $mail->locale );
		}
		return $headers;
	}

	/** The conversation that this mail came to; null when something refused it before. */
	private function session(): ?SmtpSession {
		return $this->session;
	}

	private static function line( Address $address ): string {
		return '' === $address->name ? $address->email : str_replace( [ '"', '<', '>', ',' ], '', $address->name ) . " <{$address->email}>";
	}
}
