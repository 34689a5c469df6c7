<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests\Integration;

use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\WpCli;
use WP_User;

/** The accounts that bin/start creates. */
final class DemoAccountsTest extends IntegrationTestCase {

	public function test_a_portal_that_joins_later_gets_them_and_whom_a_person_removed_stays_removed(): void {
		$this->work_without_rollback();
		self::create_accounts();
		$user = get_user_by( 'login', 'test-redaktion' );
		self::assertNotFalse( $user );
		remove_user_from_blog( $user->ID, $this->blog_id( 'lernorte' ) );
		$site = wp_insert_site( [ 'domain' => 'neu.localhost:8300', 'path' => '/', 'title' => 'Neu', 'user_id' => 1 ] );
		self::assertIsInt( $site );

		self::create_accounts();
		self::assertSame( [ 'editor' ], self::roles( $user->ID, $site ) );
		self::assertSame( [], self::roles( $user->ID, $this->blog_id( 'lernorte' ) ) );
		self::assertSame( [ 'editor' ], self::roles( $user->ID, $this->blog_id( 'lernwelt-lsa' ) ) );
	}

	private static function create_accounts(): void {
		$accounts            = '[{"login":"test-redaktion","role":"editor","name":"Test Redaktion","email":"test-redaktion@example.org"},{"login":"test-autorin","role":"author","name":"Test Autorin","email":"test-autorin@example.org"}]';
		[ $code, , $errors ] = WpCli::run( 'eval-file', '--use-include', dirname( __DIR__, 3 ) . '/bin/php/demo-accounts.php', $accounts, 'geheim' );
		self::assertSame( 0, $code, $errors );
		wp_cache_flush();
	}

	/** @return list<string> */
	private static function roles( int $user_id, int $site ): array {
		return array_values( ( new WP_User( $user_id, '', $site ) )->roles );
	}
}
