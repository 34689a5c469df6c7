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

/** Builds the areas of this plugin; each has a class beside this one that holds its hooks. */
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
		$sessions->register( $protocol->renewal( ... ), $receiver );
		$accounts->register();
		( new ProtocolHooks( $this->services, $protocol, $sessions->sessions( ... ), $receiver ) )->register();
		( new LoginPageHooks( $this->file, $this->services, $protocol->clients->is_configured( ... ), $protocol->is_reachable( ... ) ) )->register();
	}
}
