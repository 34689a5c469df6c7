<?php
/**
 * What the login page prints.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web;

/** Prepared for templates/login.php. */
final readonly class LoginPageView {

	/**
	 * @param bool   $configured Whether a provider is configured.
	 * @param bool   $reachable  Whether it answered when it was asked last.
	 * @param string $start_url  Where the button leads.
	 * @param string $local_url  Login of invited local accounts.
	 */
	public function __construct(
		public bool $configured,
		public bool $reachable,
		public string $start_url,
		public string $local_url,
	) {}

	/** Sentence below the heading. */
	public function lead(): string {
		return __( 'One button for everything: with your account of the Bildungsserver Sachsen-Anhalt you are logged in at all portals of Lernwelt LSA.', 'lernwelt-sso' );
	}

	/** What keeps people from logging in just now; '' when nothing does. */
	public function trouble(): string {
		return match ( true ) {
			! $this->configured => __( 'The login with the Bildungsserver is not set up on this portal yet.', 'lernwelt-sso' ),
			! $this->reachable  => __( 'The Bildungsserver does not answer just now. Whoever is logged in already can go on working. Please try again in a few minutes.', 'lernwelt-sso' ),
			default             => '',
		};
	}
}
