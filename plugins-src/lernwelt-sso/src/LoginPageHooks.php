<?php
/**
 * The login page and its button.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Closure;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Services;
use Lernwelt\Sso\Domain\ReturnPath;
use Lernwelt\Sso\Web\LoginPage;

/** Hooks up the login page, the button of the service bar, and what keeps half-filled forms. */
final readonly class LoginPageHooks {

	private const SCRIPT = 'lernwelt-keep-form';

	/**
	 * @param string          $file       Main file of the plugin.
	 * @param Services        $services   Shared services.
	 * @param Closure(): bool $configured Whether a provider is configured.
	 * @param Closure(): bool $reachable  Whether it answered when it was asked last.
	 */
	public function __construct( private string $file, private Services $services, private Closure $configured, private Closure $reachable ) {}

	/** Hooks everything up. */
	public function register(): void {
		$page = new LoginPage( $this->configured, $this->reachable );
		// Before the gate of a closed portal would ask who is there.
		add_filter( 'do_parse_request', $page->answer( ... ), 1 );
		add_filter( 'login_url', $this->login_url( ... ), 10, 2 );
		add_filter( 'login_message', $this->login_message( ... ) );
		add_filter( 'lernwelt_account', $this->account( ... ) );
		add_action( 'wp_enqueue_scripts', $this->enqueue( ... ) );
		add_filter( 'wp_script_attributes', $this->words( ... ) );
	}

	/**
	 * Filter `login_url`: links to the login lead to the portal's own page; wp-login.php itself keeps its links.
	 *
	 * @param string $url      Address of wp-login.php.
	 * @param string $redirect Address to go to afterwards, '' for none.
	 */
	private function login_url( string $url, string $redirect ): string {
		if ( 'wp-login.php' === ( $GLOBALS['pagenow'] ?? '' ) ) {
			return $url;
		}
		$path = str_starts_with( $redirect, home_url( '/' ) ) ? substr( $redirect, strlen( untrailingslashit( home_url() ) ) ) : $redirect;
		return LoginPage::url( ReturnPath::of( $path ), '' !== $redirect );
	}

	/**
	 * Filter `login_message`: says on wp-login.php whom it is for.
	 *
	 * @param string $message What stands above the form.
	 */
	private function login_message( string $message ): string {
		$asked = CurrentRequest::parameter( 'action' );
		if ( ! in_array( $asked, [ '', 'login' ], true ) ) {
			return $message;
		}
		$link = sprintf( '<a href="%s">%s</a>', esc_url( LoginPage::url( ReturnPath::of( '/' ) ) ), esc_html__( 'Log in with the Bildungsserver', 'lernwelt-sso' ) );
		return $message . '<p class="message">' . esc_html__( 'This form is for invited local accounts. Schools use:', 'lernwelt-sso' ) . ' ' . $link . '</p>';
	}

	/**
	 * Filter `lernwelt_account`: what the service bar offers.
	 *
	 * @param array{login_url: string, login: string, logout_url: string, pupil: string} $account Addresses and words.
	 * @return array{login_url: string, login: string, logout_url: string, pupil: string}
	 */
	private function account( array $account ): array {
		if ( ( $this->configured )() ) {
			$account['login_url'] = LoginPage::start_url( ReturnPath::of( CurrentRequest::address() ) );
			$account['login']     = __( 'Log in with the Bildungsserver', 'lernwelt-sso' );
		} else {
			$account['login_url'] = LoginPage::url( ReturnPath::of( CurrentRequest::address() ) );
		}
		$account['logout_url'] = home_url( LoginPage::LOGOUT );
		if ( $this->services->pupil->is_present() ) {
			$account['pupil'] = __( 'Logged in as a pupil', 'lernwelt-sso' );
		}
		return $account;
	}

	/** Action `wp_enqueue_scripts`: on every page, because on every page the link to the login leads back to it as it is now. */
	private function enqueue(): void {
		$script = dirname( $this->file ) . '/build/keep-form.js';
		wp_enqueue_script( self::SCRIPT, plugins_url( 'build/keep-form.js', $this->file ), [], (string) filemtime( $script ), [ 'strategy' => 'defer' ] );
	}

	/**
	 * Filter `wp_script_attributes`: the words go with the script's element, so no page needs an inline script for them.
	 *
	 * @param array<string, string|bool> $attributes Attributes of a script's element.
	 * @return array<string, string|bool>
	 */
	private function words( array $attributes ): array {
		return self::SCRIPT . '-js' === ( $attributes['id'] ?? '' )
			? $attributes + [ 'data-kept' => __( 'What you had typed is still here. It has not been sent yet.', 'lernwelt-sso' ) ]
			: $attributes;
	}
}
