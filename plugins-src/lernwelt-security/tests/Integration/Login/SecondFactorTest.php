<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration\Login;

use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use Lernwelt\Core\Pseudonyms;
use Lernwelt\Security\Application\Roles\Decisions;
use Lernwelt\Security\Application\SecondFactor\SecondFactor;
use Lernwelt\Security\Application\SecondFactor\SecretBox;
use Lernwelt\Security\Domain\Roles\Overrides;
use Lernwelt\Security\Domain\SecondFactor\PendingStep;
use Lernwelt\Security\Domain\SecondFactor\Purpose;
use Lernwelt\Security\Domain\SecondFactor\Totp;
use Lernwelt\Security\Domain\Throttle\AccountClass;
use Lernwelt\Security\Domain\Throttle\Attempt;
use Lernwelt\Security\Domain\Throttle\Limits;
use Lernwelt\Security\Domain\Throttle\Refusal;
use Lernwelt\Security\Domain\Throttle\Subject;
use Lernwelt\Security\Login\Accounts;
use Lernwelt\Security\Login\SecondStep;
use Lernwelt\Security\Login\StepCookie;
use Lernwelt\Security\Persistence\LoginStepTable;
use Lernwelt\Security\Persistence\SecondFactorTables;
use Lernwelt\Security\Persistence\ThrottleTable;
use Lernwelt\Security\ThrottleHooks;
use Lernwelt\Tests\FrozenClock;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\Processes;
use Lernwelt\Tests\WpCli;
use WP_Error;
use WP_User;

/** Who has to show a code, and what a code is good for: once. */
final class SecondFactorTest extends IntegrationTestCase {

	private const SECRET = 'abcdefghijklmnopqrst';

	private FrozenClock $clock;

	private SecondFactor $factor;

	protected function setUp(): void {
		parent::setUp();
		$this->clock  = new FrozenClock();
		$this->factor = new SecondFactor( SecondFactorTables::of_this_network(), new SecretBox( 'salt' ), new Pseudonyms( 'salt' ), $this->clock, Core::services()->audit );
		add_filter( 'wp_hash_password_options', static fn (): array => [ 'cost' => 4 ] );
	}

	public function test_accounts_with_administrative_rights_anywhere_must_others_need_not(): void {
		$accounts = new Accounts( Core::services()->pseudonyms );

		self::assertTrue( $accounts->is_administrative( $this->log_in_as( 'administrator', 'startchancen' ) ), 'On another portal.' );
		self::assertFalse( $accounts->is_administrative( $this->log_in_as( 'editor' ) ) );
		self::assertFalse( $accounts->is_administrative( $this->log_in_as( 'subscriber' ) ) );
		$super = $this->log_in_as( 'subscriber' );
		update_site_option( 'site_admins', [ $super->user_login ] );
		self::assertTrue( $accounts->is_administrative( $super ) );
		$alone = $this->log_in_as( 'subscriber' );
		$alone->add_cap( 'list_users' );
		self::assertTrue( $accounts->is_administrative( new WP_User( $alone->ID ) ) );
	}

	public function test_what_the_matrix_gives_counts_wherever_it_does(): void {
		$accounts = new Accounts( Core::services()->pseudonyms );
		$here     = $this->log_in_as( 'editor' );
		$there    = $this->log_in_as( 'editor', 'startchancen' );
		update_blog_option( $this->blog_id( 'startchancen' ), Decisions::OPTION, ( new Overrides( [ 'editor' => [ 'edit_theme_options' => true ] ] ) )->cells() );

		self::assertFalse( $accounts->is_administrative( $here ), 'Nobody has decided anything there.' );
		self::assertTrue( $accounts->is_administrative( $there ) );
		self::assertSame( 1, get_current_blog_id() );
		self::assertInstanceOf( WP_Error::class, wp_authenticate( $there->user_login, $there->user_login ) );
		self::assertInstanceOf( WP_User::class, wp_authenticate( $here->user_login, $here->user_login ) );
	}

