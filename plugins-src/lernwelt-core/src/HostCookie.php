<?php
/**
 * A cookie of this host.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use SensitiveParameter;

/**
 * A cookie for this portal's host alone, that neither scripts nor other sites can use and that ends with the browser.
 * Over HTTPS it is Secure, and its name has the prefix that no other host and no plain page can set.
 */
final readonly class HostCookie {

	/** Browsers take such a name only with Secure, with the path `/` and without a domain. */
	private const PREFIX = '__Host-';

	/**
	 * @param string   $name      Name without the prefix, e.g. `lernwelt-pupil`.
	 * @param SameSite $same_site Who may make the browser send it.
	 */
	public function __construct( private string $name, private SameSite $same_site = SameSite::Lax ) {}

	/** Its name in this request. */
	public function name(): string {
		return is_ssl() ? self::PREFIX . $this->name : $this->name;
	}

	/** Whether the browser sent one, good or not. */
	public function is_sent(): bool {
		return isset( $_COOKIE[ $this->name() ] );
	}

	/**
	 * What the browser sent. Anybody can send anything: check its form before you use it.
	 *
	 * @return string '' when it sent none.
	 */
	public function sent(): string {
		$value = $_COOKIE[ $this->name() ] ?? ''; // phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- each reader checks the text.
		return is_string( $value ) ? wp_unslash( $value ) : '';
	}

	/**
	 * Gives it to the browser; in this request it counts already.
	 *
	 * @param string $value Value, e.g. 256 random bits in hex.
	 */
	public function give( #[SensitiveParameter] string $value ): void {
		$_COOKIE[ $this->name() ] = wp_slash( $value );
		self::send( $this->name(), $value, '/', is_ssl(), $this->same_site );
	}

	/** Takes it back. */
	public function take_back(): void {
		unset( $_COOKIE[ $this->name() ] );
		self::send( $this->name(), '', '/', is_ssl(), $this->same_site );
	}

	/**
	 * Sends a cookie whose name and path somebody else chose, as WordPress does for its logins.
	 *
	 * @param string   $name      Whole name.
	 * @param string   $value     Value; '' takes the cookie back.
	 * @param string   $path      Path.
	 * @param bool     $secure    Whether it travels over HTTPS only.
	 * @param SameSite $same_site Who may make the browser send it.
	 */
	public static function send( string $name, #[SensitiveParameter] string $value, string $path, bool $secure, SameSite $same_site = SameSite::Lax ): void {
		if ( 'cli' !== PHP_SAPI && ! headers_sent() ) {
			setcookie( $name, $value, self::attributes( '' === $value, $path, $secure, $same_site ) );
		}
	}

	/**
	 * What stands beside the value. Without a domain the browser sends it to this host only.
	 *
	 * @param bool     $ends      Whether the cookie is taken back.
	 * @param string   $path      Path.
	 * @param bool     $secure    Whether it travels over HTTPS only.
	 * @param SameSite $same_site Who may make the browser send it.
	 * @return array{expires: int, path: string, secure: bool, httponly: true, samesite: 'Lax'|'Strict'}
	 */
	public static function attributes( bool $ends, string $path, bool $secure, SameSite $same_site ): array {
		return [
			'expires'  => $ends ? 1 : 0,
			'path'     => $path,
			'secure'   => $secure,
			'httponly' => true,
			'samesite' => $same_site->value,
		];
	}
}
