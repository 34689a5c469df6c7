<?php
/**
 * Sessions that are open.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Sso\Domain\LogoutNotice;
use Lernwelt\Sso\Domain\Session\KeptSessions;
use Lernwelt\Sso\Domain\Session\ProviderSession;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\Session\SessionKind;
use Lernwelt\Sso\Domain\Session\SessionLimits;
use Lernwelt\Sso\Domain\VerifiedLogin;
use SensitiveParameter;

/** Opens, finds and ends sessions; knows nothing of cookies. */
final readonly class SessionStore {

	/** Seconds until a silent provider is asked again. */
	private const PATIENCE = 60;

	/**
	 * @param KeptSessions $table      Sessions.
	 * @param LiveLimits   $limits     Limits of roles.
	 * @param Clock        $clock      Time.
	 * @param Pseudonyms   $pseudonyms Keyed hashes.
	 * @param int          $portal     Site of this request; where WordPress switches to meanwhile doesn't count.
	 */
	public function __construct( public KeptSessions $table, public LiveLimits $limits, private Clock $clock, private Pseudonyms $pseudonyms, private int $portal ) {}

	/**
	 * Limits of an account on this portal, as its roles are now.
	 *
	 * @param int $user_id Account, 0 for a pupil.
	 */
	public function limits( int $user_id ): SessionLimits {
		return $this->limits->of( $user_id, $this->portal );
	}

	/**
	 * What stands in the table for a cookie's token.
	 *
	 * @param string $token Token.
	 */
	public static function verifier( #[SensitiveParameter] string $token ): string {
		return hash( 'sha256', $token );
	}

	/**
	 * The session of an account, or a pupil, on the current portal. One past its limits ends here.
	 *
	 * @param string $verifier Hash of the cookie's token.
	 * @param int    $user_id  Account, 0 for a pupil.
	 * @param bool   $fresh    Whether another process may have changed it meanwhile.
	 */
	public function find( string $verifier, int $user_id, bool $fresh = false ): ?Session {
		$session = $this->table->find( $verifier, $fresh );
		if ( null === $session || $session->user_id !== $user_id || $session->portal !== $this->portal ) {
			return null;
		}
		$now = $this->now();
		if ( ! $session->holds( $now, $this->limits( $user_id ) ) ) {
			$this->table->delete( [ $session ] );
			return null;
		}
		if ( $session->wants_note( $now ) ) {
			$this->table->touch( $session, $now );
		}
		return $session;
	}

	/**
	 * Opens a session with a password's login.
	 *
	 * @param string $verifier Hash of the cookie's token.
	 * @param int    $user_id  Account.
	 * @param int    $expires  Unix time of its end.
	 */
	public function open_local( string $verifier, int $user_id, int $expires ): void {
		$now = $this->now();
		if ( ! $this->table->insert( new Session( 0, $verifier, $user_id, $this->portal, SessionKind::Local, $now, $now, $expires, 0, '' ) ) ) {
			$this->table->move_end( $verifier, $user_id, $expires );
		}
	}

	/**
	 * Opens a session of somebody whom the provider knows.
	 *
	 * @param string        $token   Token of the cookie.
	 * @param int           $user_id Account.
	 * @param VerifiedLogin $login   Login.
	 */
	public function open_provider( #[SensitiveParameter] string $token, int $user_id, VerifiedLogin $login ): void {
		$now      = $this->now();
		$provider = ProviderSession::of( $login );
		$this->table->insert(
			new Session( 0, self::verifier( $token ), $user_id, $this->portal, SessionKind::Provider, $now, $now, $now + $this->limits( $user_id )->absolute, $provider->renew_at( $now ), $provider->seal( $token ) ),
			$this->sid_key( $login->issuer, $login->sid ),
			$this->subject_key( $login->issuer, $login->subject )
		);
	}

	/**
	 * Opens a session of a pupil. Nothing of the login is kept but a keyed hash of `sid`.
	 *
	 * @param string        $token Token of the cookie.
	 * @param VerifiedLogin $login Login.
	 */
	public function open_pupil( #[SensitiveParameter] string $token, VerifiedLogin $login ): void {
		$now = $this->now();
		$this->table->insert(
			new Session( 0, self::verifier( $token ), 0, $this->portal, SessionKind::Pupil, $now, $now, $now + $this->limits( 0 )->absolute, 0, '' ),
			$this->sid_key( $login->issuer, $login->sid )
		);
	}

	/**
	 * Ends what a logout token names, on all portals.
	 *
	 * @param LogoutNotice $notice Notice.
	 * @return list<Session> What ended.
	 */
	public function end_named( LogoutNotice $notice ): array {
		$sid_key = $this->sid_key( $notice->issuer, (string) $notice->sid );
		$found   = match ( true ) {
			null !== $sid_key             => $this->table->of_sid( $sid_key ),
			'' !== (string) $notice->subject => $this->table->of_subject( $this->subject_key( $notice->issuer, (string) $notice->subject ) ),
			default                       => [],
		};
		return array_values( array_filter( $found, fn ( Session $session ): bool => 0 < $this->table->delete( [ $session ] ) ) );
	}

	/**
	 * Ends the session of a cookie.
	 *
	 * @param string $token Token, '' for none.
	 */
	public function end_token( #[SensitiveParameter] string $token ): void {
		$session = '' === $token ? null : $this->table->find( self::verifier( $token ) );
		if ( null !== $session ) {
			$this->table->delete( [ $session ] );
		}
	}

	/**
	 * Ends an account's sessions.
	 *
	 * @param int    $user_id Account.
	 * @param ?int   $portal  Site; null for all.
	 * @param string $but     Hash of the token of the one that stays, '' for none.
	 * @return int How many ended.
	 */
	public function end_user( int $user_id, ?int $portal = null, string $but = '' ): int {
		return $this->table->delete( array_values( array_filter( $this->table->of_user( $user_id, $portal ), static fn ( Session $session ): bool => $session->verifier !== $but ) ) );
	}

	/**
	 * Ends all sessions.
	 *
	 * @param int $portal Site, 0 for all.
	 * @return int How many ended.
	 */
	public function end_all( int $portal ): int {
		$ended = 0;
		do {
			$some   = $this->table->page( $portal, 0, 0, 500 );
			$ended += $this->table->delete( $some );
		} while ( [] !== $some );
		return $ended;
	}

	/**
	 * Keeps renewed tokens.
	 *
	 * @param Session       $session Session.
	 * @param string        $token   Token of its cookie.
	 * @param VerifiedLogin $login   What the provider says now.
	 */
	public function renewed( Session $session, #[SensitiveParameter] string $token, VerifiedLogin $login ): void {
		$provider = ProviderSession::of( $login );
		$this->table->keep_tokens( $session, $provider->seal( $token ), $provider->renew_at( $this->now() ) );
	}

	/**
	 * Asks a silent provider again in a minute.
	 *
	 * @param Session $session Session.
	 */
	public function postpone( Session $session ): void {
		$this->table->keep_tokens( $session, $session->sealed, $this->now() + self::PATIENCE );
	}

	/** Deletes what is over. */
	public function purge(): void {
		$now = $this->now();
		do {
			$over = $this->table->over( $now, $now - $this->limits->table()->longest_idle() );
			$this->table->delete( $over );
		} while ( [] !== $over );
	}

	/** Unix time. */
	public function now(): int {
		return $this->clock->now()->getTimestamp();
	}

	private function sid_key( string $issuer, #[SensitiveParameter] string $sid ): ?string {
		return '' === $sid ? null : $this->pseudonyms->of( 'sso-sid', "$issuer\0$sid" );
	}

	private function subject_key( string $issuer, #[SensitiveParameter] string $subject ): string {
		return $this->pseudonyms->of( 'sso-subject', "$issuer\0$subject" );
	}
}
