<?php
/**
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Tests\Integration\Session;

use Lernwelt\Tests\Processes;

/** Many logins and renewals at the same moment. */
final class SessionProcessesTest extends SessionsTestCase {

	private const LOGINS = <<<'PHP'
		add_filter( 'send_auth_cookies', '__return_false', PHP_INT_MAX );
		for ( $login = 0; $login < 125; ++$login ) {
			wp_set_auth_cookie( USER );
			if ( 0 === $login % 25 ) {
				\Lernwelt\Sso\Application\Session\SessionTokens::get_instance( USER )->destroy( 'somebody else' );
			}
		}
		echo 'done';
PHP;

	private const RENEWALS = <<<'PHP'
		global $wpdb;
		$services = \Lernwelt\Core\Core::services();
		$store    = new \Lernwelt\Sso\Application\Session\SessionStore( new \Lernwelt\Sso\Persistence\Session\SessionTable( $wpdb ), new \Lernwelt\Sso\Application\Session\LiveLimits(), $services->clock, $services->pseudonyms, get_current_blog_id() );
		$renewal  = new class() implements \Lernwelt\Sso\Application\Renewal {
			public function renew( string $issuer, string $subject, string $sid, \Lernwelt\Sso\Domain\TokenSet $tokens ): ?\Lernwelt\Sso\Domain\VerifiedLogin {
				echo 'asked ';
				usleep( 300000 );
				return new \Lernwelt\Sso\Domain\VerifiedLogin( $issuer, $subject, $sid, [], new \Lernwelt\Sso\Domain\TokenSet( 'id', 'access', 'next', time() + 600 ), '/' );
			}
		};
		$receiver = new class() implements \Lernwelt\Sso\Application\LoginReceiver {
			public function admit( \Lernwelt\Sso\Domain\VerifiedLogin $login ): void {}
			public function renew( int $user_id, \Lernwelt\Sso\Domain\VerifiedLogin $login ): void {}
		};
		$renew = new \Lernwelt\Sso\Application\Session\RenewSession( $store, $services->locks, static fn () => $renewal, static fn () => $receiver, $services->audit );
		for ( $request = 0; $request < 5; ++$request ) {
			wp_cache_flush();
			echo $renew->run( USER, 'TOKEN' ) ? 'good ' : 'over ';
			usleep( 100000 );
		}
PHP;

	public function test_a_thousand_logins_of_one_account_are_a_thousand_sessions(): void {
		$this->work_without_rollback();
		$user = $this->teacher();
		self::assertSame( array_fill( 0, 8, 'done' ), Processes::run( 8, str_replace( 'USER', (string) $user, self::LOGINS ) ) );
		self::assertCount( 1000, self::rows() );
		self::assertSame( 1000, $this->store->end_user( $user ) );
	}

	public function test_one_process_renews_and_the_others_go_on(): void {
		$this->work_without_rollback();
		$user  = $this->teacher();
		$token = wp_generate_password( 43, false );
		$this->store->open_provider( $token, $user, self::login( expires: time() - 1 ) );
		$said = implode( '', Processes::run( 6, str_replace( [ 'USER', 'TOKEN' ], [ (string) $user, $token ], self::RENEWALS ) ) );
		self::assertSame( 1, substr_count( $said, 'asked' ), $said );
		self::assertSame( 30, substr_count( $said, 'good' ), $said );
	}
}
