<?php
/**
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Portal\Domain\PortalSettings;
use Lernwelt\Tests\IntegrationTestCase;
use WP_Block_Type_Registry;

final class BlocksTest extends IntegrationTestCase {
	public function test_both_blocks_are_registered_from_the_build(): void {
		foreach ( [ 'lernwelt/form', 'lernwelt/contact-details' ] as $name ) {
			self::assertTrue( WP_Block_Type_Registry::get_instance()->is_registered( $name ), $name );
		}
	}

	public function test_a_form_in_content_is_printed_for_visitors(): void {
		$html = do_blocks( '<!-- wp:lernwelt/form {"kind":"barrier"} /-->' );
		self::assertStringContainsString( 'name="lw_form" value="barrier"', $html );
		self::assertStringContainsString( 'Auf welcher Seite sind Sie auf die Barriere gestoßen?', $html );
	}

	public function test_contact_details_come_from_the_settings_and_are_escaped(): void {
		Core::services()->settings->update(
			PortalSettings::KEY,
			[ 'organisation' => 'LISA <b>', 'contact_name' => '', 'street' => 'Weg 1', 'postcode' => '06110', 'city' => 'Halle', 'phone' => '0391 5550', 'email' => 'a@example.org' ]
		);
		$html = do_blocks( '<!-- wp:lernwelt/contact-details /-->' );
		self::assertStringContainsString( '<address class="lw-contact-details">', $html );
		self::assertStringContainsString( 'LISA &lt;b&gt;', $html );
		self::assertStringContainsString( '06110 Halle', $html );
		self::assertStringContainsString( 'href="tel:+493915550"', $html );
		self::assertStringContainsString( 'href="mailto:a@example.org"', $html );
	}

	public function test_no_details_no_address(): void {
		delete_option( PortalSettings::KEY );
		self::assertSame( '', trim( do_blocks( '<!-- wp:lernwelt/contact-details /-->' ) ) );
	}
}
