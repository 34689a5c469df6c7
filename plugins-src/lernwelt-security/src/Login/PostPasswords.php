<?php
/**
 * Passwords of posts.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\HostCookie;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Core\Rest\Problems;
use WP_Error;
use WP_Post;
use WP_REST_Request;

/**
 * Counts passwords of posts, wherever they are sent. WordPress opens a post to whoever brings a hash of its password in a
 * cookie, and anybody can make such a hash at home; so ours must come along, which only the counted form gives.
 */
final readonly class PostPasswords {

	/** Passwords that a network may send in an hour: WordPress compares them later, so right ones count too. */
	public const PER_NETWORK = 60;

	private const HOUR = 3600;

	/**
	 * @param RateLimiter $limiter    Counts.
	 * @param Pseudonyms  $pseudonyms Makes keyed hashes.
	 */
	public function __construct( private RateLimiter $limiter, private Pseudonyms $pseudonyms ) {}

	/** Action `login_form_postpass`: somebody sent one by the form. */
	public function take(): void {
		if ( ! $this->may_try() ) {
			Answers::refuse( self::HOUR );
		}
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- WordPress's form has no nonce; only a hash of the text is kept.
		$typed = isset( $_POST['post_password'] ) && is_string( $_POST['post_password'] ) ? wp_unslash( $_POST['post_password'] ) : '';
		self::cookie()->give( $this->key( $typed ) );
	}

	/**
	 * Filter `post_password_required`, before REST looks at the password of its own request.
	 *
	 * @param bool    $required Whether WordPress's cookie is missing or wrong.
	 * @param WP_Post $post     Post with a password.
	 */
	public function is_required( bool $required, WP_Post $post ): bool {
		return $required || ( '' !== $post->post_password && ! hash_equals( $this->key( $post->post_password ), self::cookie()->sent() ) );
	}

	/**
	 * Filter `rest_request_before_callbacks`: somebody sent one over REST.
	 *
	 * @param mixed                                 $answer  Answer so far.
	 * @param array<string, mixed>                  $handler Handler.
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return mixed
	 */
	public function in_rest( mixed $answer, array $handler, WP_REST_Request $request ): mixed {
		$is_read = 'GET' === $request->get_method() && str_starts_with( $request->get_route(), '/wp/v2/' );
		if ( ! $is_read || $answer instanceof WP_Error || ! is_string( $request['password'] ) || '' === $request['password'] ) {
			return $answer;
		}
		return $this->may_try() ? $answer : Problems::error( Problems::TOO_MANY );
	}

	private function may_try(): bool {
		return $this->limiter->hit( 'post-password', ClientAddress::current()->network(), self::PER_NETWORK, self::HOUR );
	}

	private function key( #[\SensitiveParameter] string $password ): string {
		return $this->pseudonyms->of( 'post-password', $password );
	}

	private static function cookie(): HostCookie {
		return new HostCookie( 'lernwelt-post-password' );
	}
}
