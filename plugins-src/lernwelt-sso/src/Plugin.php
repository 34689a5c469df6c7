<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Services;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Persistence\Migrations\M0301CreateAccounts;
use Lernwelt\Sso\Persistence\Protocol\Migrations\M0101CreateProtocol;
use Lernwelt\Sso\Persistence\Session\Migrations\M0201CreateSessions;

/**
 * Builds the areas of this plugin; each has a class beside this one that holds its hooks. Guests' pages are the most:
 * what they don't need is built inside the closures of the hooks.
 */
final readonly class Plugin {

	/** Slug and text domain. */
	public const SLUG = 'lernwelt-sso';

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		global $wpdb;

		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );

		$protocol = new ProtocolWiring( $wpdb, $this->services );
		$accounts = new AccountHooks( $this->services );
		$sessions = new SessionHooks( $this->services );
		$receiver = static fn (): LoginReceiver => $accounts->receiver( $sessions->sessions() );
		if ( 'cli' === PHP_SAPI || is_admin() ) {
			// Migrations run on the command line and where plugins are activated; all of these are the network's, so a new portal needs none.
			$this->services->migrations->register( self::SLUG, new M0101CreateProtocol(), new M0201CreateSessions(), new M0301CreateAccounts() );
		}
		$sessions->register( $protocol->renewal( ... ), $receiver );
		$accounts->register();
		( new ProtocolHooks( $protocol, $sessions->sessions( ... ), $receiver ) )->register();
		( new LoginPageHooks( $this->file, $this->services, $protocol->clients->is_configured( ... ), $protocol->is_reachable( ... ) ) )->register();
	}
}
