<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Login;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Security\Login\Accounts;
use Lernwelt\Security\Persistence\ThrottleTable;
use Lernwelt\Security\Surface\Login;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\WpCli;
use WP_Error;
use WP_User;

/** Wrong passwords: what they close, to whom, and what they leave open. */
final class ThrottleTest extends IntegrationTestCase {

	private const HERE = '192.0.2.10';

	private const PASSWORD = 'ein langes Passwort 7';

	/** @var list<string> */
	private array $events = [];

	protected function setUp(): void {
		parent::setUp();
		$_SERVER['REMOTE_ADDR'] = self::HERE;
		// Events wait for the end of a transaction, which the test's own never has; storing them would end it.
		remove_all_actions( AuditLog::ACTION );
		Core::services()->transaction->stand_inside_another( false );
		add_action(
			AuditLog::ACTION,
			function ( AuditEvent $event ): void {
				if ( 'login' === $event->area ) {
					$this->events[] = "$event->action $event->reason";
				}
			}
		);
		// Tests don't spend time on good hashes.
		add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );
	}

	public function test_a_try_costs_the_same_for_every_account_and_for_none(): void {
		global $wpdb;
		$several = $this->account( 'subscriber' );
		add_user_to_blog( $this->blog_id( 'lernorte' ), $several->ID, 'editor' );
		add_user_to_blog( $this->blog_id( 'startchancen' ), $several->ID, 'subscriber' );
		$accounts = new Accounts( Core::services()->pseudonyms );
		$cost     = [];
		foreach ( [ 'gibt-es-nicht', $several->user_login, $this->account( 'administrator' )->user_login, $this->account( 'editor' )->user_login ] as $name ) {
			wp_cache_flush();
			$before        = $wpdb->num_queries;
			$accounts->subject( $accounts->find( $name ), $name );
			$cost[ $name ] = $wpdb->num_queries - $before;
		}
		self::assertLessThanOrEqual( 2, max( $cost ) - min( $cost ), 'Reading the account and its fields is all that differs: ' . wp_json_encode( $cost ) );
	}

	/** @return array<string, array{string, int}> */
	public static function roles(): array {
		return [
			'administrator' => [ 'administrator', 2 ],
			'back office'   => [ 'editor', 3 ],
			'user'          => [ 'subscriber', 5 ],
		];
	}

	#[\PHPUnit\Framework\Attributes\DataProvider( 'roles' )]
	public function test_after_the_failures_of_its_role_an_account_is_closed_to_the_network_that_guessed( string $role, int $limit ): void {
		$user = $this->account( $role );
		for ( $number = 0; $number < 20; ++$number ) {
			self::assertSame( [ Login::INVALID ], $this->try( $user, "falsch $number" )->get_error_codes() );
		}

		$closed = $this->try( $user, self::PASSWORD );
		self::assertSame( [ Login::INVALID ], $closed->get_error_codes(), 'The right password must not open either.' );
		self::assertSame( Login::wrong()->get_error_message(), $closed->get_error_message(), 'It must not be told that the account is closed.' );
		self::assertCount( $limit, array_keys( $this->said(), 'refused wrong_password', true ) );
		self::assertCount( 21 - $limit, array_keys( $this->said(), 'refused throttled_network', true ) );

		$_SERVER['REMOTE_ADDR'] = '198.51.100.7';
		self::assert_password_opens( $user );
	}

	public function test_an_unknown_name_is_counted_and_answered_like_a_user(): void {
		for ( $number = 0; $number < 7; ++$number ) {
			$answer = wp_authenticate( 'gibt-es-nicht', "falsch $number" );
			self::assertInstanceOf( WP_Error::class, $answer );
			self::assertSame( Login::wrong()->get_error_message(), $answer->get_error_message() );
		}
		self::assertSame( [ ...array_fill( 0, 5, 'refused unknown_account' ), ...array_fill( 0, 2, 'refused throttled_network' ) ], $this->said() );
	}

	public function test_a_login_clears_the_pair_and_nothing_else(): void {
		$user = $this->account( 'subscriber' );
		foreach ( range( 1, 4 ) as $number ) {
			$this->try( $user, "falsch $number" );
		}
		$this->log_in_with_password( $user );
		foreach ( range( 1, 5 ) as $number ) {
			$this->try( $user, "wieder falsch $number" );
		}

		self::assertSame( [ ...array_fill( 0, 4, 'refused wrong_password' ), 'accepted ', ...array_fill( 0, 5, 'refused wrong_password' ) ], $this->said() );
	}

	public function test_neighbours_in_an_ipv6_network_are_one_and_a_forged_header_makes_no_other(): void {
		$user = $this->account( 'administrator' );
		foreach ( range( 1, 4 ) as $number ) {
			$_SERVER['REMOTE_ADDR']          = "2001:db8:1:2::$number";
			$_SERVER['HTTP_X_FORWARDED_FOR'] = "203.0.113.$number";
			$this->try( $user, 'falsch' );
		}
		self::assertSame( [ 'refused wrong_password', 'refused wrong_password', 'refused throttled_network', 'refused throttled_network' ], $this->said() );
	}

	public function test_a_thousand_addresses_slow_an_account_down_and_lock_nobody_out(): void {
		$user = $this->account( 'subscriber' );
		$_SERVER['REMOTE_ADDR'] = '198.51.100.200';
		$this->log_in_with_password( $user );
		for ( $number = 0; $number < 1000; ++$number ) {
			$_SERVER['REMOTE_ADDR'] = '10.1.' . intdiv( $number, 250 ) . '.' . $number % 250;
			$this->try( $user, 'geraten' );
		}
		self::assertLessThan( 15, count( array_keys( $this->said(), 'refused wrong_password', true ) ), 'Guesses that were looked at.' );

		$_SERVER['REMOTE_ADDR'] = '198.51.100.200';
		self::assert_password_opens( $user );

		// From a network that the account doesn't know yet: a wait of a quarter of an hour at most, told in words.
		$_SERVER['REMOTE_ADDR'] = '198.51.100.201';
		$answer                 = $this->try( $user, self::PASSWORD );
		self::assertSame( [ Login::TOO_MANY ], $answer->get_error_codes() );
		self::assertMatchesRegularExpression( '/in (\d|1[0-5]) Minuten? noch einmal/', $answer->get_error_message() );
		$this->wait_is_over();
		self::assertSame( [ Login::INVALID ], $this->try( $user, 'vertippt' )->get_error_codes(), 'Who comes after the wait passes …' );
		self::assertSame( [ Login::TOO_MANY ], $this->try( $user, self::PASSWORD )->get_error_codes(), '… once.' );
		$this->wait_is_over();
		self::assert_password_opens( $user );
	}

	public function test_all_unknown_networks_share_one_try_per_wait(): void {
		$user = $this->account( 'subscriber' );
		$this->guess_from_ten_networks( $user );
		for ( $round = 1; $round <= 3; ++$round ) {
			$before = count( array_keys( $this->said(), 'refused wrong_password', true ) );
			$this->wait_is_over();
			for ( $number = 0; $number < 23; ++$number ) {
				$_SERVER['REMOTE_ADDR'] = "10.3.$round.$number";
				$this->try( $user, 'geraten' );
			}
			self::assertCount( $before + 1, array_keys( $this->said(), 'refused wrong_password', true ), 'Networks that have been refused before don’t wait beside each other.' );
		}
	}

	public function test_a_new_password_by_mail_is_a_way_past_the_wait(): void {
		$user = $this->account( 'subscriber' );
		$this->guess_from_ten_networks( $user );
		$_SERVER['REMOTE_ADDR'] = '198.51.100.77';
		self::assertSame( [ Login::TOO_MANY ], $this->try( $user, self::PASSWORD )->get_error_codes() );
		do_action( 'after_password_reset', $user, self::PASSWORD );
		self::assert_password_opens( $user );
	}

	public function test_after_the_wait_six_networks_at_once_are_one_try(): void {
		$this->work_without_rollback();
		$user = $this->account( 'subscriber' );
		$this->guess_from_ten_networks( $user );
		$this->wait_is_over();
		$code    = '$_SERVER["REMOTE_ADDR"] = "10.4.0." . $number; add_action( "lernwelt_audit", static function ( $event ): void { echo $event->reason; } ); wp_authenticate( "' . $user->user_login . '", "falsch" );';
		$results = Processes::run( 6, $code );
		sort( $results );
		self::assertSame( [ ...array_fill( 0, 5, 'throttled_account' ), 'wrong_password' ], $results );
	}

	public function test_a_large_ipv6_network_has_a_limit_of_its_own_which_known_neighbours_dont_feel(): void {
		$user                   = $this->account( 'administrator' );
		$_SERVER['REMOTE_ADDR'] = '2001:db8:7:1::1';
		do_action( 'after_password_reset', $user, self::PASSWORD );
		for ( $number = 16; $number < 36; ++$number ) {
			$_SERVER['REMOTE_ADDR'] = "2001:db8:7:$number::1";
			$this->try( $user, 'falsch' );
		}
		self::assertCount( 8, array_keys( $this->said(), 'refused wrong_password', true ) );
		self::assertCount( 12, array_keys( $this->said(), 'refused throttled_network', true ) );
		$_SERVER['REMOTE_ADDR'] = '2001:db8:7:1::2';
		self::assert_password_opens( $user );
		$_SERVER['REMOTE_ADDR'] = '2001:db8:8:1::2';
		self::assert_password_opens( $user );
	}

	public function test_a_network_that_guesses_on_many_accounts_is_refused_on_all(): void {
		for ( $number = 0; $number < 300; ++$number ) {
			self::assertSame( Login::INVALID, $this->try_name( "name-$number" )->get_error_code() );
		}
		$user = $this->account( 'subscriber' );
		self::assertSame( Login::TOO_MANY, $this->try( $user, self::PASSWORD )->get_error_code() );

		$_SERVER['REMOTE_ADDR'] = '198.51.100.9';
		self::assert_password_opens( $user );
	}

	public function test_no_name_and_no_address_can_be_read_in_the_table(): void {
		global $wpdb;
		$this->try_name( 'erkennbarer-name' );
		$rows = (string) wp_json_encode( $wpdb->get_results( "SELECT * FROM {$wpdb->base_prefix}lw_throttle" ) );

		self::assertStringNotContainsString( 'erkennbar', $rows );
		self::assertStringNotContainsString( self::HERE, $rows );
		self::assertNotSame( '[]', $rows );
	}

	public function test_rows_are_gone_after_a_day(): void {
		$this->try_name( 'irgendwer' );
		$table = ThrottleTable::of_this_network();
		$table->purge( time() + 86300 );
		self::assertNotSame( [], $table->overview( time() ) );
		$table->purge( time() + 86401 );
		self::assertSame( [], $table->overview( time() ) );
	}

	public function test_parallel_tries_get_no_more_than_the_limit_and_each_counts(): void {
		$this->work_without_rollback();
		$code    = '$_SERVER["REMOTE_ADDR"] = "192.0.2.77"; add_action( "lernwelt_audit", static function ( $event ): void { echo $event->reason; } ); wp_authenticate( "parallel", "falsch" );';
		$results = Processes::run( 6, $code );
		sort( $results );
		self::assertSame( [ 'throttled_network', ...array_fill( 0, 5, 'unknown_account' ) ], $results );

		$code    = '$_SERVER["REMOTE_ADDR"] = "192.0.2." . ( 100 + $number ); add_action( "lernwelt_audit", static function ( $event ): void { echo $event->reason; } ); wp_authenticate( "verteilt", "falsch" );';
		$results = Processes::run( 6, $code );
		self::assertNotContains( 'throttled_network', $results );
		$counts = array_column( array_filter( ThrottleTable::of_this_network()->overview( time() ), static fn ( array $row ): bool => 'account' === $row['kind'] ), 'tries' );
		sort( $counts );
		self::assertContains( count( array_keys( $results, 'unknown_account', true ) ), $counts, 'Tries from six networks at once count exactly.' );
	}

	public function test_the_command_line_shows_and_unlocks(): void {
		$this->work_without_rollback();
		$user = $this->account( 'administrator' );
		$this->try( $user, 'falsch' );
		$this->try( $user, 'falsch' );
		self::assertSame( Login::INVALID, $this->try( $user, self::PASSWORD )->get_error_code() );

		[ $code, $output ] = WpCli::run( 'lernwelt', 'throttle', 'list' );
		self::assertSame( 0, $code );
		self::assertStringContainsString( $user->user_login, $output );
		self::assertStringNotContainsString( self::HERE, $output );

		[ $code ] = WpCli::run( 'lernwelt', 'throttle', 'unlock', $user->user_login );
		self::assertSame( 0, $code );
		$this->try( $user, 'noch einmal falsch' );
		self::assertSame( 'refused wrong_password', $this->said()[3] );

		$this->try( $user, 'falsch' );
		[ $code ] = WpCli::run( 'lernwelt', 'throttle', 'unlock', '--network=' . self::HERE );
		self::assertSame( 0, $code );
		$this->try( $user, 'falsch' );
		self::assertSame( 'refused wrong_password', $this->said()[5] );
		[ $code ] = WpCli::run( 'lernwelt', 'throttle', 'unlock', '--network=irgendwo' );
		self::assertSame( 1, $code );
	}

	private function guess_from_ten_networks( WP_User $user ): void {
		for ( $number = 0; $number < 10; ++$number ) {
			$_SERVER['REMOTE_ADDR'] = "10.2.0.$number";
			$this->try( $user, 'geraten' );
		}
		self::assertCount( 10, array_keys( $this->said(), 'refused wrong_password', true ) );
	}

	private function account( string $role ): WP_User {
		$id = wp_insert_user( [ 'user_login' => 'drossel-' . bin2hex( random_bytes( 4 ) ), 'user_email' => bin2hex( random_bytes( 4 ) ) . '@example.org', 'user_pass' => self::PASSWORD, 'role' => $role ] );
		self::assertIsInt( $id );
		return new WP_User( $id );
	}

	private function try( WP_User $user, string $password ): WP_Error {
		$answer = wp_authenticate( $user->user_login, $password );
		self::assertInstanceOf( WP_Error::class, $answer );
		return $answer;
	}

	private function try_name( string $name ): WP_Error {
		$answer = wp_authenticate( $name, 'falsch' );
		self::assertInstanceOf( WP_Error::class, $answer );
		return $answer;
	}

	private function log_in_with_password( WP_User $user ): void {
		self::assert_password_opens( $user );
		do_action( 'wp_login', $user->user_login, $user );
	}

	/** Administrators are let through to the second factor, which says so here. */
	private static function assert_password_opens( WP_User $user ): void {
		$answer = wp_authenticate( $user->user_login, self::PASSWORD );
		$codes  = $answer instanceof WP_Error ? $answer->get_error_codes() : [ $answer->user_login ];
		self::assertContains( $codes, [ [ $user->user_login ], [ 'second_factor_required' ] ] );
	}

	private function wait_is_over(): void {
		global $wpdb;
		$wpdb->query( "UPDATE {$wpdb->base_prefix}lw_throttle SET not_before = not_before - 900" );
	}

	/** @return list<string> */
	private function said(): array {
		return $this->events;
	}
}
