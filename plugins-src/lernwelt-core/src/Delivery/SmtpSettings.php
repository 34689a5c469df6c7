<?php
/**
 * Where the mail server is and how one logs in there.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use SensitiveParameter;

/** The constants LERNWELT_SMTP_…; what can't be meant is named, not mended. */
final readonly class SmtpSettings {

	private const PREFIX = 'LERNWELT_SMTP_';

	/** TLS 1.2 and 1.3, for STARTTLS and for TLS from the first byte. */
	public const METHODS = STREAM_CRYPTO_METHOD_TLSv1_2_CLIENT | STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT;

	/**
	 * @param string      $host       Mail server; empty leaves WordPress's own way.
	 * @param int         $port       Its port.
	 * @param string      $user       Name to log in with; empty for a server that asks for none.
	 * @param string      $password   Its password.
	 * @param ?Encryption $encryption Null for a word that doesn't exist.
	 * @param string      $ca_file    Authorities (PEM) that sign the server's certificate; empty for the system's.
	 * @param int         $connect    Seconds for the connection.
	 * @param int         $answer     Seconds for each answer.
	 */
	public function __construct(
		public string $host,
		public int $port,
		public string $user = '',
		#[SensitiveParameter] public string $password = '',
		public ?Encryption $encryption = Encryption::None,
		public string $ca_file = '',
		public int $connect = 10,
		public int $answer = 30,
	) {}

	/** As wp-config.php says. */
	public static function from_constants(): self {
		$host       = self::constant( 'HOST' );
		$encryption = self::constant( 'ENCRYPTION' );
		return new self(
			$host,
			(int) ( '' === self::constant( 'PORT' ) ? '25' : self::constant( 'PORT' ) ),
			self::constant( 'USER' ),
			self::constant( 'PASSWORD' ),
			'' === $encryption ? Encryption::for_host( $host ) : Encryption::tryFrom( $encryption ),
			self::constant( 'CA_FILE' )
		);
	}

	/** Why no mail can go out with these settings, for whoever runs the server; '' when they can be meant. */
	public function mistake(): string {
		return match ( true ) {
			null === $this->encryption => 'LERNWELT_SMTP_ENCRYPTION must be none, starttls or tls.',
			( '' === $this->user ) !== ( '' === $this->password ) => 'LERNWELT_SMTP_USER and LERNWELT_SMTP_PASSWORD belong together: only one of them is set.',
			'' !== $this->user && Encryption::None === $this->encryption => 'A password is sent over an encrypted connection only: set LERNWELT_SMTP_ENCRYPTION to starttls or tls.',
			'' !== $this->ca_file && ! is_readable( $this->ca_file ) => 'LERNWELT_SMTP_CA_FILE names a file that is not there or can\'t be read.',
			default => '',
		};
	}

	/**
	 * Options of the connection: the certificate is always checked.
	 *
	 * @return array{ssl: array<string, string|int|bool>}
	 */
	public function stream(): array {
		$ssl = [
			'peer_name'         => $this->host,
			'verify_peer'       => true,
			'verify_peer_name'  => true,
			'allow_self_signed' => false,
			'crypto_method'     => self::METHODS,
		];
		return [ 'ssl' => '' === $this->ca_file ? $ssl : $ssl + [ 'cafile' => $this->ca_file ] ];
	}

	private static function constant( string $name ): string {
		return defined( self::PREFIX . $name ) ? (string) constant( self::PREFIX . $name ) : '';
	}
}
