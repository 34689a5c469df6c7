<?php
/**
 * Answers that need no page.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Headers;

use Lernwelt\Core\Clock;
use DateInterval;

/** security.txt and the reports of browsers, answered before WordPress looks for a page. */
final readonly class OwnAddresses {

	/** RFC 9116: where people report a hole. */
	public const SECURITY_TXT = '/.well-known/security.txt';

	/**
	 * @param CspReports $reports Takes reports.
	 * @param Clock      $clock   Time.
	 */
	public function __construct( private CspReports $reports, private Clock $clock ) {}

	/**
	 * Filter `do_parse_request`.
	 *
	 * @param bool $parse Whether WordPress should look for a page.
	 */
	public function answer( bool $parse ): bool {
		$path = wp_parse_url( self::server( 'REQUEST_URI' ), PHP_URL_PATH );
		if ( CspReports::PATH === $path ) {
			self::send( $this->reports->take( self::server( 'REQUEST_METHOD' ), self::server( 'HTTP_SEC_FETCH_SITE' ), CspReports::body() ), '' );
		}
		if ( self::SECURITY_TXT === $path ) {
			self::send( 200, $this->security_txt() );
		}
		return $parse;
	}

	/** The text, valid for half a year from today. */
	public function security_txt(): string {
		/**
		 * Filters where people report a security problem.
		 *
		 * @param list<string> $contacts Addresses with `mailto:` or `https:`.
		 */
		$contacts = (array) apply_filters( 'lernwelt_security_contacts', [ 'mailto:' . get_site_option( 'admin_email' ) ] );
		$lines    = array_map( static fn ( mixed $contact ): string => 'Contact: ' . ( is_string( $contact ) ? sanitize_text_field( $contact ) : '' ), $contacts );
		$lines[]  = 'Expires: ' . $this->clock->now()->add( new DateInterval( 'P180D' ) )->format( 'Y-m-d\T00:00:00\Z' );
		$lines[]  = 'Preferred-Languages: de, en';
		$lines[]  = 'Canonical: ' . home_url( self::SECURITY_TXT );
		return implode( "\n", $lines ) . "\n";
	}

	private static function send( int $status, string $text ): never {
		status_header( $status );
		header( 'Content-Type: text/plain; charset=utf-8' );
		header( 'Cache-Control: ' . ( 200 === $status ? 'public, max-age=3600' : 'no-store' ) );
		echo esc_html( $text );
		exit;
	}

	private static function server( string $name ): string {
		return isset( $_SERVER[ $name ] ) && is_string( $_SERVER[ $name ] ) ? sanitize_text_field( wp_unslash( $_SERVER[ $name ] ) ) : '';
	}
}
