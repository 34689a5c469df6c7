<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration;

use Lernwelt\Tests\Processes;

/** Several tabs, several servers: one person. */
final class FirstLoginProcessesTest extends AccountsTestCase {

	private const CODE = <<<'PHP'
		$sessions = new \Lernwelt\Sso\Tests\Integration\FakeSessions();
		$receiver = ( new \Lernwelt\Sso\AccountHooks( \Lernwelt\Core\Core::services() ) )->receiver( $sessions );
		$roles    = 0 === $number % 2 ? [ 'lehrkraft', 'redaktion' ] : [ 'lehrkraft' ];
		$claims   = [ 'name' => 'Anja Lehmann', 'email' => 'anja@example.org', 'email_verified' => true, 'realm_access' => [ 'roles' => $roles ] ];
		$receiver->admit( new \Lernwelt\Sso\Domain\VerifiedLogin( 'https://id.example.org', 'anja', 's', $claims, new \Lernwelt\Sso\Domain\TokenSet( '', '', null, 0 ), '/' ) );
		echo $sessions->opened[0];
PHP;

	public function test_first_logins_at_the_same_moment_make_one_account(): void {
		global $wpdb;
		$this->work_without_rollback();
		require_once __DIR__ . '/FakeSessions.php';

		$users = Processes::run( 6, 'require_once "' . __DIR__ . "/FakeSessions.php\";\n" . self::CODE );
		self::assertCount( 1, array_unique( $users ) );
		self::assertSame( '1', $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->users WHERE user_login LIKE 'sso-%'" ) );
		self::assertSame( '1', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->base_prefix}lw_identities" ) );

		// Whoever came last: what is stored as granted is what the account has.
		$user    = (int) $users[0];
		$granted = $wpdb->get_col( $wpdb->prepare( "SELECT role FROM {$wpdb->base_prefix}lw_granted_roles WHERE user_id = %d AND portal = %d", $user, $this->blog_id( 'lernorte' ) ) );
		self::assertEqualsCanonicalizing( $granted, $this->roles( $user, 'lernorte' ) );
		$metas = $wpdb->get_var( $wpdb->prepare( "SELECT COUNT(*) FROM $wpdb->usermeta WHERE user_id = %d AND meta_key = %s", $user, $wpdb->get_blog_prefix( $this->blog_id( 'lernorte' ) ) . 'capabilities' ) );
		self::assertSame( '1', $metas );
	}
}
