<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Login;

use Lernwelt\Tests\IntegrationTestCase;

/** An invited account is never called by its login or its address. */
final class InvitedNamesTest extends IntegrationTestCase {

	protected function tearDown(): void {
		$_POST = [];
		parent::tearDown();
	}

	public function test_an_account_that_the_network_invites_has_a_name(): void {
		$id = $this->invite( [] );
		self::assertSame( 'Petra Adler', $this->called( $id ), 'as the address lets guess' );
		$id = $this->invite( [ 'first_name' => 'Petra-Maria', 'last_name' => "O'Adler" ] );
		self::assertSame( [ "Petra-Maria O'Adler", 'Petra-Maria' ], [ $this->called( $id ), get_userdata( $id )->first_name ?? '' ] );
	}

	public function test_names_that_become_known_count_until_somebody_chooses(): void {
		$id = $this->invite( [] );
		wp_update_user( [ 'ID' => $id, 'user_url' => 'https://example.org' ] );
		self::assertSame( 'Petra Adler', $this->called( $id ) );
		wp_update_user( [ 'ID' => $id, 'first_name' => 'Petra-Maria', 'last_name' => 'Adler' ] );
		self::assertSame( 'Petra-Maria Adler', $this->called( $id ) );
		wp_update_user( [ 'ID' => $id, 'display_name' => 'Das Museum' ] );
		wp_update_user( [ 'ID' => $id, 'last_name' => 'Unruh' ] );
		self::assertSame( 'Das Museum', $this->called( $id ) );
		foreach ( [ get_userdata( $id )->user_login ?? '', get_userdata( $id )->user_email ?? '' ] as $telling ) {
			wp_update_user( [ 'ID' => $id, 'display_name' => $telling ] );
			self::assertSame( 'Petra-Maria Unruh', $this->called( $id ), $telling );
		}
	}

	public function test_whoever_comes_from_the_provider_is_called_as_it_says(): void {
		$id    = $this->invite( [] );
		$login = get_userdata( $id )->user_login ?? '';
		add_filter( 'lernwelt_is_sso_account', static fn ( bool $is, int $user_id ): bool => $is || $user_id === $id, 10, 2 );
		wp_update_user( [ 'ID' => $id, 'display_name' => $login ] );
		self::assertSame( $login, $this->called( $id ) );
		$new = wp_insert_user( [ 'user_login' => 'sso-4711', 'user_pass' => 'x', 'user_email' => 'sso.person@example.org', 'display_name' => 'sso-4711' ] );
		self::assertIsInt( $new );
		self::assertSame( 'sso-4711', $this->called( $new ) );
	}

	public function test_the_form_asks_for_both(): void {
		ob_start();
		do_action( 'network_user_new_form' );
		$form = (string) ob_get_clean();
		foreach ( [ 'first_name', 'last_name' ] as $field ) {
			self::assertStringContainsString( "<label for=\"$field\">", $form );
			self::assertStringContainsString( "name=\"user[$field]\"", $form );
		}
	}

	/** @param array<string, string> $names As typed. */
	private function invite( array $names ): int {
		remove_all_actions( 'wpmu_new_user' );
		remove_action( 'network_user_new_created_user', 'wp_send_new_user_notifications' );
		$tag  = bin2hex( random_bytes( 3 ) );
		$user = wpmu_create_user( "padler$tag", 'ein langes Passwort', "petra.adler+$tag@example.org" );
		self::assertIsInt( $user );
		$_POST['user'] = wp_slash( [ 'username' => 'x', 'email' => 'y', ...$names ] );
		do_action( 'network_user_new_created_user', $user );
		return $user;
	}

	private function called( int $user_id ): string {
		return get_userdata( $user_id )->display_name ?? '';
	}
}
