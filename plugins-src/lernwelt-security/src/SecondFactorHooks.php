<?php
/**
 * Second factor and passwords of local accounts.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Security\Application\Roles\Decisions;
use Lernwelt\Security\Application\SecondFactor\SecondFactor;
use Lernwelt\Security\Application\SecondFactor\SecretBox;
use Lernwelt\Security\Cli\SecondFactorCommand;
use Lernwelt\Security\Domain\Password\PasswordPolicy;
use Lernwelt\Security\Login\Accounts;
use Lernwelt\Security\Login\PasswordGate;
use Lernwelt\Security\Login\PasswordRules;
use Lernwelt\Security\Login\Promotions;
use Lernwelt\Security\Login\SecondFactorProfile;
use Lernwelt\Security\Login\SecondStep;
use Lernwelt\Security\Login\SecondStepPage;
use Lernwelt\Security\Persistence\LoginStepTable;
use Lernwelt\Security\Persistence\Migrations\M0102CreateSecondFactor;
use Lernwelt\Security\Persistence\SecondFactorTables;
use Lernwelt\Security\Persistence\ThrottleTable;
use WP_CLI;
use WP_Error;
use WP_User;

/** Asks local accounts for a second factor, and refuses weak passwords. */
final readonly class SecondFactorHooks {

	/** After the verdict about the password. */
	private const LAST = 2000;

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$services = $this->services;
		$services->migrations->register( basename( $this->file, '.php' ), new M0102CreateSecondFactor() );

		$factor   = self::second_factor( $services );
		$steps    = LoginStepTable::of_this_network();
		$accounts = new Accounts( $services->pseudonyms );
		$throttle = ThrottleHooks::throttle( $services );
		$page     = new SecondStepPage( $this->file );
		$step     = new SecondStep( $factor, $steps, $accounts, $throttle, new PasswordGate( $throttle, $accounts, $services->audit ), $page, $services->clock, $services->audit );

		add_filter( 'authenticate', $step->hold( ... ), self::LAST, 2 );
		add_action(
			'login_form_' . SecondStep::ACTION,
			static function () use ( $step, $page ): void {
				add_action( 'login_enqueue_scripts', $page->enqueue( ... ) );
				$step->answer();
			}
		);
		add_filter( 'lernwelt_has_second_factor', static fn ( bool $has, int $user_id ): bool => $has || $factor->is_set_up( $user_id ), 10, 2 );
		add_filter( 'wp_login_errors', self::say_that_the_step_is_over( ... ) );
		add_action( Sweep::HOOK, static fn () => self::purge( $steps, $services->clock->now()->getTimestamp() ) );
		foreach ( [ 'wpmu_delete_user', 'deleted_user' ] as $gone ) {
			add_action( $gone, static fn ( int $user_id ) => self::forget( $steps, $user_id ) );
		}
		self::hook_ends_of_steps( $steps );
		$this->hook_passwords( new PasswordRules( new PasswordPolicy( $this->common_passwords( ... ) ) ) );
		$reset = static function ( int $user_id ) use ( $factor, $steps, $accounts ): bool {
			// Half logins first: one that began with the old factor could set up another one.
			$steps->forget( $user_id );
			$was_there = SecondFactorProfile::reset( $factor, $user_id );
			$steps->forget( $user_id );
			ThrottleTable::of_this_network()->forget_codes( $accounts->account_key( new WP_User( $user_id ) ) );
			return $was_there;
		};
		$this->hook_promotions( new Promotions( $accounts->is_administrative( ... ), $factor->since( ... ), $services->audit ) );
		$this->hook_profile( new SecondFactorProfile( $factor, $accounts->is_administrative( ... ), $reset ) );
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			WP_CLI::add_command( 'lernwelt second-factor', new SecondFactorCommand( $factor, $accounts->is_administrative( ... ), $reset ) );
		}
	}

	/** Half a login is worth the password it began with: with a new one, and for an account that is shut, it is over. */
	private static function hook_ends_of_steps( LoginStepTable $steps ): void {
		add_action( 'wp_set_password', static fn ( string $password, int $user_id ) => $steps->forget( $user_id ), 10, 2 );
		add_action( 'make_spam_user', static fn ( int $user_id ) => $steps->forget( $user_id ) );
		add_action(
			'profile_update',
			static function ( int $user_id, WP_User $before ) use ( $steps ): void {
				$user = get_userdata( $user_id );
				if ( false !== $user && $user->user_pass !== $before->user_pass ) {
					$steps->forget( $user_id );
				}
			},
			10,
			2
		);
	}

	/**
	 * Second factors of this network.
	 *
	 * @param Services $services Shared services.
	 */
	public static function second_factor( Services $services ): SecondFactor {
		return new SecondFactor( SecondFactorTables::of_this_network(), new SecretBox( AUTH_KEY . AUTH_SALT ), $services->pseudonyms, $services->clock, $services->audit );
	}

	private function hook_profile( SecondFactorProfile $profile ): void {
		add_action( 'show_user_profile', $profile->own( ... ) );
		add_action( 'edit_user_profile', $profile->of_another( ... ) );
		add_action( 'edit_user_profile_update', $profile->save( ... ) );
	}

	private function hook_promotions( Promotions $promotions ): void {
		foreach ( [ 'added_user_meta', 'updated_user_meta' ] as $changed ) {
			add_action( $changed, static fn ( mixed $id, int $user_id, string $field ) => $promotions->field_changed( $user_id, $field ), 10, 3 );
		}
		add_action( 'add_site_option_site_admins', static fn ( string $option, mixed $after ) => $promotions->super_admins_changed( $after, [] ), 10, 2 );
		add_action( 'update_site_option_site_admins', static fn ( string $option, mixed $after, mixed $before ) => $promotions->super_admins_changed( $after, $before ), 10, 3 );
		// After the old decisions are forgotten.
		add_action( 'add_option_' . Decisions::OPTION, static fn ( string $option, mixed $after ) => $promotions->matrix_changed( $after, [] ), 20, 2 );
		add_action( 'update_option_' . Decisions::OPTION, static fn ( mixed $before, mixed $after ) => $promotions->matrix_changed( $after, $before ), 20, 2 );
	}

	private function hook_passwords( PasswordRules $rules ): void {
		add_action( 'user_profile_update_errors', $rules->profile( ... ), 10, 3 );
		add_action( 'validate_password_reset', $rules->reset( ... ), 10, 2 );
		add_filter( 'rest_request_before_callbacks', $rules->rest( ... ), 10, 3 );
		add_filter( 'password_hint', $rules->hint( ... ) );
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			foreach ( [ 'user create', 'user update' ] as $command ) {
				WP_CLI::add_hook(
					"before_invoke:$command",
					static function () use ( $rules ): void {
						$runner = WP_CLI::get_runner();
						$rules->command_line( array_values( array_slice( $runner->arguments, 2 ) ), $runner->assoc_args );
					}
				);
			}
			// It would set passwords past all rules; accounts are invited, and choose theirs by a link.
			WP_CLI::add_hook( 'before_invoke:user import-csv', static fn () => WP_CLI::error( 'Accounts are not imported with passwords: create them one by one.' ) );
		}
	}

	/** @return array<string, int> */
	private function common_passwords(): array {
		$list = file( dirname( $this->file ) . '/data/common-passwords.txt', FILE_IGNORE_NEW_LINES | FILE_SKIP_EMPTY_LINES );
		return array_flip( false === $list ? [] : $list );
	}

	private static function purge( LoginStepTable $steps, int $now ): void {
		$steps->purge( $now );
		SecondFactorTables::of_this_network()->purge( $now );
	}

	private static function forget( LoginStepTable $steps, int $user_id ): void {
		$steps->forget( $user_id );
		SecondFactorTables::of_this_network()->reset( $user_id );
	}

	private static function say_that_the_step_is_over( WP_Error $errors ): WP_Error {
		if ( isset( $_GET['step'] ) && 'over' === $_GET['step'] && [] === $errors->get_error_codes() ) {
			$errors->add( 'step_over', __( 'Too much time has passed since you typed your password, or your network has changed. Please log in again.', 'lernwelt-security' ), 'message' );
		}
		return $errors;
	}
}
