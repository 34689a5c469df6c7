<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Login;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Persistence\MailQueue;
use Lernwelt\Core\Persistence\Savepoints;
use Lernwelt\Core\Transaction;
use Lernwelt\Security\AuditEventHooks;
use Lernwelt\Security\Login\Accounts;
use Lernwelt\Security\Login\LostPassword;
use Lernwelt\Security\Login\TokenLinks;
use Lernwelt\Security\Persistence\PasswordLinkTable;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\RestRequests;
use RuntimeException;
use WP_REST_Request;
use WP_User;

/** Every way in that docs/ways-in.md lists has a proof, and those without a test of their own are tried here. */
final class WaysInTest extends IntegrationTestCase {

	use RestRequests;

	private const ROOT = __DIR__ . '/../../../../..';

	/** What somebody who attacks would try; a line each in the inventory. */
	private const WAYS = [
		'Password',
		'Interim login',
		'Second factor',
		'Lost password',
		'Key of a password link',
		'XML-RPC',
		'XML-RPC multicall',
		'Application passwords',
		'REST authentication',
		'`?author=` and author archives',
		'Users endpoint',
		'Users in site maps',
		'oEmbed',
		'Signing up, activating',
		'SSO start',
		'SSO callback',
		'SSO back-channel logout',
		'Contact forms',
		'Keys of requests (export, erasure)',
		'Passwords of posts',
		'Session cookies',
		'wp-cli',
	];

	protected function setUp(): void {
		parent::setUp();
		$_SERVER['REMOTE_ADDR'] = '192.0.2.33';
	}

	public function test_the_inventory_is_complete_and_every_proof_exists(): void {
		preg_match_all( '/^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/m', (string) file_get_contents( self::ROOT . '/docs/ways-in.md' ), $rows, PREG_SET_ORDER );
		$rows = array_values( array_filter( $rows, static fn ( array $row ): bool => ! in_array( $row[1], [ 'way in', '---' ], true ) ) );

		self::assertSame( self::WAYS, array_map( static fn ( array $row ): string => trim( $row[1] ), $rows ) );
		foreach ( $rows as [ , $way, , $proof ] ) {
			self::assertGreaterThan( 0, preg_match_all( '/`([^`]+\.(?:php|ts))`/', $proof, $files ), "$way has no proof." );
			foreach ( $files[1] as $file ) {
				self::assertFileExists( self::ROOT . "/$file", "The proof of $way." );
			}
		}
	}

	public function test_asking_for_a_password_costs_the_same_with_and_without_an_account_and_comes_to_an_end(): void {
		global $wpdb;
		$user = $this->log_in_as( 'editor' );
		$this->log_out();
		$lost = $this->lost_password();
		$lost->request( 'warm-up' );
		$cost = [];
		foreach ( [ 'gibt-es-nicht', $user->user_login ] as $name ) {
			wp_cache_flush();
			$before = $wpdb->num_queries;
			self::assertTrue( $lost->request( $name ) );
			$cost[] = $wpdb->num_queries - $before;
		}
		self::assertLessThanOrEqual( 2, abs( $cost[0] - $cost[1] ), 'Reading the account and its roles is all that differs.' );

		$answers = array_map( static fn (): bool => $lost->request( $user->user_login ), range( 1, 40 ) );
		self::assertCount( LostPassword::PER_NETWORK - 3, array_filter( $answers, static fn ( bool $taken ): bool => $taken ) );
		self::assertSame( LostPassword::PER_ACCOUNT, self::waiting_links( $user->ID ), 'Links for one account in an hour.' );
	}

