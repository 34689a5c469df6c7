<?php
/**
 * What one login attempt keeps to itself.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Domain\Protocol;

/**
 * State, nonce and PKCE verifier of one attempt. Nonce and verifier follow from the state and a secret of the browser:
 * the database can hold neither, and nobody else's browser can finish the attempt.
 */
final readonly class LoginSecrets {

	/** 256 random bits in base64url. */
	private const FORM = '/^[A-Za-z0-9_-]{43}$/D';

	/**
	 * @param string $state   Goes to the provider and comes back.
	 * @param string $browser Secret of the browser, from its cookie.
	 */
	public function __construct( #[\SensitiveParameter] public string $state, #[\SensitiveParameter] private string $browser ) {}

	/** A new secret. */
	public static function random(): string {
		return self::encode( random_bytes( 32 ) );
	}

	/**
	 * Whether a text could be one of our secrets.
	 *
	 * @param string $text What was sent.
	 */
	public static function is_one( #[\SensitiveParameter] string $text ): bool {
		return 1 === preg_match( self::FORM, $text );
	}

	/** Stands in the ID token. */
	public function nonce(): string {
		return $this->derived( 'nonce' );
	}

	/** PKCE: shown at the token endpoint only. */
	public function verifier(): string {
		return $this->derived( 'verifier' );
	}

	/** PKCE: what is sent ahead of the verifier. */
	public function challenge(): string {
		return self::encode( hash( 'sha256', $this->verifier(), true ) );
	}

	/** Key for what is noted about the attempt, 32 bytes. */
	public function note_key(): string {
		return hash_hmac( 'sha256', "note\0" . $this->state, $this->browser, true );
	}

	private function derived( string $purpose ): string {
		return self::encode( hash_hmac( 'sha256', "$purpose\0" . $this->state, $this->browser, true ) );
	}

	private static function encode( string $bytes ): string {
		return rtrim( strtr( base64_encode( $bytes ), '+/', '-_' ), '=' );
	}
}
