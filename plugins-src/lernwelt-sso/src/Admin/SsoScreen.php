<?php
/**
 * The screen Settings → Login (SSO) of the network.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Admin;

use Lernwelt\Core\AdminScreen;
use Lernwelt\Sso\Application\Accounts\ClaimAlarm;
use Lernwelt\Sso\Application\Accounts\SsoSettings;

/** An empty page for the React screen in admin/settings, and the alarm about absent claims. */
final readonly class SsoScreen extends AdminScreen {
	public const SLUG = 'lernwelt-sso';

	/**
	 * @param string     $file  Main file of the plugin.
	 * @param ClaimAlarm $alarm Logins without role claim.
	 */
	public function __construct( string $file, private ClaimAlarm $alarm ) {
		parent::__construct( $file, self::SLUG, 'lernwelt-sso-settings' );
	}

	/** Action `network_admin_menu`. */
	public function add(): void {
		add_submenu_page( 'settings.php', __( 'Login (SSO)', 'lernwelt-sso' ), __( 'Login (SSO)', 'lernwelt-sso' ), SsoSettings::CAPABILITY, self::SLUG, fn () => $this->print() );
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
}