	public function test_the_link_is_mailed_later_and_only_where_there_is_an_account(): void {
		global $wpdb;
		$user  = $this->log_in_as( 'editor' );
		$queue = new MailQueue( $wpdb, Core::services()->clock );
		$count = count( $queue->overview() );
		$lost  = $this->lost_password();
		$cron  = get_option( 'cron' );
		$lost->request( $user->user_login );
		$lost->request( 'gibt-es-nicht' );
		self::assertCount( $count, $queue->overview() );
		self::assertSame( $cron, get_option( 'cron' ), 'One value for all: whoever asks at the same moment would lose something.' );

		switch_to_blog( $this->blog_id( 'lernorte' ) );
		$lost->send_waiting();
		restore_current_blog();
		self::assertCount( $count, $queue->overview(), 'Another portal’s mail.' );
		$lost->send_waiting();
		$lost->send_waiting();
		self::assertCount( $count + 1, $queue->overview() );

		add_filter( 'allow_password_reset', '__return_false' );
		$lost->request( $user->user_login );
		$lost->send_waiting();
		self::assertCount( $count + 1, $queue->overview(), 'An account that may not have one.' );
		self::assertSame( [], PasswordLinkTable::of_this_network()->waiting( 1 ) );
	}

	public function test_a_link_that_cannot_be_sent_holds_up_no_other(): void {
		global $wpdb;
		$broken = $this->log_in_as( 'editor' );
		$good   = $this->log_in_as( 'editor' );
		$later  = $this->log_in_as( 'editor' );
		$wpdb->update( $wpdb->users, [ 'user_email' => '' ], [ 'ID' => $broken->ID ] );
		clean_user_cache( $broken->ID );
		add_action( 'retrieve_password_key', static fn ( string $login ) => $login === $later->user_login ? throw new RuntimeException( 'canary' ) : null );
		$queue = new MailQueue( $wpdb, Core::services()->clock );
		$count = count( $queue->overview() );
		$table = PasswordLinkTable::of_this_network();
		foreach ( [ $broken, $later, $good ] as $user ) {
			$table->add( 1, $user->ID );
		}
		$old = ini_set( 'error_log', '/dev/null' );
		$this->lost_password()->send_waiting();
		ini_set( 'error_log', (string) $old );
		self::assertCount( $count + 1, $queue->overview() );
		self::assertSame( [ $later->ID ], array_values( $table->waiting( 1 ) ), 'It is tried again; what can never work is given up.' );
	}

	public function test_requests_and_sweeps_at_the_same_moment_lose_and_double_nothing(): void {
		global $wpdb;
		$this->work_without_rollback();
		$users = array_map( fn (): int => $this->log_in_as( 'editor' )->ID, range( 0, 3 ) );
		$ask   = '$users = ' . wp_json_encode( $users ) . ';
			$services = \Lernwelt\Core\Core::services();
			$table    = \Lernwelt\Security\Persistence\PasswordLinkTable::of_this_network();
			$lost     = new \Lernwelt\Security\Login\LostPassword( $services->rate_limiter, new \Lernwelt\Security\Login\Accounts( $services->pseudonyms ), $table, $services->transaction, $services->mailer, $services->audit );
			';
		Processes::run( 4, $ask . 'echo (int) $lost->request( get_userdata( $users[ $number ] )->user_login );' );
		$waiting = array_values( PasswordLinkTable::of_this_network()->waiting( 1 ) );
		sort( $waiting );
		self::assertSame( $users, $waiting );

		$queue = new MailQueue( $wpdb, Core::services()->clock );
		$count = count( $queue->overview() );
		Processes::run( 4, $ask . '$lost->send_waiting();' );
		self::assertCount( $count + 4, $queue->overview() );
		self::assertSame( [], PasswordLinkTable::of_this_network()->waiting( 1 ) );
	}