	public function test_a_right_password_alone_opens_nothing_outside_the_login_page(): void {
		$admin  = $this->log_in_as( 'administrator' );
		$answer = wp_authenticate( $admin->user_login, $admin->user_login );

		self::assertInstanceOf( WP_Error::class, $answer );
		self::assertSame( [ SecondStep::REQUIRED ], $answer->get_error_codes() );

		$editor = $this->log_in_as( 'editor' );
		self::assertInstanceOf( WP_User::class, wp_authenticate( $editor->user_login, $editor->user_login ) );
	}

	public function test_whoever_set_it_up_is_asked_for_it(): void {
		$editor = $this->log_in_as( 'editor' );
		$this->factor->give( $editor->ID, self::SECRET );
		self::assertInstanceOf( WP_Error::class, wp_authenticate( $editor->user_login, $editor->user_login ) );
	}

	public function test_a_code_is_good_once_and_no_older_one_after_it(): void {
		$this->factor->give( 77, self::SECRET );
		$step = Totp::step( $this->clock->now()->getTimestamp() );

		self::assertFalse( $this->factor->check( 77, '000000' ) );
		self::assertTrue( $this->factor->check( 77, Totp::code( self::SECRET, $step ) ) );
		self::assertFalse( $this->factor->check( 77, Totp::code( self::SECRET, $step ) ) );
		self::assertFalse( $this->factor->check( 77, Totp::code( self::SECRET, $step - 1 ) ) );
		self::assertTrue( $this->factor->check( 77, Totp::code( self::SECRET, $step + 1 ) ) );
		self::assertFalse( $this->factor->check( 78, Totp::code( self::SECRET, $step ) ), 'Somebody else’s.' );
	}

	public function test_it_counts_only_after_a_first_code_which_is_used_up_then(): void {
		$sealed = $this->factor->new_secret();
		$code   = Totp::code( $this->factor->reveal( $sealed ), Totp::step( $this->clock->now()->getTimestamp() ) );

		self::assertSame( [], $this->factor->confirm( 77, $sealed, '000000' ) );
		self::assertFalse( $this->factor->is_set_up( 77 ) );
		self::assertCount( 10, $this->factor->confirm( 77, $sealed, substr( $code, 0, 3 ) . ' ' . substr( $code, 3 ) ) );
		self::assertTrue( $this->factor->is_set_up( 77 ) );
		self::assertFalse( $this->factor->check( 77, $code ) );
	}

	public function test_recovery_codes_are_good_once_and_never_readable(): void {
		global $wpdb;
		$this->factor->give( 77, self::SECRET );
		$codes = $this->factor->new_codes( 77 );

		self::assertTrue( $this->factor->check( 77, $codes[0] ) );
		self::assertFalse( $this->factor->check( 77, $codes[0] ) );
		self::assertSame( 9, $this->factor->codes_left( 77 ) );
		self::assertFalse( $this->factor->check( 78, $codes[1] ) );

		$rows = (string) wp_json_encode( [ $wpdb->get_results( "SELECT * FROM {$wpdb->base_prefix}lw_recovery_codes" ), $wpdb->get_results( "SELECT * FROM {$wpdb->base_prefix}lw_second_factor" ) ] );
		self::assertStringNotContainsString( str_replace( '-', '', $codes[1] ), $rows );
		self::assertStringNotContainsString( self::SECRET, $rows );

		$new = $this->factor->new_codes( 77 );
		self::assertFalse( $this->factor->check( 77, $codes[1] ) );
		self::assertTrue( $this->factor->check( 77, $new[1] ) );
		$this->factor->reset( 77 );
		self::assertFalse( $this->factor->check( 77, $new[2] ) );
	}

	public function test_an_issued_code_is_over_after_ten_minutes(): void {
		$this->factor->give( 77, self::SECRET );
		$code = $this->factor->issue( 77 );
		$this->clock->advance( '+601 seconds' );
		self::assertFalse( $this->factor->check( 77, $code ) );
		self::assertTrue( $this->factor->check( 77, $this->factor->issue( 77 ) ) );
		self::assertSame( 0, $this->factor->codes_left( 77 ) );
	}

