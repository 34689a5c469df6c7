<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Login;

use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use Lernwelt\Tests\WpCli;
use WP_Error;
use WP_User;

/** The same rule at every place where a password can be chosen, in German. */
final class PasswordsTest extends IntegrationTestCase {

	use RestRequests;

	private const GOOD = 'Kranich Treppe Wolle 4';

	private const WEAK = [
		'Nebeltisch'           => 'Das Passwort ist zu kurz',
		'Passwort2026!'        => 'Dieses Passwort benutzen viele Menschen',
		'123456789012'         => 'Das Passwort ist zu einfach',
		'Wolke Zaun Adlerhorst' => 'Das Passwort enthält Ihren Namen',
	];

	private function person(): WP_User {
		$user = $this->log_in_as( 'editor' );
		wp_update_user( [ 'ID' => $user->ID, 'last_name' => 'Adlerhorst' ] );
		return new WP_User( $user->ID );
	}

	public function test_in_the_profile(): void {
		$user = $this->person();
		foreach ( self::WEAK as $password => $words ) {
			$errors = new WP_Error();
			do_action_ref_array( 'user_profile_update_errors', [ &$errors, true, (object) [ 'ID' => $user->ID, 'user_pass' => (string) $password ] ] );
			self::assertStringContainsString( $words, implode( ' ', $errors->get_error_messages() ) );
			self::assertSame( [ 'form-field' => 'pass1' ], $errors->get_error_data( (string) $errors->get_error_code() ) );
		}
		$errors = new WP_Error();
		do_action_ref_array( 'user_profile_update_errors', [ &$errors, true, (object) [ 'ID' => $user->ID, 'user_pass' => self::GOOD ] ] );
		do_action_ref_array( 'user_profile_update_errors', [ &$errors, true, (object) [ 'ID' => $user->ID ] ] );
		self::assertFalse( $errors->has_errors() );
	}

	public function test_behind_a_link_of_a_mail(): void {
		$user = $this->person();
		foreach ( self::WEAK + [ self::GOOD => '' ] as $password => $words ) {
			$_POST['pass1'] = wp_slash( (string) $password );
			$errors         = new WP_Error();
			do_action( 'validate_password_reset', $errors, $user );
			self::assertStringContainsString( $words, implode( ' ', $errors->get_error_messages() ) );
			self::assertSame( '' !== $words, $errors->has_errors() );
		}
	}

	public function test_over_rest(): void {
		$user = $this->person();
		foreach ( self::WEAK as $password => $words ) {
			$answer = $this->rest( 'POST', '/wp/v2/users/me', [ 'password' => (string) $password ] );
			self::assertSame( 400, $answer->get_status() );
			self::assertStringContainsString( $words, (string) ( $answer->get_data()['data']['params']['password'] ?? '' ) );
		}
		self::assertSame( 200, $this->rest( 'POST', "/wp/v2/users/$user->ID", [ 'password' => self::GOOD ] )->get_status() );
	}

	public function test_on_the_command_line(): void {
		$this->work_without_rollback();
		[ $code, , $errors ] = WpCli::run( 'user', 'create', 'neuling', 'neuling@example.org', '--user_pass=lernwelt' );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'zu kurz', $errors );
		self::assertFalse( username_exists( 'neuling' ) );

		self::assertSame( 0, WpCli::run( 'user', 'create', 'neuling', 'neuling@example.org', '--user_pass=' . self::GOOD )[0] );
		[ $code, , $errors ] = WpCli::run( 'user', 'update', 'neuling', '--user_pass=Wolke-Neuling-Zaun' );
		self::assertSame( 1, $code );
		self::assertStringContainsString( 'enthält Ihren Namen', $errors );
	}

	public function test_accounts_come_from_the_network_alone(): void {
		$super = $this->log_in_as( 'administrator' );
		update_site_option( 'site_admins', [ $super->user_login ] );
		self::assertFalse( current_user_can( 'create_users' ), 'On a portal.' );
		self::assertSame( 403, $this->rest( 'POST', '/wp/v2/users', [ 'username' => 'neu', 'email' => 'neu@example.org', 'password' => self::GOOD ] )->get_status() );
		self::assertSame( 'none', get_site_option( 'registration' ) );
		self::assertSame( 0, (int) get_site_option( 'add_new_users' ) );

		$GLOBALS['current_screen'] = new class() {
			public function in_admin( string $kind ): bool {
				return 'network' === $kind;
			}
		};
		self::assertTrue( current_user_can( 'create_users' ), 'In the network’s administration.' );
		unset( $GLOBALS['current_screen'] );
	}
}
