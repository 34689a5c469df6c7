<?php
/**
 * Pages that say what went wrong.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Core\PortalPage;
use Lernwelt\Sso\Application\Accounts\RefusalWords;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Domain\ReturnPath;
use Lernwelt\Sso\Web\LoginPage;

/** Turns reason codes into plain words. Nothing of what was sent is repeated. */
final readonly class RefusalPage {

	/**
	 * @param string $reason    Code.
	 * @param int    $status    HTTP status.
	 * @param string $return_to Where the person wanted to go.
	 */
	public function page( string $reason, int $status, string $return_to = '/' ): PortalPage {
		[ $title, $text ] = RefusalWords::of( $reason ) ?? ( 500 <= $status ? $this->outage( $reason ) : $this->refusal( $reason ) );
		$html = sprintf(
			'<p role="alert">%1$s</p><p><a class="lw-button" href="%2$s" rel="nofollow">%3$s</a></p><p><a class="lw-button lw-button--outline" href="%4$s">%5$s</a></p><p><small>%6$s</small></p>',
			esc_html( $text ),
			esc_url( LoginPage::url( ReturnPath::of( $return_to ) ) ),
			esc_html__( 'Try again', 'lernwelt-sso' ),
			esc_url( home_url( '/' ) ),
			esc_html__( 'To the start page', 'lernwelt-sso' ),
			/* translators: %s: code for the help desk, e.g. nonce_invalid. */
			esc_html( sprintf( __( 'Code for the help desk: %s', 'lernwelt-sso' ), $reason ) )
		);
		return new PortalPage( $title, $html, $status );
	}

	/** @return array{string, string} */
	private function outage( string $reason ): array {
		if ( InvalidConfiguration::MISSING === $reason || str_starts_with( $reason, 'configuration_' ) ) {
			return [ __( 'Login not available', 'lernwelt-sso' ), __( 'The login with the Bildungsserver is not set up on this portal yet.', 'lernwelt-sso' ) ];
		}
		if ( 'logout_incomplete' === $reason ) {
			return [ __( 'Logged out here', 'lernwelt-sso' ), __( 'You are logged out of this portal. The Bildungsserver does not answer just now, so you may still be logged in there: please close the browser.', 'lernwelt-sso' ) ];
		}
		return [ __( 'The Bildungsserver does not answer', 'lernwelt-sso' ), __( 'Nobody can log in just now. Whoever is logged in already can go on working, and everything public can be read. Please try again in a few minutes.', 'lernwelt-sso' ) ];
	}

	/** @return array{string, string} */
	private function refusal( string $reason ): array {
		$failed = __( 'The login did not work', 'lernwelt-sso' );
		return match ( true ) {
			'too_many_requests' === $reason      => [ __( 'Too many logins', 'lernwelt-sso' ), __( 'Too many logins were tried from your network within a short time. Please wait ten minutes and try again.', 'lernwelt-sso' ) ],
			'provider_access_denied' === $reason => [ __( 'Login cancelled', 'lernwelt-sso' ), __( 'You have cancelled the login at the Bildungsserver. You are not logged in.', 'lernwelt-sso' ) ],
			'cross_site' === $reason             => [ __( 'Not logged out', 'lernwelt-sso' ), __( 'This request did not come from this portal. Please use the button in the head of the page to log out.', 'lernwelt-sso' ) ],
			'method_refused' === $reason         => [ __( 'Nothing to see here', 'lernwelt-sso' ), __( 'This address works only as a part of logging in and out.', 'lernwelt-sso' ) ],
			str_starts_with( $reason, 'logout_' ) => [ __( 'Logout not confirmed', 'lernwelt-sso' ), __( 'This confirmation does not belong to a logout of this browser. Nothing was changed.', 'lernwelt-sso' ) ],
			'state_expired' === $reason          => [ $failed, __( 'The login took too long. Please begin again.', 'lernwelt-sso' ) ],
			str_starts_with( $reason, 'state_' ) => [ $failed, __( 'This login was begun in another browser or is used up already. Please begin again.', 'lernwelt-sso' ) ],
			default                              => [ $failed, __( 'The answer of the Bildungsserver could not be checked, so we let nobody in. You are not logged in, and nothing was saved. Please try again; if it happens again, tell the help desk the code below.', 'lernwelt-sso' ) ],
		};
	}
}
