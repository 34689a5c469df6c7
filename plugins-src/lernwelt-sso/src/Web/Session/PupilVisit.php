<?php
/**
 * A pupil's visit.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Session;

use Lernwelt\Core\PupilPresence;
use Lernwelt\Sso\Application\Session\SessionStore;
use Lernwelt\Sso\Domain\Session\Session;
use WP_Error;
use WP_REST_Response;

/**
 * Recognises a pupil for one request. WordPress sees nobody (user 0), so what it does for users is done here: answers
 * are kept nowhere, nonces belong to the session, and REST without a nonce is a guest's.
 */
final class PupilVisit {

	/** What every answer to a pupil says. */
	public const NO_STORE = 'no-store, private';

	private ?Session $session = null;

	/** Whether the answer depends on the cookie, be it only that it is taken back. */
	private bool $depends = false;

	/**
	 * @param SessionStore  $store Sessions.
	 * @param PupilPresence $pupil Says whether a pupil is there.
	 */
	public function __construct( private readonly SessionStore $store, private readonly PupilPresence $pupil ) {}

	/** Action `plugins_loaded`: looks at the cookie. */
	public function arrive(): void {
		$this->depends = PupilCookie::is_sent();
		if ( $this->depends && ! headers_sent() ) {
			// For answers that say nothing else; those that do are corrected below.
			header( 'Cache-Control: ' . self::NO_STORE );
		}
		$token         = PupilCookie::sent();
		$this->session = '' === $token ? null : $this->store->find( SessionStore::verifier( $token ), 0 );
		if ( null === $this->session ) {
			$this->pupil->leave();
			PupilCookie::take_back();
			return;
		}
		$this->pupil->enter();
	}

	/** Ends the session and takes the cookie back. */
	public function end(): void {
		$this->store->end_token( PupilCookie::sent() );
		PupilCookie::take_back();
		$this->forget();
	}

	/** Whether this request came with a good session, also while it counts as a guest's. */
	public function has_session(): bool {
		return null !== $this->session && 0 === get_current_user_id();
	}

	/** Forgets who was there, for requests that begin anew. */
	public function forget(): void {
		$this->session = null;
		$this->pupil->leave();
	}

	/**
	 * Filters `wp_headers` and `nocache_headers`.
	 *
	 * @param array<string, mixed> $headers Headers.
	 * @return array<string, mixed>
	 */
	public function no_store( array $headers ): array {
		if ( ! $this->depends ) {
			return $headers;
		}
		return [ 'Cache-Control' => self::NO_STORE ] + array_diff_key( $headers, array_flip( [ 'Cache-Control', 'Expires', 'ETag', 'Last-Modified' ] ) );
	}

	/**
	 * Filter `rest_post_dispatch`.
	 *
	 * @param mixed $response Answer.
	 */
	public function no_store_rest( mixed $response ): mixed {
		if ( $response instanceof WP_REST_Response && $this->depends ) {
			$response->set_headers( array_diff_key( $response->get_headers(), array_flip( [ 'Expires', 'ETag', 'Last-Modified' ] ) ) );
			$response->header( 'Cache-Control', self::NO_STORE );
		}
		return $response;
	}

	/**
	 * Filter `nonce_user_logged_out`: nonces of a pupil are good in this session only.
	 *
	 * @param mixed $user_id Whose nonce it is so far.
	 */
	public function nonce_owner( mixed $user_id ): mixed {
		return null !== $this->session && $this->pupil->is_present() ? 'pupil ' . $this->session->verifier : $user_id;
	}

	/** Action `init`, before anybody decides what may be seen: REST without a nonce is a guest's. */
	public function check_rest_request(): void {
		if ( $this->has_session() && self::asks_rest() && '' === self::nonce() ) {
			$this->pupil->leave();
		}
	}

	/**
	 * Filter `rest_authentication_errors`, before WordPress's own, which refuses wrong nonces, but lets everybody pass
	 * who has neither nonce nor account.
	 *
	 * @param WP_Error|true|null $result Finding so far.
	 * @return WP_Error|true|null
	 */
	public function check_rest( mixed $result ): mixed {
		if ( $this->has_session() && '' === self::nonce() ) {
			$this->pupil->leave();
		}
		return $result;
	}

	/** Action `wp_ajax_nopriv_rest-nonce`: as WordPress answers users, so that a page that is long open goes on. */
	public function renew_nonce(): never {
		nocache_headers();
		if ( $this->pupil->is_present() ) {
			exit( esc_html( wp_create_nonce( 'wp_rest' ) ) );
		}
		// As without this handler: the block editor asks again and again as long as the answer is a good one.
		wp_die( '0', 400 );
	}

	private static function asks_rest(): bool {
		// Read only to find out which kind of request it is, as WordPress itself will.
		if ( isset( $_GET['rest_route'] ) || isset( $_POST['rest_route'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification
			return true;
		}
		$path  = isset( $_SERVER['REQUEST_URI'] ) && is_string( $_SERVER['REQUEST_URI'] ) ? rawurldecode( (string) strtok( $_SERVER['REQUEST_URI'], '?' ) ) : ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- compared only.
		$parts = explode( '/', trim( (string) preg_replace( '#^/+index\.php#i', '', $path ), '/' ) );
		return rest_get_url_prefix() === $parts[0];
	}

	/** The nonce where WordPress looks for it. */
	private static function nonce(): string {
		$nonce = $_REQUEST['_wpnonce'] ?? $_SERVER['HTTP_X_WP_NONCE'] ?? ''; // phpcs:ignore WordPress.Security -- only whether there is one.
		return is_string( $nonce ) ? $nonce : '';
	}
}
