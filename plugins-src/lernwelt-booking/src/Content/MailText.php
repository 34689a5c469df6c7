<?php
/**
 * Text of a mail.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

/** Plain text in paragraphs, as every mail program shows it. */
final class MailText {

	/** @var list<string> */
	private array $paragraphs = [];

	/**
	 * @param string $name Whom it greets.
	 */
	public function __construct( string $name ) {
		/* translators: %s: name. */
		$this->paragraphs[] = '' === $name ? __( 'Hello,', 'lernwelt-booking' ) : sprintf( __( 'Hello %s,', 'lernwelt-booking' ), $name );
	}

	/**
	 * Adds a paragraph.
	 *
	 * @param string $text Text; '' adds nothing.
	 */
	public function paragraph( string $text ): self {
		$clean = trim( str_replace( [ "\r\n", "\r" ], "\n", $text ) );
		if ( '' !== $clean ) {
			$this->paragraphs[] = $clean;
		}
		return $this;
	}

	/**
	 * Adds facts, one a line.
	 *
	 * @param array<string, string> $facts Label → value; empty values are left out.
	 */
	public function facts( array $facts ): self {
		$lines = [];
		foreach ( $facts as $label => $value ) {
			if ( '' !== $value ) {
				$lines[] = self::line( $label ) . ': ' . self::line( $value );
			}
		}
		return $this->paragraph( implode( "\n", $lines ) );
	}

	/**
	 * All of it with greetings.
	 *
	 * @param string $name  Whom people ask, '' for nobody named.
	 * @param string $email Their address, '' for none.
	 */
	public function signed( string $name, string $email ): string {
		$contact = implode( ', ', array_filter( [ $name, $email ], static fn ( string $part ): bool => '' !== $part ) );
		/* translators: %s: name and e-mail address. */
		$this->paragraph( '' === $contact ? '' : sprintf( __( 'Questions? %s', 'lernwelt-booking' ), $contact ) );
		$this->paragraph( __( 'Kind regards', 'lernwelt-booking' ) . "\n" . wp_specialchars_decode( get_bloginfo( 'name' ), ENT_QUOTES ) );
		return implode( "\n\n", $this->paragraphs ) . "\n";
	}

	/**
	 * Text on one line.
	 *
	 * @param string $text Text.
	 */
	public static function line( string $text ): string {
		return trim( (string) preg_replace( '/[\p{Cc}\s]+/u', ' ', $text ) );
	}
}
