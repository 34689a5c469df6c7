<?php
/**
 * Endpoints of the protocol.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web\Protocol;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\PupilPresence;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\Protocol\InvalidConfiguration;
use Lernwelt\Sso\Web\LoginPage;

/** Finds the endpoint of a path, holds back floods, and turns refusals into pages with one audit entry each. */
final readonly class Endpoints {

	private const MINUTES = 10;

	/** Requests of one network within these minutes: a whole school begins its day behind one address. */
	private const LIMIT = 3000;

	/** The provider ends the sessions of a whole day at once when its administrators log everybody out. */
	private const LOGOUTS = 30_000;

	/** Refusals that get an entry in the audit log, per network and these minutes: nobody shall be able to fill it. */
	private const NOTED = 300;

	/**
	 * @param LoginEndpoints  $login   Start and callback.
	 * @param LogoutEndpoints $logout  Logout in three steps.
	 * @param RateLimiter     $limiter Counts requests.
	 * @param AuditLog        $audit   Audit log.
	 * @param RefusalPage     $pages   Words.
	 */
	public function __construct( private LoginEndpoints $login, private LogoutEndpoints $logout, private RateLimiter $limiter, private AuditLog $audit, private RefusalPage $pages ) {}

	/**
	 * @param Request $request Request.
	 * @return ?Answer Null when the path is none of these.
	 */
	public function answer( Request $request ): ?Answer {
		[ $method, $answer ] = match ( $request->path ) {
			'/sso/start'              => [ 'GET', $this->login->start( ... ) ],
			'/sso/callback'           => [ 'GET', $this->login->callback( ... ) ],
			'/sso/logout'             => [ 'POST', $this->logout->logout( ... ) ],
			'/sso/logged-out'         => [ 'GET', $this->logout->logged_out( ... ) ],
			'/sso/backchannel-logout' => [ 'POST', $this->logout->backchannel( ... ) ],
			default                   => [ '', null ],
		};
		if ( null === $answer ) {
			return null;
		}
		if ( $request->method !== $method && ! ( 'HEAD' === $request->method && 'GET' === $method ) ) {
			return Answer::page( $this->pages->page( 'method_refused', 405 ), [ 'Allow' => $method ] );
		}
		if ( 'HEAD' === $request->method ) {
			// Looking at an address must neither begin a login nor use up a state.
			return Answer::json( 200, '' );
		}
		$is_provider = '/sso/backchannel-logout' === $request->path;
		if ( ! $this->limiter->hit( $is_provider ? 'sso-logouts' : 'sso', $request->network, $is_provider ? self::LOGOUTS : self::LIMIT, self::MINUTES * MINUTE_IN_SECONDS ) ) {
			return Answer::page( $this->pages->page( 'too_many_requests', 429, self::wanted( $request ) ), [ 'Retry-After' => (string) ( self::MINUTES * MINUTE_IN_SECONDS ) ] );
		}
		return $this->guarded( $request, $answer, str_contains( $request->path, 'log' ) ? 'logout' : 'login' );
	}

	/**
	 * Logs out of wp-admin as the button of the portals does.
	 *
	 * @param Request $request Request to wp-login.php whose nonce was good.
	 */
	public function leave( Request $request ): Answer {
		return $this->guarded( $request, $this->logout->leave( ... ), 'logout' );
	}

	/** @param \Closure( Request ): Answer $answer */
	private function guarded( Request $request, \Closure $answer, string $area ): Answer {
		try {
			return $answer( $request );
		} catch ( InvalidConfiguration $problem ) {
			$refused = new LoginRefused( InvalidConfiguration::MISSING === $problem->reason ? $problem->reason : 'configuration_' . $problem->reason, 503 );
		} catch ( LoginRefused $problem ) {
			$refused = $problem;
		}
		if ( $this->limiter->hit( 'sso-refused', $request->network, self::NOTED, self::MINUTES * MINUTE_IN_SECONDS ) ) {
			$this->audit->record( new AuditEvent( $area, 'refused', $refused->reason, details: $refused->is_pupil ? [ 'role' => PupilPresence::ROLE ] : [] ) );
		}
		return '/sso/backchannel-logout' === $request->path
			? Answer::json( 400, '{"error":"invalid_request"}' )
			: Answer::page( $this->pages->page( $refused->reason, $refused->status, '' === $refused->return_to ? self::wanted( $request ) : $refused->return_to ) );
	}

	/** Where a login that begins would lead. */
	private static function wanted( Request $request ): string {
		return '/sso/start' === $request->path ? $request->query[ LoginPage::RETURN_TO ] ?? '/' : '/';
	}
}
