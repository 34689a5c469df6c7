<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\MigrationHooks;
use Lernwelt\Core\Migrations;
use Lernwelt\Core\MigrationScope;
use Lernwelt\Core\Persistence\Ledger;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;

final class MigrationHooksTest extends IntegrationTestCase {

	/** @var list<string> What ran: "component on portal". */
	private array $ran = [];

	private MigrationHooks $hooks;

	protected function setUp(): void {
		global $wpdb;
		parent::setUp();
		$migrations = new Migrations( new Ledger( $wpdb ), new FrozenClock() );
		foreach ( [ 'everywhere', 'here' ] as $component ) {
			$note = function () use ( $component ): void {
				$this->ran[] = "$component on " . get_current_blog_id();
			};
			$migrations->register( $component, new FakeMigration( 'M0001_note', MigrationScope::Portal, $note ) );
		}
		$this->hooks = new MigrationHooks( $migrations );
	}

	public function test_a_new_portal_gets_only_what_runs_on_all_portals(): void {
		add_filter( 'site_option_active_sitewide_plugins', static fn (): array => [ 'everywhere/everywhere.php' => 1 ] );
		$this->hooks->portal_created( 3 );
		self::assertSame( [ 'everywhere on 3' ], $this->ran );
	}

	public function test_a_plugin_activated_for_the_network_runs_on_every_portal(): void {
		$this->hooks->plugin_activated( 'everywhere/everywhere.php', true );
		self::assertSame( [ 'everywhere on 1', 'everywhere on 2', 'everywhere on 3', 'everywhere on 4', 'everywhere on 5' ], $this->ran );
	}

	public function test_a_plugin_activated_on_one_portal_runs_only_there(): void {
		$this->go_to_portal( 'lernorte' );
		$this->hooks->plugin_activated( 'here/here.php', false );
		self::assertSame( [ 'here on ' . $this->blog_id( 'lernorte' ) ], $this->ran );

		$this->hooks->plugin_activated( 'here/here.php', false );
		self::assertCount( 1, $this->ran, 'not again' );
	}
}
