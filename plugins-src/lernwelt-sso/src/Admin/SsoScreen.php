<?php
/**
 * The screen Settings → Login (SSO) of the network.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Admin;

use Lernwelt\Sso\Application\Accounts\ClaimAlarm;
use Lernwelt\Sso\Application\Accounts\SsoSettings;

/** An empty page for the React screen in admin/settings, and the alarm about absent claims. */
final readonly class SsoScreen {
	public const SLUG = 'lernwelt-sso';

	/** Handle of script and style. */
	private const HANDLE = 'lernwelt-sso-settings';

	/**
	 * @param string     $file  Main file of the plugin.
	 * @param ClaimAlarm $alarm Logins without role claim.
	 */
	public function __construct( private string $file, private ClaimAlarm $alarm ) {
	}

	/** Action `network_admin_menu`. */
	public function add(): void {
		add_submenu_page( 'settings.php', __( 'Login (SSO)', 'lernwelt-sso' ), __( 'Login (SSO)', 'lernwelt-sso' ), SsoSettings::CAPABILITY, self::SLUG, $this->print( ... ) );
	}

	/**
	 * Action `admin_enqueue_scripts`.
	 *
	 * @param string $screen Hook of the screen that is shown.
	 */
	public function enqueue( string $screen ): void {
		$assets = dirname( $this->file ) . '/build/admin/index.asset.php';
		if ( 'settings_page_' . self::SLUG !== $screen || ! is_network_admin() || ! is_file( $assets ) ) {
			return;
		}
		$asset = require $assets;
		wp_enqueue_script( self::HANDLE, plugins_url( 'build/admin/index.js', $this->file ), $asset['dependencies'], $asset['version'], true );
		wp_set_script_translations( self::HANDLE, 'lernwelt-sso' );
		wp_enqueue_style( self::HANDLE, plugins_url( 'build/admin/style-index.css', $this->file ), [ 'wp-components' ], $asset['version'] );
		wp_style_add_data( self::HANDLE, 'rtl', 'replace' );
	}

	/** Action `network_admin_notices`: a broken mapper shows here before people call. The own screen says it itself. */
	public function warn(): void {
		$alarm = $this->alarm->current();
		if ( null !== $alarm && current_user_can( SsoSettings::CAPABILITY ) && ! str_starts_with( (string) get_current_screen()?->id, 'settings_page_' . self::SLUG ) ) {
			wp_admin_notice( esc_html( $this->sentence( $alarm['count'] ) ), [ 'type' => 'warning' ] );
		}
	}

	/**
	 * Filter `site_status_tests`.
	 *
	 * @param array<string, array<string, mixed>> $tests Tests so far.
	 * @return array<string, array<string, mixed>>
	 */
	public function health( array $tests ): array {
		$tests['direct']['lernwelt_sso_claims'] = [ 'label' => __( 'Roles of the Bildungsserver', 'lernwelt-sso' ), 'test' => $this->health_result( ... ) ];
		return $tests;
	}

	/** @return array<string, mixed> */
	private function health_result(): array {
		$alarm = $this->alarm->current();
		return [
			'label'       => null === $alarm ? __( 'The Bildungsserver sends roles', 'lernwelt-sso' ) : __( 'The Bildungsserver sent logins without roles', 'lernwelt-sso' ),
			'status'      => null === $alarm ? 'good' : 'recommended',
			'badge'       => [ 'label' => __( 'Security', 'lernwelt-sso' ), 'color' => 'blue' ],
			'description' => '<p>' . esc_html( null === $alarm ? __( 'Every login of the last seven days named the roles of its account.', 'lernwelt-sso' ) : $this->sentence( $alarm['count'] ) ) . '</p>',
			'actions'     => '',
			'test'        => 'lernwelt_sso_claims',
		];
	}

	private function sentence( int $count ): string {
		return sprintf(
			/* translators: %s: number of logins. */
			_n(
				'In the last seven days %s login came without the claim that names roles, and was refused. Single ones are people who have no role at the Bildungsserver; if there are many, a mapper there is broken. Roles that are stored here were kept.',
				'In the last seven days %s logins came without the claim that names roles, and were refused. Single ones are people who have no role at the Bildungsserver; if there are many, a mapper there is broken. Roles that are stored here were kept.',
				$count,
				'lernwelt-sso'
			),
			number_format_i18n( $count )
		);
	}

	private function print(): void {
		echo '<div class="wrap"><div id="lernwelt-sso-settings"></div><noscript>' . esc_html__( 'This screen needs JavaScript.', 'lernwelt-sso' ) . '</noscript></div>';
	}
}
