<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Portal\Domain\PortalSettings;
use Lernwelt\Tests\IntegrationTestCase;

final class UninstallTest extends IntegrationTestCase {
	public function test_the_settings_of_all_portals_go_and_logos_stay(): void {
		foreach ( [ 'lernwelt-lsa', 'lernorte' ] as $portal ) {
			$this->go_to_portal( $portal );
			Core::services()->settings->update( PortalSettings::KEY, [ 'city' => 'Halle' ] );
			set_theme_mod( 'custom_logo', 7 );
		}
		defined( 'WP_UNINSTALL_PLUGIN' ) || define( 'WP_UNINSTALL_PLUGIN', 'lernwelt-portal/lernwelt-portal.php' );
		require dirname( __DIR__, 2 ) . '/uninstall.php';

		foreach ( [ 'lernwelt-lsa', 'lernorte' ] as $portal ) {
			$this->go_to_portal( $portal );
			self::assertFalse( get_option( PortalSettings::KEY ), $portal );
			self::assertSame( 7, get_theme_mod( 'custom_logo' ), $portal );
		}
	}
}
