<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Sso\AccountHooks;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Domain\LoginRefused;
use Lernwelt\Sso\Domain\TokenSet;
use Lernwelt\Sso\Domain\VerifiedLogin;
use Lernwelt\Tests\IntegrationTestCase;
use WP_User;

/** People who come from the provider. */
abstract class AccountsTestCase extends IntegrationTestCase {

	protected FakeSessions $sessions;

	protected function setUp(): void {
		parent::setUp();
		$this->sessions = new FakeSessions();
	}

	protected function receiver(): LoginReceiver {
		return ( new AccountHooks( Core::services() ) )->receiver( $this->sessions );
	}

	/**
	 * @param array<string, mixed> $claims  Claims beside those of Anja Lehmann; null takes one away.
	 * @param string               $subject `sub`.
	 */
	protected static function login( array $claims = [], string $subject = 'anja' ): VerifiedLogin {
		$person = [
			'name'           => 'Anja Lehmann',
			'given_name'     => 'Anja',
			'family_name'    => 'Lehmann',
			'email'          => 'anja.lehmann@schule.example.org',
			'email_verified' => true,
			'realm_access'   => [ 'roles' => [ 'lehrkraft' ] ],
			'schulnummer'    => '0471188',
			'schulname'      => 'Sekundarschule „Am Mühlteich“ & Hort',
		];
		$claims = array_filter( [ ...$person, ...$claims ], static fn ( mixed $value ): bool => null !== $value );
		return new VerifiedLogin( 'https://id.example.org/realms/bildung', $subject, 'sid-1', $claims, new TokenSet( 'id', 'access', null, 0 ), '/' );
	}

	/**
	 * @param list<string> $roles Roles of the realm.
	 * @return array<string, mixed>
	 */
	protected static function realm( array $roles ): array {
		return [ 'realm_access' => [ 'roles' => $roles ] ];
	}

	/**
	 * @param array<string, mixed> $claims  Claims as of login().
	 * @param string               $subject `sub`.
	 */
	protected function admit( array $claims = [], string $subject = 'anja' ): WP_User {
		$this->receiver()->admit( self::login( $claims, $subject ) );
		$user = get_userdata( (int) end( $this->sessions->opened ) );
		self::assertInstanceOf( WP_User::class, $user );
		return $user;
	}

	/**
	 * @param array<string, mixed> $claims  Claims as of login().
	 * @param string               $subject `sub`.
	 */
	protected function assert_refused( string $reason, array $claims, string $subject = 'anja' ): void {
		$opened = $this->sessions->opened;
		try {
			$this->receiver()->admit( self::login( $claims, $subject ) );
			self::fail( 'The login was accepted.' );
		} catch ( LoginRefused $refused ) {
			self::assertSame( [ $reason, 403 ], [ $refused->reason, $refused->status ] );
		}
		self::assertSame( $opened, $this->sessions->opened, 'a session was opened' );
	}

	/** @return list<string> */
	protected function roles( int $user_id, string $portal ): array {
		wp_cache_delete( $user_id, 'user_meta' );
		return array_values( ( new WP_User( $user_id, '', $this->blog_id( $portal ) ) )->roles );
	}

	/** Accounts, their data, identities and roles: whatever a login may leave behind. */
	protected static function rows(): int {
		global $wpdb;
		return (int) $wpdb->get_var( "SELECT (SELECT COUNT(*) FROM $wpdb->users) + (SELECT COUNT(*) FROM $wpdb->usermeta) + (SELECT COUNT(*) FROM {$wpdb->base_prefix}lw_identities) + (SELECT COUNT(*) FROM {$wpdb->base_prefix}lw_granted_roles)" );
	}

	/**
	 * Makes a local account.
	 *
	 * @param string  $email  Address.
	 * @param ?string $role   Role.
	 * @param string  $portal Where it has the role.
	 */
	protected function local_account( string $email, ?string $role, string $portal = 'lernorte' ): int {
		$user = wp_insert_user( [ 'user_login' => 'lokal-' . bin2hex( random_bytes( 4 ) ), 'user_email' => $email, 'user_pass' => 'ein langes Passwort', 'role' => '' ] );
		self::assertIsInt( $user );
		delete_user_option( $user, 'capabilities' );
		if ( null !== $role ) {
			add_user_to_blog( $this->blog_id( $portal ), $user, $role );
		}
		return $user;
	}
}
