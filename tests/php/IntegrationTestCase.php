<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use Lernwelt\Core\Core;
use PHPUnit\Framework\TestCase;
use WP_User;

/**
 * A test inside the network. Each one starts on the main portal as a guest, and everything it does to the database,
 * hooks and globals is undone: by rollback, or by work_without_rollback() where rollback can't reach.
 */
abstract class IntegrationTestCase extends TestCase {

	/** Written in every test's transaction; if it is still there after the rollback, something committed. */
	private const SENTINEL = 'lernwelt_test_sentinel';

	private bool $rolls_back = true;

	/** @var array<string, mixed> */
	private array $globals = [];

	/** @var array<string, \WP_Hook> */
	private array $hooks = [];

	protected function setUp(): void {
		global $wpdb;

		parent::setUp();
		$this->globals = [ '_GET' => $_GET, '_POST' => $_POST, '_REQUEST' => $_REQUEST, '_SERVER' => $_SERVER, '_COOKIE' => $_COOKIE, '_FILES' => $_FILES ];
		$this->hooks   = array_map( static fn ( \WP_Hook $hook ): \WP_Hook => clone $hook, $GLOBALS['wp_filter'] );
		self::fresh();
		$wpdb->query( 'START TRANSACTION' );
		Core::services()->transaction->stand_inside_another( true );
		$wpdb->insert( $wpdb->sitemeta, [ 'site_id' => 1, 'meta_key' => self::SENTINEL, 'meta_value' => '1' ] );
		self::one_person_is_enough();
	}

	protected function tearDown(): void {
		global $wpdb;

		while ( ms_is_switched() ) {
			restore_current_blog();
		}
		$wpdb->query( 'ROLLBACK' );
		Core::services()->transaction->stand_inside_another( false );
		$leaked = null !== $wpdb->get_var( $wpdb->prepare( "SELECT meta_id FROM $wpdb->sitemeta WHERE meta_key = %s", self::SENTINEL ) );
		if ( $leaked || ! $this->rolls_back ) {
			( new PreparedDatabase( Stack::from_environment() ) )->restore();
		}
		$GLOBALS['wp_filter'] = $this->hooks;
		foreach ( $this->globals as $name => $value ) {
			$GLOBALS[ $name ] = $value;
		}
		self::fresh();
		parent::tearDown();
		if ( $leaked && $this->rolls_back ) {
			self::fail( 'This test created or dropped a table, or committed: MariaDB can\'t roll that back. Call work_without_rollback() at its start.' );
		}
	}

	/**
	 * For tests that create tables or portals, or whose data other processes must see: ends the transaction now and
	 * restores the prepared database afterwards, which takes longer than a rollback: only where needed.
	 */
	protected function work_without_rollback(): void {
		global $wpdb;
		$wpdb->query( 'ROLLBACK' );
		Core::services()->transaction->stand_inside_another( false );
		$this->rolls_back = false;
		self::one_person_is_enough();
	}

	/** Tests about the four-eyes principle begin with this. */
	protected function two_people_are_needed(): void {
		update_site_option( 'lernwelt_four_eyes', [] );
	}

	/**
	 * WordPress's number of a portal.
	 *
	 * @param string $id Id as in bin/portals.json.
	 */
	protected function blog_id( string $id ): int {
		foreach ( Core::services()->portals->all() as $portal ) {
			if ( $portal->id === $id ) {
				return $portal->blog_id;
			}
		}
		self::fail( "There is no portal \"$id\" in this network." );
	}

	/**
	 * Goes to another portal until the end of the test. Plugins that run only there aren't loaded by that.
	 *
	 * @param string $id Id as in bin/portals.json.
	 */
	protected function go_to_portal( string $id ): void {
		switch_to_blog( $this->blog_id( $id ) );
	}

	/**
	 * Makes a new person with one role on one portal and logs them in.
	 *
	 * @param string      $role   Role slug.
	 * @param string|null $portal Id of the portal where they have it; the current one by default.
	 */
	protected function log_in_as( string $role, ?string $portal = null ): WP_User {
		$name = 'test-' . bin2hex( random_bytes( 6 ) );
		$user = wp_insert_user( [ 'user_login' => $name, 'user_email' => "$name@example.org", 'user_pass' => $name, 'role' => '' ] );
		self::assertIsInt( $user );
		add_user_to_blog( null === $portal ? get_current_blog_id() : $this->blog_id( $portal ), $user, $role );
		wp_set_current_user( 0 );
		return wp_set_current_user( $user );
	}

	/** Becomes a guest. */
	protected function log_out(): void {
		wp_set_current_user( 0 );
	}

	/** What tests are about would wait for a second person; written past WordPress, so that it leaves no line in the log. */
	private static function one_person_is_enough(): void {
		global $wpdb;

		$off = array_fill_keys( [ 'rights', 'erasure', 'export' ], false );
		$wpdb->insert( $wpdb->sitemeta, [ 'site_id' => 1, 'meta_key' => 'lernwelt_four_eyes', 'meta_value' => serialize( $off ) ] );
		wp_cache_flush();
	}

	private static function fresh(): void {
		global $wp_rest_server;

		wp_cache_flush();
		wp_set_current_user( 0 );
		Core::services()->portals->forget();
		$wp_rest_server = null;
	}
}
