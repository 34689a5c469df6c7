<?php
/**
 * Endpoints of the protocol.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Closure;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Sweep;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Web\Protocol\Endpoints;
use Lernwelt\Sso\Web\Protocol\Request;
use Lernwelt\Sso\Web\Protocol\Sender;

/** Hooks up the OpenID Connect client. */
final readonly class ProtocolHooks {

	/** What all addresses of the protocol begin with. */
	private const PATH = '/sso/';

	/** The one that people wait for: everything between two pages happens here. */
	private const CALLBACK = '/sso/callback?';

	/**
	 * @param ProtocolWiring            $wiring   Objects of the protocol.
	 * @param Closure(): Sessions      $sessions Sessions.
	 * @param Closure(): LoginReceiver $receiver Who takes a verified login.
	 */
	public function __construct( private ProtocolWiring $wiring, private Closure $sessions, private Closure $receiver ) {}

	/** Hooks everything up. */
	public function register(): void {
		// After translations (0) and before the blocks of all plugins (10), which nobody sees in a redirect.
		add_action( 'init', $this->answer_early( ... ), 5 );
		// Before the gate of a closed portal would ask who is there.
		add_filter( 'do_parse_request', $this->answer( ... ), 0 );
		add_action( 'login_form_logout', $this->log_out( ... ) );
		add_filter( 'lernwelt_csp', $this->allow_provider( ... ), 10, 2 );
		add_action( Sweep::HOOK, fn () => is_main_site() ? $this->wiring->purge() : null, 30 );
	}

	/**
	 * Filter `do_parse_request`.
	 *
	 * @param bool $parse Whether WordPress should look for a page.
	 */
	private function answer( bool $parse ): bool {
		if ( str_starts_with( CurrentRequest::address(), self::PATH ) ) {
			$answer = $this->endpoints()->answer( Request::current() );
			if ( null !== $answer ) {
				( new Sender() )->send( $answer );
			}
		}
		return $parse;
	}

	/** Action `init`: sends a redirect at once; a page waits until everything is there that it shows. */
	private function answer_early(): void {
		if ( ! wp_using_themes() || ! str_starts_with( CurrentRequest::address(), self::CALLBACK ) ) {
			return;
		}
		$answer = $this->endpoints()->answer( Request::current() );
		if ( null === $answer ) {
			return;
		}
		if ( '' !== $answer->location ) {
			( new Sender() )->send( $answer );
		}
		add_filter( 'do_parse_request', static fn () => ( new Sender() )->send( $answer ), -1 );
	}

	/** Action `login_form_logout`, before WordPress, which would end the session here only: the next visit would log in silently. */
	private function log_out(): void {
		check_admin_referer( 'log-out' );
		( new Sender() )->send( $this->endpoints()->leave( Request::current() ) );
	}

	private function endpoints(): Endpoints {
		return $this->wiring->endpoints( ( $this->sessions )(), ( $this->receiver )() );
	}

	/**
	 * Filter `lernwelt_csp`: the form that logs out leads on to the provider.
	 *
	 * @param array<string, list<string>> $directives Directive → sources.
	 * @param string                      $surface    Kind of answer.
	 * @return array<string, list<string>>
	 */
	private function allow_provider( array $directives, string $surface ): array {
		if ( 'data' === $surface || ! isset( $directives['form-action'] ) ) {
			return $directives;
		}
		try {
			$directives['form-action'][] = $this->wiring->clients->current()->issuer->origin;
		} catch ( InvalidConfiguration ) {
			return $directives;
		}
		return $directives;
	}
}
