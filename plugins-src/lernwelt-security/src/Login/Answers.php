<?php
/**
 * What is said to somebody who has to wait.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Login;

/** Status and words of the refusals that say nothing about an account. */
final class Answers {

	/**
	 * Sends status 429, if the answer hasn't begun.
	 *
	 * @param int $seconds When to come back.
	 */
	public static function too_many( int $seconds ): void {
		if ( ! headers_sent() && 'cli' !== PHP_SAPI ) {
			status_header( 429 );
			header( 'Retry-After: ' . $seconds );
		}
	}

	/**
	 * The same in words.
	 *
	 * @param int $seconds When to come back.
	 */
	public static function words( int $seconds ): string {
		$minutes = (int) max( 1, ceil( $seconds / 60 ) );
		/* translators: %d: minutes. */
		return sprintf( _n( '<strong>Error:</strong> There were too many wrong tries. Please try again in %d minute.', '<strong>Error:</strong> There were too many wrong tries. Please try again in %d minutes.', $minutes, 'lernwelt-security' ), $minutes );
	}

	/**
	 * Ends the request with a page that says so.
	 *
	 * @param int $seconds When to come back.
	 */
	public static function refuse( int $seconds ): never {
		self::too_many( $seconds );
		wp_die(
			wp_kses( self::words( $seconds ), [ 'strong' => [] ] ),
			esc_html__( 'Please wait a moment', 'lernwelt-security' ),
			[ 'response' => 429, 'back_link' => true ]
		);
	}
}