	public function test_half_a_login_is_found_for_ten_minutes_and_closed_once(): void {
		$steps = LoginStepTable::of_this_network();
		$key   = hash( 'sha256', 'name' );
		$steps->open( new PendingStep( $key, 77, 3, Purpose::Login, '', true, 'https://example.org/?a=b' ), 1000 );

		$found = $steps->find( $key, 999 );
		self::assertNotNull( $found );
		self::assertSame( [ 77, 3, true, 'https://example.org/?a=b', false ], [ $found->user_id, $found->portal, $found->remember, $found->redirect_to, $found->enrols() ] );
		self::assertNull( $steps->find( $key, 1000 ) );
		self::assertTrue( $steps->close( $key ) );
		self::assertFalse( $steps->close( $key ) );
	}

	public function test_half_a_login_doesnt_outlive_the_password_it_began_with_nor_the_account(): void {
		$steps = LoginStepTable::of_this_network();
		$user  = $this->log_in_as( 'editor' );
		$lives = static function ( callable $change ) use ( $steps, $user ): bool {
			$steps->open( new PendingStep( 'half', $user->ID, 1, Purpose::Login, 'sealed', false, '' ), 1000 );
			$steps->open( new PendingStep( 'other', $user->ID + 1, 1, Purpose::Login, 'sealed', false, '' ), 1000 );
			$change();
			self::assertTrue( $steps->close( 'other' ), 'Somebody else’s.' );
			return $steps->close( 'half' );
		};

		self::assertTrue( $lives( static fn () => wp_update_user( [ 'ID' => $user->ID, 'first_name' => 'Anna' ] ) ), 'Not a new password.' );
		self::assertFalse( $lives( static fn () => wp_set_password( 'Neun Kraniche fliegen', $user->ID ) ) );
		self::assertFalse( $lives( static fn () => wp_update_user( [ 'ID' => $user->ID, 'user_pass' => 'Zehn Kraniche fliegen' ] ) ) );
		self::assertFalse( $lives( static fn () => reset_password( new WP_User( $user->ID ), 'Elf Kraniche fliegen' ) ) );
		self::assertFalse( $lives( static fn () => wp_update_user( [ 'ID' => $user->ID, 'spam' => '1' ] ) ) );
	}

	public function test_what_was_set_up_meanwhile_is_not_overwritten_by_a_step_begun_earlier(): void {
		$now  = fn (): int => $this->clock->now()->getTimestamp();
		$code = fn ( string $sealed ): string => Totp::code( $this->factor->reveal( $sealed ), Totp::step( $now() ) );
		[ $early, $mine ] = [ $this->factor->new_secret(), $this->factor->new_secret() ];
		$began            = $now();
		$this->clock->advance( '+5 seconds' );
		self::assertCount( 10, $this->factor->confirm( 77, $mine, $code( $mine ) ) );
		self::assertSame( [], $this->factor->confirm( 77, $early, $code( $early ) ) );
		self::assertSame( [], $this->factor->confirm( 77, $early, $code( $early ), $began ), 'Nor by a move to another app begun before.' );
		self::assertSame( $mine, SecondFactorTables::of_this_network()->secret( 77 ) );

		$this->clock->advance( '+40 seconds' );
		self::assertCount( 10, $this->factor->confirm( 77, $early, $code( $early ), $now() ), 'Moving on purpose.' );
		$this->factor->reset( 77 );
		self::assertSame( [], $this->factor->confirm( 77, $mine, $code( $mine ), $now() + 1 ), 'What was reset isn’t moved.' );
	}

	public function test_a_step_to_set_one_up_is_over_when_there_is_one_and_a_move_when_there_is_none(): void {
		$step = static fn ( Purpose $purpose, string $secret ): PendingStep => new PendingStep( 'x', 77, 1, $purpose, $secret, false, '' );
		self::assertTrue( $step( Purpose::Login, 'sealed' )->is_overtaken( true ) );
		self::assertTrue( $step( Purpose::Setup, 'sealed' )->is_overtaken( true ) );
		self::assertFalse( $step( Purpose::Setup, 'sealed' )->is_overtaken( false ) );
		self::assertFalse( $step( Purpose::Replace, 'sealed' )->is_overtaken( true ) );
		self::assertTrue( $step( Purpose::Replace, 'sealed' )->is_overtaken( false ) );
		self::assertFalse( $step( Purpose::Login, '' )->is_overtaken( true ) );
	}

