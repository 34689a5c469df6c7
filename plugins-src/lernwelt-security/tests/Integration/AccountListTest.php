<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Security\Persistence\Migrations\M0104HideLogins;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\TestWith;

/** Who can list accounts, and that no list holds a name one logs in with. */
final class AccountListTest extends IntegrationTestCase {

	use RestRequests;

	#[TestWith( [ 'lernwelt_teacher' ] )]
	#[TestWith( [ 'lernwelt_head_teacher' ] )]
	#[TestWith( [ 'lernwelt_school_admin' ] )]
	#[TestWith( [ 'subscriber' ] )]
	public function test_whoever_writes_nothing_sees_the_own_account_only( string $role ): void {
		$other = $this->author();
		$self  = $this->log_in_as( $role );

		self::assertSame( 404, $this->rest( 'GET', '/wp/v2/users' )->get_status() );
		self::assertSame( 404, $this->rest( 'GET', '/wp/v2/users', [ '_fields' => 'id,name,slug' ] )->get_status() );
		self::assertSame( 404, $this->rest( 'GET', "/wp/v2/users/$other" )->get_status() );
		$own = $this->rest( 'GET', '/wp/v2/users/me' );
		self::assertSame( [ 200, $self->ID ], [ $own->get_status(), $own->get_data()['id'] ?? null ] );
	}

	#[TestWith( [ 'editor' ] )]
	#[TestWith( [ 'administrator' ] )]
	public function test_whoever_writes_gets_the_list_of_authors_without_logins( string $role ): void {
		$other = $this->author();
		$this->log_in_as( $role );

		$list = $this->rest( 'GET', '/wp/v2/users', [ '_fields' => 'id,slug', 'include' => [ $other ] ] );
		self::assertSame( 200, $list->get_status() );
		self::assertSame( [ $other ], array_column( (array) $list->get_data(), 'id' ) );
		self::assertNotContains( get_userdata( $other )->user_login ?? '', array_column( (array) $list->get_data(), 'slug' ) );
		self::assertSame( 200, $this->rest( 'GET', "/wp/v2/users/$other" )->get_status() );
	}

	public function test_guests_and_pupils_see_nobody(): void {
		$other = $this->author();
		$this->log_out();
		$answers = function () use ( $other ): array {
			return array_map( fn ( string $route ): int => $this->rest( 'GET', $route )->get_status(), [ '/wp/v2/users', "/wp/v2/users/$other", '/wp/v2/users/me' ] );
		};
		$guest   = $answers();
		Core::services()->pupil->enter();
		try {
			self::assertSame( [ [ 404, 404, 404 ], [ 404, 404, 404 ] ], [ $guest, $answers() ] );
		} finally {
			Core::services()->pupil->leave();
		}
	}

	public function test_an_account_is_not_named_by_its_login_in_addresses(): void {
		$login = 'Anna.Beispiel ' . bin2hex( random_bytes( 4 ) );
		$user  = wp_insert_user( [ 'user_login' => $login, 'user_email' => 'anna@example.org', 'user_pass' => 'x' ] );
		self::assertIsInt( $user );
		$name = self::nicename( $user );
		self::assertMatchesRegularExpression( '/^person-[0-9a-f]{16}$/', $name );

		wp_update_user( [ 'ID' => $user, 'description' => 'Hallo' ] );
		self::assertSame( $name, self::nicename( $user ), 'It stays.' );
		wp_update_user( [ 'ID' => $user, 'user_nicename' => sanitize_title( $login ) ] );
		self::assertStringNotContainsString( 'anna', self::nicename( $user ) );
		wp_update_user( [ 'ID' => $user, 'user_nicename' => 'redaktion-nord' ] );
		self::assertSame( 'redaktion-nord', self::nicename( $user ), 'Chosen.' );
	}

	public function test_existing_accounts_get_new_names_and_chosen_ones_stay(): void {
		global $wpdb;
		$named  = $this->author();
		$chosen = $this->author();
		$login  = get_userdata( $named )->user_login ?? '';
		$wpdb->update( $wpdb->users, [ 'user_nicename' => sanitize_title( $login ) ], [ 'ID' => $named ] );
		$wpdb->update( $wpdb->users, [ 'user_nicename' => 'redaktion-nord' ], [ 'ID' => $chosen ] );

		( new M0104HideLogins() )->up( $wpdb );
		$first = self::nicename( $named );
		( new M0104HideLogins() )->up( $wpdb );
		self::assertMatchesRegularExpression( '/^person-[0-9a-f]{16}$/', $first );
		self::assertSame( [ $first, 'redaktion-nord' ], [ self::nicename( $named ), self::nicename( $chosen ) ] );
	}

	private function author(): int {
		$author = $this->log_in_as( 'author' )->ID;
		wp_insert_post( [ 'post_title' => 'Ein Beitrag', 'post_author' => $author, 'post_status' => 'publish' ] );
		return $author;
	}

	private static function nicename( int $user_id ): string {
		clean_user_cache( $user_id );
		return get_userdata( $user_id )->user_nicename ?? '';
	}
}
