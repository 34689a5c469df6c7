<?php
/**
 * Headers and cookies of every answer.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\PortalPage;
use Lernwelt\Core\Services;
use Lernwelt\Security\Headers\CookieHeaders;
use Lernwelt\Security\Headers\CspReports;
use Lernwelt\Security\Headers\OwnAddresses;
use Lernwelt\Security\Headers\ResponseHeaders;
use Lernwelt\Security\Headers\TrustedScripts;

/** Sends policies and headers, holds cookies to their policy, and takes reports. */
final readonly class HeaderHooks {

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Sends the first headers and hooks everything else. */
	public function register(): void {
		$scripts = new TrustedScripts();
		$headers = new ResponseHeaders( $this->header_list(), $scripts, self::send( ... ), wp_get_environment_type() );
		$headers->send_early();

		$this->hook_policies( $headers, $scripts );
		$this->hook_cookies( new CookieHeaders( $this->services->clock ) );
		add_filter( 'do_parse_request', ( new OwnAddresses( new CspReports( $this->services->rate_limiter ), $this->services->clock ) )->answer( ... ), 0 );
	}

	private function hook_policies( ResponseHeaders $headers, TrustedScripts $scripts ): void {
		// It would replace the policy of login and screens by one that allows everything but foreign frames.
		remove_action( 'login_init', 'send_frame_options_header', 10 );
		add_action( 'admin_init', static fn () => remove_action( 'admin_init', 'send_frame_options_header', 10 ), 0 );

		add_action( 'plugins_loaded', $headers->send_policy_of_surface( ... ), 100 );
		add_filter( 'wp_inline_script_attributes', $scripts->note( ... ), PHP_INT_MAX, 2 );
		add_action( 'wp_before_include_template', $headers->hold_back( ... ) );
		add_action( PortalPage::BEFORE, $headers->hold_back( ... ) );
		add_action( 'login_init', $headers->hold_back( ... ) );
		add_action( 'activate_header', $headers->hold_back( ... ) );
		add_action( 'before_signup_header', $headers->hold_back( ... ) );
		add_filter( 'rest_pre_serve_request', $headers->send_for_rest( ... ) );
		add_filter( 'admin_referrer_policy', $headers->referrer_policy( ... ) );
		add_filter( 'wp_headers', $headers->drop_pingback( ... ), 100 );
		// Not even as a hint to the browser: nothing is fetched that nobody asked for.
		add_filter( 'wp_speculation_rules_configuration', '__return_null' );
	}

	private function hook_cookies( CookieHeaders $cookies ): void {
		$cookies->watch();
		add_action( 'login_init', $cookies->plain_login( ... ), 0 );
		add_action( 'wp_default_scripts', $cookies->no_user_settings( ... ), 100 );
		// An expired session opens the login in a new tab; what was typed stays where it is.
		add_filter( 'wp_auth_check_same_domain', '__return_false' );
	}

	private static function send( string $line ): void {
		if ( ! headers_sent() ) {
			header_remove( 'X-Powered-By' );
			header( $line );
		}
	}

	/** @return array<string, string> */
	private function header_list(): array {
		$list = wp_json_file_decode( dirname( $this->file ) . '/headers.json', [ 'associative' => true ] );
		return is_array( $list ) ? array_filter( $list, 'is_string' ) : [];
	}
}
