<?php
/**
 * Seeing and ending sessions.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Capability;
use Lernwelt\Core\Services;
use Lernwelt\Sso\Admin\SessionsScreen;
use Lernwelt\Sso\Application\Session\SessionList;
use Lernwelt\Sso\Application\Session\SessionStore;
use Lernwelt\Sso\Cli\SessionCommand;
use WP_CLI;

/** Hooks up the screen Sessions and its command. */
final readonly class SessionScreenHooks {

	/** Capability: see and end the sessions of the own portal. */
	public const MANAGE = 'lernwelt_manage_sessions';

	/** Name of the form that ends sessions. */
	public const END = 'lernwelt_end_sessions';

	/**
	 * @param Services     $services Shared services.
	 * @param SessionStore $store    Sessions.
	 */
	public function __construct( private Services $services, private SessionStore $store ) {}

	/** Hooks everything up. */
	public function register(): void {
		$list   = fn (): SessionList => new SessionList( $this->store, $this->store->limits, $this->services->portals, $this->services->pseudonyms, $this->services->audit );
		$screen = static fn (): SessionsScreen => new SessionsScreen( $list() );
		$this->services->capabilities->register( new Capability( self::MANAGE, static fn (): string => __( 'See who is logged in at this portal, and end sessions', 'lernwelt-sso' ), [ 'administrator' ], static fn (): string => __( 'Security', 'lernwelt-sso' ), administrators_only: true ) );
		add_action( 'admin_menu', static fn () => $screen()->add_to_portal() );
		add_action( 'network_admin_menu', static fn () => $screen()->add_to_network() );
		add_action( 'admin_enqueue_scripts', static fn ( string $shown ) => $screen()->style( $shown ) );
		add_action( 'admin_post_' . self::END, static fn () => $screen()->end() );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt session', new SessionCommand( $list(), $this->services->portals ) );
		}
	}
}
