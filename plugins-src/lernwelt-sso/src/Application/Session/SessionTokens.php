<?php
/**
 * WordPress's door to the sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Session;

use Lernwelt\Sso\Domain\Session\Session;
use LogicException;
use WP_Session_Tokens;

/**
 * Takes the place of WordPress's list in a field of the account, where parallel logins overwrite each other. WordPress
 * makes the objects itself, so the store is shared. Address and browser, which it passes in, are dropped.
 */
final class SessionTokens extends WP_Session_Tokens {

	private static ?SessionStore $store = null;

	/**
	 * Says where sessions are.
	 *
	 * @param SessionStore $store Sessions.
	 */
	public static function keep_in( SessionStore $store ): void {
		self::$store = $store;
	}

	/** Filter `session_token_manager`. */
	public static function name(): string {
		return self::class;
	}

	/** Ends all sessions of the network. */
	public static function drop_sessions(): void {
		self::store()->end_all( 0 );
	}

	/** @return array<string, array{expiration: int, login: int}> Hash of the token → what WordPress may know; of all portals. */
	protected function get_sessions(): array {
		$sessions = [];
		foreach ( self::store()->table->of_user( (int) $this->user_id ) as $session ) {
			if ( $session->expires > self::store()->now() ) {
				$sessions[ $session->verifier ] = self::facts( $session );
			}
		}
		return $sessions;
	}

	/**
	 * @param string $verifier Hash of a token.
	 * @return array{expiration: int, login: int}|null
	 */
	protected function get_session( $verifier ): ?array {
		$session = 0 < (int) $this->user_id ? self::store()->find( (string) $verifier, (int) $this->user_id ) : null;
		return null === $session ? null : self::facts( $session );
	}

	/**
	 * @param string            $verifier Hash of a token.
	 * @param array<mixed>|null $session  What WordPress would keep; null ends the session.
	 */
	protected function update_session( $verifier, $session = null ): void {
		$store = self::store();
		if ( null !== $session && 0 < (int) $this->user_id ) {
			$store->open_local( (string) $verifier, (int) $this->user_id, (int) ( $session['expiration'] ?? 0 ) );
			return;
		}
		$found = $store->table->find( (string) $verifier, true );
		if ( null !== $found && $found->user_id === (int) $this->user_id ) {
			$store->table->delete( [ $found ] );
		}
	}

	/**
	 * @param string $verifier Hash of the token of the session that stays.
	 */
	protected function destroy_other_sessions( $verifier ): void {
		self::store()->end_user( (int) $this->user_id, null, (string) $verifier );
	}

	protected function destroy_all_sessions(): void {
		self::store()->end_user( (int) $this->user_id );
	}

	/** @return array{expiration: int, login: int} */
	private static function facts( Session $session ): array {
		return [
			'expiration' => $session->expires,
			'login'      => $session->created,
		];
	}

	private static function store(): SessionStore {
		return self::$store ?? throw new LogicException( 'Nobody said where sessions are kept.' );
	}
}
