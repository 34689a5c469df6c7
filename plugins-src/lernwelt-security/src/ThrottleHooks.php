<?php
/**
 * Limits of every way in.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Security\Application\Throttle\LoginThrottle;
use Lernwelt\Security\Cli\ThrottleCommand;
use Lernwelt\Security\Domain\Throttle\Limits;
use Lernwelt\Security\Login\Accounts;
use Lernwelt\Security\Login\Invitations;
use Lernwelt\Security\Login\InvitedNames;
use Lernwelt\Security\Login\LostPassword;
use Lernwelt\Security\Login\PasswordGate;
use Lernwelt\Security\Login\PostPasswords;
use Lernwelt\Security\Login\TokenLinks;
use Lernwelt\Security\Persistence\Migrations\M0101CreateThrottle;
use Lernwelt\Security\Persistence\Migrations\M0103CreatePasswordLinks;
use Lernwelt\Security\Persistence\PasswordLinkTable;
use Lernwelt\Security\Persistence\ThrottleTable;
use WP_CLI;
use WP_Site;
use WP_User;

/** Counts failures and refuses or slows down further tries. */
final readonly class ThrottleHooks {

	/** The try is taken before anybody looks at the password … */
	private const FIRST = 0;

	/** … and the verdict falls after all who decide about it (WordPress 20, accounts of the single sign-on 50, wording 100). */
	private const VERDICT = 1000;

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$services = $this->services;
		$services->migrations->register( basename( $this->file, '.php' ), new M0101CreateThrottle(), new M0103CreatePasswordLinks() );

		$table    = ThrottleTable::of_this_network();
		$accounts = new Accounts( $services->pseudonyms );
		$throttle = self::throttle( $services, $table );
		$gate     = new PasswordGate( $throttle, $accounts, $services->audit );

		add_filter( 'authenticate', $gate->take( ... ), self::FIRST, 3 );
		add_filter( 'authenticate', $gate->verdict( ... ), self::VERDICT );
		add_action( 'wp_login', $gate->logged_in( ... ), 10, 2 );
		add_action( 'after_password_reset', static fn ( WP_User $user ) => $throttle->forgive( $accounts->subject( $user ) ) );
		add_action( Sweep::HOOK, static fn () => $table->purge( $services->clock->now()->getTimestamp() ) );

		$this->hook_links( $accounts );
		$this->hook_invitations( new Invitations() );
		$this->hook_names( new InvitedNames() );
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			WP_CLI::add_command( 'lernwelt throttle', new ThrottleCommand( $table->overview( ... ), $table->forget( ... ), $accounts->account_key( ... ), static fn ( ClientAddress $address ): array => [ $accounts->network_key( $address->network() ), $accounts->around_key( $address ) ], $services->clock, $services->audit ) );
		}
	}

	/**
	 * The throttle with this installation's limits.
	 *
	 * @param Services           $services Shared services.
	 * @param ThrottleTable|null $table    Its memory.
	 */
	public static function throttle( Services $services, ?ThrottleTable $table = null ): LoginThrottle {
		return new LoginThrottle( $table ?? ThrottleTable::of_this_network(), $services->rate_limiter, self::limits(), $services->clock );
	}

	private function hook_links( Accounts $accounts ): void {
		$services = $this->services;
		$wanted   = PasswordLinkTable::of_this_network();
		$lost     = new LostPassword( $services->rate_limiter, $accounts, $wanted, $services->transaction, $services->mailer, $services->audit );
		$links    = new TokenLinks( $services->rate_limiter, $services->audit );

		add_action( 'login_form_lostpassword', $lost->take( ... ) );
		add_action( 'login_form_retrievepassword', $lost->take( ... ) );
		// Before core delivers, so that the mail goes in the same minute.
		add_action( Sweep::HOOK, $lost->send_waiting( ... ), 5 );
		add_action( 'wp_uninitialize_site', static fn ( WP_Site $site ) => $wanted->forget( (int) $site->blog_id ) );
		add_action( 'login_form_rp', $links->reset_key( ... ) );
		add_action( 'login_form_resetpass', $links->reset_key( ... ) );
		add_action( 'login_form_confirmaction', $links->request_key( ... ) );
		$posts = new PostPasswords( $services->rate_limiter, $services->pseudonyms );
		add_action( 'login_form_postpass', $posts->take( ... ) );
		add_filter( 'post_password_required', $posts->is_required( ... ), PHP_INT_MIN, 2 );
		add_filter( 'rest_request_before_callbacks', $posts->in_rest( ... ), 10, 3 );
	}

	private function hook_invitations( Invitations $invitations ): void {
		add_filter( 'pre_site_option_add_new_users', '__return_zero' );
		add_filter( 'map_meta_cap', $invitations->network_creates_accounts( ... ), 10, 2 );
		add_filter( 'map_meta_cap', $invitations->network_invites( ... ), 10, 2 );
		add_action( 'all_admin_notices', $invitations->heading_begins( ... ), PHP_INT_MAX );
		add_filter(
			'views_users',
			static function ( array $views ) use ( $invitations ): array {
				$invitations->heading_ends();
				return $views;
			},
			PHP_INT_MIN
		);
		add_action( 'admin_menu', $invitations->drop_menu_entry( ... ), 100 );
		add_action( 'admin_bar_menu', $invitations->drop_bar_entry( ... ), PHP_INT_MAX );
	}

	private function hook_names( InvitedNames $names ): void {
		add_filter( 'wp_pre_insert_user_data', $names->name( ... ), 10, 4 );
		add_action( 'network_user_new_form', $names->ask( ... ) );
		// Before the mail goes out.
		add_action( 'network_user_new_created_user', $names->keep( ... ), 5 );
	}

	/** Constants of wp-config.php win over the defaults. */
	private static function limits(): Limits {
		$default = new Limits();
		$number  = static fn ( string $name, int $otherwise ): int => defined( "LERNWELT_LOGIN_FAILURES_$name" ) ? max( 1, (int) constant( "LERNWELT_LOGIN_FAILURES_$name" ) ) : $otherwise;
		return new Limits(
			$number( 'ADMINISTRATORS', $default->administrators ),
			$number( 'BACK_OFFICE', $default->back_office ),
			$number( 'USERS', $default->users ),
			$number( 'NETWORK', $default->network ),
		);
	}
}
