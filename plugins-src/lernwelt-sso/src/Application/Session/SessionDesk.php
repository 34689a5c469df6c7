<?php
/**
 * Opens, checks and ends sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Sso\Domain\Session\Limits;
use Lernwelt\Sso\Domain\Session\Session;
use Lernwelt\Sso\Domain\Session\SessionStore;
use SensitiveParameter;

/** What WordPress's session tokens and pupils' sessions share. Asks the table once per session and request. */
final class SessionDesk {

	/** Seconds between two notes of a session's last request. */
	public const TOUCH = 300;

	/** @var array<string, ?Session> Verifier → session of this request. */
	private array $known = [];

	/**
	 * @param SessionStore $store      Sessions.
	 * @param Pseudonyms   $pseudonyms Keyed names.
	 * @param Clock        $clock      Time.
	 * @param int          $portal     Site of this request; what WordPress switches to later doesn't count.
	 */
	public function __construct(
		public readonly SessionStore $store,
		private readonly Pseudonyms $pseudonyms,
		public readonly Clock $clock,
		public readonly int $portal,
	) {}

	/**
	 * How tokens are named in the table, the way WordPress does it.
	 *
	 * @param string $token The browser's token.
	 */
	public static function verifier( #[SensitiveParameter] string $token ): string {
		return hash( 'sha256', $token );
	}

	/**
	 * Keyed name of a session at the provider.
	 *
	 * @param string $issuer `iss`.
	 * @param string $sid    `sid`, '' for none.
	 */
	public function sid_name( string $issuer, #[SensitiveParameter] string $sid ): string {
		return '' === $sid ? '' : $this->pseudonyms->of( 'sid', $issuer . "\n" . $sid );
	}

	/**
	 * Keyed name of an identity.
	 *
	 * @param string $issuer  `iss`.
	 * @param string $subject `sub`.
	 */
	public function subject_name( string $issuer, #[SensitiveParameter] string $subject ): string {
		return $this->pseudonyms->of( 'subject', $issuer . "\n" . $subject );
	}

	/**
	 * A session of this portal that still counts; one that doesn't is ended.
	 *
	 * @param string $verifier Session.
	 * @param int    $user_id  Account it must belong to; 0 for a pupil.
	 * @param Limits $limits   Limits of that account today.
	 */
	public function check( string $verifier, int $user_id, Limits $limits ): ?Session {
		if ( ! array_key_exists( $verifier, $this->known ) ) {
			$this->known[ $verifier ] = $this->store->find( $verifier );
		}
		$session = $this->known[ $verifier ];
		if ( null === $session || $session->user_id !== $user_id || $session->portal !== $this->portal ) {
			return null;
		}
		$now = $this->clock->now()->getTimestamp();
		if ( ! $limits->allow( $session, $now ) ) {
			$this->end( $verifier );
			return null;
		}
		if ( $session->seen < $now - self::TOUCH ) {
			$this->store->touch( $verifier, $now, $now - self::TOUCH );
			$this->forget( $verifier );
			$this->known[ $verifier ] = new Session( $session->verifier, $session->user_id, $session->portal, $session->sid, $session->subject, $session->secret, $session->created, $now, $session->expires );
		}
		return $this->known[ $verifier ];
	}

	/**
	 * @param string $verifier Session.
	 * @return int How many ended: 0 or 1.
	 */
	public function end( string $verifier ): int {
		$this->known[ $verifier ] = null;
		return $this->store->end( $verifier );
	}

	/**
	 * Asks the table again next time.
	 *
	 * @param ?string $verifier Session; null for all.
	 */
	public function forget( ?string $verifier = null ): void {
		if ( null === $verifier ) {
			$this->known = [];
			return;
		}
		unset( $this->known[ $verifier ] );
	}
}
