<?php
/**
 * Sends answers.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

/** The only place that writes headers and cookies of these endpoints. */
final readonly class Sender {

	/**
	 * Sends an answer and ends the request.
	 *
	 * @param Answer $answer Answer.
	 */
	public function send( Answer $answer ): never {
		status_header( $answer->status );
		nocache_headers();
		header( 'Cache-Control: no-store' );
		// The address of a callback holds a code.
		header( 'Referrer-Policy: no-referrer' );
		foreach ( $answer->headers as $name => $value ) {
			header( $name . ': ' . $value );
		}
		if ( '' !== $answer->browser ) {
			BrowserCookie::cookie()->give( $answer->browser );
		}
		if ( null !== $answer->page ) {
			$answer->page->show();
		}
		if ( '' !== $answer->location ) {
			wp_redirect( $answer->location, $answer->status ); // phpcs:ignore WordPress.Security.SafeRedirect.wp_redirect_wp_redirect -- to the configured provider, or a path of this portal.
			exit;
		}
		header( 'Content-Type: application/json' );
		echo $answer->json; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- constants of ours, sent as JSON.
		exit;
	}
}
