<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Services;

/** Builds the areas of this plugin; each has a class beside this one that holds its hooks. */
final readonly class Plugin {

	/** Slug and text domain. */
	public const SLUG = 'lernwelt-sso';

	/** Site transient that is there for a minute after the provider didn't answer. */
	public const UNREACHABLE = 'lernwelt_sso_unreachable';

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );

		( new SessionHooks( $this->services ) )->register();
		( new AccountHooks( $this->services ) )->register();
		( new LoginPageHooks(
			$this->file,
			$this->services,
			static fn (): bool => defined( 'LERNWELT_OIDC_ISSUER' ),
			static fn (): bool => false === get_site_transient( self::UNREACHABLE )
		) )->register();
	}
}
