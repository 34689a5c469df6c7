<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration;

use Lernwelt\Security\Surface\Login;
use Lernwelt\Tests\IntegrationTestCase;
use WP_Error;
use WP_User;

/** Who fails to log in learns nothing about accounts. */
final class LoginTest extends IntegrationTestCase {

	private string $login = '';

	protected function setUp(): void {
		parent::setUp();
		$this->login = 'lehrkraft-' . wp_generate_password( 6, false );
		wp_insert_user(
			[
				'user_login' => $this->login,
				'user_email' => $this->login . '@example.org',
				'user_pass'  => 'richtig',
			]
		);
	}

	public function test_unknown_name_unknown_address_and_wrong_password_are_answered_alike(): void {
		$answers = array_map(
			static fn ( string $name ): WP_User|WP_Error => wp_authenticate( $name, 'falsch' ),
			[ 'gibt-es-nicht', 'niemand@example.org', $this->login, $this->login . '@example.org' ]
		);

		foreach ( $answers as $answer ) {
			self::assertInstanceOf( WP_Error::class, $answer );
			self::assertSame( [ Login::INVALID ], $answer->get_error_codes() );
			self::assertStringStartsWith( '<strong>Fehler:</strong> Benutzername oder Passwort ist falsch.', $answer->get_error_message() );
		}
	}

	public function test_the_right_password_still_opens(): void {
		self::assertInstanceOf( WP_User::class, wp_authenticate( $this->login, 'richtig' ) );
	}

	public function test_an_empty_form_says_what_is_missing(): void {
		$answer = wp_authenticate( '', '' );

		self::assertInstanceOf( WP_Error::class, $answer );
		self::assertSame( [ 'empty_username', 'empty_password' ], $answer->get_error_codes() );
	}

	public function test_a_new_password_is_asked_for_on_the_own_portal(): void {
		$this->go_to_portal( 'lernorte' );

		self::assertSame( site_url( 'wp-login.php?action=lostpassword', 'login_post' ), network_site_url( 'wp-login.php?action=lostpassword', 'login_post' ) );
		self::assertStringNotContainsString( 'lernorte', network_site_url( 'wp-admin/network/' ) );
	}

	public function test_application_passwords_and_registration_are_off(): void {
		self::assertFalse( wp_is_application_passwords_available() );
		self::assertSame( 'none', get_site_option( 'registration' ) );
	}
}
