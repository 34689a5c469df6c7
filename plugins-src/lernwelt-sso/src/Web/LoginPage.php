<?php
/**
 * The login page.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Web;

use Closure;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\PortalPage;
use Lernwelt\Core\Viewer;
use Lernwelt\Sso\Domain\ReturnPath;

/** `/anmelden/`: one button, in the portal's design. */
final readonly class LoginPage {

	/** Path on every portal. */
	public const PATH = '/anmelden/';

	/** Where a login begins. */
	public const START = '/sso/start';

	/** Where a session ends. */
	public const LOGOUT = '/sso/logout';

	/** Parameter: path to go back to. */
	public const RETURN_TO = 'weiter';

	/** Parameter: first ask the provider silently. */
	public const SILENT = 'still';

	/**
	 * @param Closure(): bool $configured Whether a provider is configured.
	 * @param Closure(): bool $reachable  Whether it answered when it was asked last.
	 */
	public function __construct( private Closure $configured, private Closure $reachable ) {}

	/**
	 * Filter `do_parse_request`.
	 *
	 * @param bool $parse Whether WordPress should look for a page.
	 */
	public function answer( bool $parse ): bool {
		$path = wp_parse_url( CurrentRequest::address(), PHP_URL_PATH );
		if ( ! is_string( $path ) || trailingslashit( $path ) !== self::PATH ) {
			return $parse;
		}
		$return = ReturnPath::of( CurrentRequest::parameter( self::RETURN_TO ) );
		$viewer = Viewer::current();
		if ( ! $viewer->is_guest() ) {
			// wp-admin sends pupils, who have no account, here again and again.
			self::redirect( home_url( $viewer->is_pupil() && str_starts_with( $return->path, '/wp-admin' ) ? '/' : $return->path ) );
		}
		$view = $this->view( $return );
		if ( $view->configured && $view->reachable && '' !== CurrentRequest::parameter( self::SILENT ) ) {
			self::redirect( self::start_url( $return, true ) );
		}
		self::page( $view )->show();
	}

	private function view( ReturnPath $return ): LoginPageView {
		return new LoginPageView( ( $this->configured )(), ( $this->reachable )(), self::start_url( $return ), self::local_url( $return ) );
	}

	private static function page( LoginPageView $view ): PortalPage {
		ob_start();
		require dirname( __DIR__, 2 ) . '/templates/login.php';
		return new PortalPage( __( 'Log in', 'lernwelt-sso' ), (string) ob_get_clean(), 200, $view->lead() );
	}

	/**
	 * Address of the login page.
	 *
	 * @param ReturnPath $return Where the person goes afterwards.
	 * @param bool       $silent Whether the provider is asked silently first.
	 */
	public static function url( ReturnPath $return, bool $silent = false ): string {
		return self::with( self::PATH, $return, $silent );
	}

	/**
	 * Address that begins a login.
	 *
	 * @param ReturnPath $return Where the person goes afterwards.
	 * @param bool       $silent Whether the provider may show nothing.
	 */
	public static function start_url( ReturnPath $return, bool $silent = false ): string {
		return self::with( self::START, $return, $silent );
	}

	private static function local_url( ReturnPath $return ): string {
		return add_query_arg( 'redirect_to', rawurlencode( home_url( $return->path ) ), site_url( 'wp-login.php', 'login' ) );
	}

	private static function with( string $path, ReturnPath $return, bool $silent ): string {
		$query = [ self::RETURN_TO => '/' === $return->path ? null : rawurlencode( $return->path ), self::SILENT => $silent ? '1' : null ];
		return add_query_arg( array_filter( $query, is_string( ... ) ), home_url( $path ) );
	}

	private static function redirect( string $url ): never {
		nocache_headers();
		header( 'Cache-Control: no-store' );
		wp_safe_redirect( $url );
		exit;
	}
}