	public function test_two_who_set_it_up_at_the_same_moment_are_one(): void {
		$this->work_without_rollback();
		$results = Processes::run( 6, 'echo (int) \Lernwelt\Security\Persistence\SecondFactorTables::of_this_network()->enrol( 77, "sealed$number", 0, 1 );' );
		self::assertSame( 1, array_sum( array_map( intval( ... ), $results ) ) );
	}

	public function test_a_step_is_found_in_the_network_that_typed_the_password_only(): void {
		$_COOKIE['lernwelt_login_step'] = str_repeat( 'a', 64 );
		$_SERVER['REMOTE_ADDR']         = '192.0.2.1';
		$here                           = StepCookie::key();
		self::assertSame( $here, StepCookie::key() );
		$_SERVER['REMOTE_ADDR'] = '192.0.2.2';
		self::assertNotSame( $here, StepCookie::key() );
	}

	public function test_wrong_codes_end_a_step_and_at_last_the_account_whatever_networks_they_come_from(): void {
		$subject  = static fn ( int $network ): Subject => new Subject( 'konto', "netz-$network", AccountClass::Users );
		$throttle = ThrottleHooks::throttle( Core::services() );
		for ( $number = 0; $number < Limits::STEP; ++$number ) {
			self::assertInstanceOf( Attempt::class, $throttle->take_code( $subject( $number ), 'schritt' ) );
		}
		$refusal = $throttle->take_code( $subject( 6 ), 'schritt' );
		self::assertInstanceOf( Refusal::class, $refusal );
		self::assertSame( Refusal::STEP, $refusal->reason );

		for ( $number = Limits::STEP; $number < Limits::CODES; ++$number ) {
			self::assertInstanceOf( Attempt::class, $throttle->take_code( $subject( $number ), "schritt-$number" ) );
		}
		$refusal = $throttle->take_code( $subject( 100 ), 'neu' );
		self::assertInstanceOf( Refusal::class, $refusal );
		self::assertSame( Refusal::CODES, $refusal->reason );
		$throttle->logged_in( $subject( 101 ) );
		self::assertInstanceOf( Refusal::class, $throttle->take_code( $subject( 101 ), 'neu' ), 'No new password opens it, and no known network.' );
		ThrottleTable::of_this_network()->forget_codes( 'konto' );
		$attempt = $throttle->take_code( $subject( 101 ), 'noch einer' );
		self::assertInstanceOf( Attempt::class, $attempt );
		$throttle->give_back( $attempt );
		self::assertNotContains( 'code', array_column( ThrottleTable::of_this_network()->overview( time() ), 'kind' ), 'A right code doesn’t count.' );
	}

	public function test_one_code_at_the_same_moment_opens_once(): void {
		$this->work_without_rollback();
		SecondFactorTables::of_this_network()->enrol( 77, 'sealed', 0, 1 );
		$results = Processes::run( 6, 'echo (int) \Lernwelt\Security\Persistence\SecondFactorTables::of_this_network()->use_step( 77, 5 );' );
		self::assertSame( 1, array_sum( array_map( intval( ... ), $results ) ) );
	}

	public function test_the_command_line_shows_gives_a_code_and_resets(): void {
		$this->work_without_rollback();
		remove_all_actions( AuditLog::ACTION );
		$admin = $this->log_in_as( 'administrator' );
		self::assertSame( 1, WpCli::run( 'lernwelt', 'second-factor', 'code', $admin->user_login )[0] );
		SecondFactorTables::of_this_network()->enrol( $admin->ID, 'sealed', 0, 1 );

		self::assertStringContainsString( "required: yes\nset up: yes", WpCli::run( 'lernwelt', 'second-factor', 'status', $admin->user_login )[1] );
		self::assertMatchesRegularExpression( '/^[2-9a-z]{5}-[2-9a-z]{5}$/m', WpCli::run( 'lernwelt', 'second-factor', 'code', $admin->user_login )[1] );
		self::assertSame( 0, WpCli::run( 'lernwelt', 'second-factor', 'reset', $admin->user_login )[0] );
		self::assertNull( SecondFactorTables::of_this_network()->secret( $admin->ID ) );
		self::assertSame( 1, WpCli::run( 'lernwelt', 'second-factor', 'reset', 'gibt-es-nicht' )[0] );
	}
}
