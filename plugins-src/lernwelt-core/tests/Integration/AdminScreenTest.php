<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Tests\IntegrationTestCase;

/** A screen that a script draws: what it gets, and where. */
final class AdminScreenTest extends IntegrationTestCase {

	private string $plugin;

	protected function setUp(): void {
		parent::setUp();
		$this->plugin = get_temp_dir() . uniqid( 'screen-' ) . '/lernwelt-demo';
		mkdir( "$this->plugin/build/admin", recursive: true );
		$this->built( 'index.asset.php', "<?php return [ 'dependencies' => [ 'wp-element' ], 'version' => 'v7' ];" );
	}

	protected function tearDown(): void {
		foreach ( (array) glob( "$this->plugin/build/admin/*" ) as $file ) {
			unlink( (string) $file );
		}
		foreach ( [ "$this->plugin/build/admin", "$this->plugin/build", $this->plugin, dirname( $this->plugin ) ] as $folder ) {
			rmdir( $folder );
		}
		wp_dequeue_script( DemoScreen::SLUG );
		wp_dequeue_style( DemoScreen::SLUG );
		wp_deregister_script( DemoScreen::SLUG );
		wp_deregister_style( DemoScreen::SLUG );
		wp_dequeue_style( 'wp-components' );
		parent::tearDown();
	}

	public function test_script_and_style_come_on_this_page_only(): void {
		$this->built( 'style-index.css', '' );
		$screen = $this->screen();
		$screen->enqueue( 'settings_page_lernwelt-demo' );
		$screen->enqueue( 'edit.php' );
		self::assertSame( [ false, false ], [ wp_script_is( DemoScreen::SLUG ), wp_style_is( 'wp-components' ) ] );

		$screen->enqueue( 'toplevel_page_' . DemoScreen::SLUG );
		self::assertTrue( wp_script_is( DemoScreen::SLUG ) );
		$script = wp_scripts()->registered[ DemoScreen::SLUG ];
		self::assertSame( [ [ 'wp-hooks', 'wp-element', 'wp-i18n' ], 'v7', 'lernwelt-demo' ], [ $script->deps, $script->ver, $script->textdomain ] );
		self::assertStringEndsWith( 'build/admin/index.js', (string) $script->src );
		self::assertSame( [ [ 'wp-components' ], 'replace' ], [ wp_styles()->registered[ DemoScreen::SLUG ]->deps, wp_styles()->get_data( DemoScreen::SLUG, 'rtl' ) ] );
	}

	public function test_a_script_that_brings_its_own_styles_needs_no_file(): void {
		$this->screen()->enqueue( 'tools_page_' . DemoScreen::SLUG );
		self::assertSame( [ true, true, false ], [ wp_script_is( DemoScreen::SLUG ), wp_style_is( 'wp-components' ), wp_style_is( DemoScreen::SLUG ) ] );
	}

	public function test_the_page_hands_its_data_to_the_script(): void {
		switch_to_locale( 'de_DE' );
		$page = $this->screen()->show( [ 'name' => '"><b>', 'max-bytes' => 7, 'may-edit' => false, 'portals' => [ [ 'name' => 'A & "B"' ] ] ] );
		restore_previous_locale();
		self::assertSame(
			'<div class="wrap"><div id="lernwelt-demo-things" data-name="&quot;&gt;&lt;b&gt;" data-max-bytes="7" data-may-edit="0" data-portals="[{&quot;name&quot;:&quot;A &amp; \&quot;B\&quot;&quot;}]"></div>'
			. '<noscript>Diese Seite braucht JavaScript.</noscript></div>',
			$page
		);
		self::assertStringContainsString( '<div id="lernwelt-root"></div>', $this->screen( 'lernwelt-root' )->show( [] ) );
	}

	private function built( string $name, string $text ): void {
		file_put_contents( "$this->plugin/build/admin/$name", $text );
	}

	private function screen( string $root = '' ): DemoScreen {
		return new DemoScreen( "$this->plugin/lernwelt-demo.php", $root );
	}
}