	public function test_a_link_leaves_one_line_in_the_log(): void {
		$user = $this->log_in_as( 'editor' );
		$this->log_out();
		$said = [];
		add_action(
			AuditLog::ACTION,
			static function ( AuditEvent $event ) use ( &$said ): void {
				$said[] = "$event->area/$event->action $event->object";
			}
		);
		$services = Core::services();
		// Its own transaction: in the test's, events would wait for an end that never comes.
		$audit = new AuditLog( new Transaction( new Savepoints( $GLOBALS['wpdb'] ) ) );
		( new AuditEventHooks( $audit ) )->register();
		$lost = new LostPassword( $services->rate_limiter, new Accounts( $services->pseudonyms ), PasswordLinkTable::of_this_network(), $services->transaction, $services->mailer, $audit );
		$lost->request( $user->user_login );
		$lost->send_waiting();
		self::assertSame( [ "account/reset_requested user:$user->ID" ], $said );
	}

	public function test_wrong_keys_of_links_come_to_an_end_and_a_right_key_doesnt_count(): void {
		add_filter( 'wp_die_handler', static fn (): callable => static fn () => throw new RuntimeException( 'refused' ) );
		$user  = $this->log_in_as( 'editor' );
		$links = new TokenLinks( Core::services()->rate_limiter, Core::services()->audit );
		$try   = static function ( string $key ) use ( $links, $user ): bool {
			$_COOKIE[ 'wp-resetpass-' . COOKIEHASH ] = "$user->user_login:$key";
			try {
				$links->reset_key();
				return true;
			} catch ( RuntimeException ) {
				return false;
			}
		};
		$key   = get_password_reset_key( new WP_User( $user->ID ) );
		self::assertIsString( $key );
		for ( $number = 0; $number < 25; ++$number ) {
			self::assertTrue( $try( $key ) );
		}
		for ( $number = 0; $number < TokenLinks::PER_NETWORK; ++$number ) {
			self::assertTrue( $try( "falsch$number" ) );
		}
		self::assertFalse( $try( 'noch einer' ) );
		// WordPress looks at the cookie unless the address has both.
		$_GET['key'] = 'x';
		self::assertFalse( $try( 'noch einer' ), 'A key in the address is no way around it.' );
		$_GET['login'] = 'x';
		self::assertTrue( $try( 'noch einer' ), 'The address only fills the cookie.' );
		unset( $_GET['key'], $_GET['login'] );
		$_SERVER['REMOTE_ADDR'] = '192.0.2.34';
		self::assertTrue( $try( $key ) );
	}

	public function test_nothing_takes_a_password_but_the_login_page(): void {
		$user                     = $this->log_in_as( 'administrator' );
		$_SERVER['PHP_AUTH_USER'] = $user->user_login;
		$_SERVER['PHP_AUTH_PW']   = $user->user_login;

		self::assertSame( 0, (int) apply_filters( 'determine_current_user', false ) );
		self::assertFalse( wp_is_application_passwords_available() );
		self::assertFalse( apply_filters( 'xmlrpc_enabled', true ) );
		self::assertSame( [], apply_filters( 'xmlrpc_methods', [ 'system.multicall' => 'x', 'wp.getUsersBlogs' => 'y' ] ) );
	}

	public function test_nobody_lists_accounts(): void {
		$this->log_out();
		self::assertSame( 404, rest_do_request( new WP_REST_Request( 'GET', '/wp/v2/users' ) )->get_status() );
		self::assertSame( 404, rest_do_request( new WP_REST_Request( 'GET', '/oembed/1.0/embed' ) )->get_status() );
		self::assertFalse( apply_filters( 'wp_sitemaps_add_provider', new \stdClass(), 'users' ) );
		self::assertSame( [ 'error' => '404' ], apply_filters( 'request', [ 'author' => '1' ] ) );
	}

	private function lost_password(): LostPassword {
		$services = Core::services();
		return new LostPassword( $services->rate_limiter, new Accounts( $services->pseudonyms ), PasswordLinkTable::of_this_network(), $services->transaction, $services->mailer, $services->audit );
	}

	private static function waiting_links( int $user_id ): int {
		return count( array_keys( PasswordLinkTable::of_this_network()->waiting( 1 ), $user_id, true ) );
	}
}
