<?php
/**
 * Accounts and roles from claims.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso;

use Lernwelt\Core\Schemas;
use Lernwelt\Core\Services;
use Lernwelt\Sso\Admin\SsoScreen;
use Lernwelt\Sso\Application\Accounts\AccountFacts;
use Lernwelt\Sso\Application\Accounts\Accounts;
use Lernwelt\Sso\Application\Accounts\AdmitPerson;
use Lernwelt\Sso\Application\Accounts\ClaimAlarm;
use Lernwelt\Sso\Application\Accounts\ConnectionCheck;
use Lernwelt\Sso\Application\Accounts\ConnectionSettings;
use Lernwelt\Sso\Application\Accounts\FrontPeople;
use Lernwelt\Sso\Application\Accounts\LocalLogin;
use Lernwelt\Sso\Application\Accounts\Memberships;
use Lernwelt\Sso\Application\Accounts\Preview;
use Lernwelt\Sso\Application\Accounts\Profile;
use Lernwelt\Sso\Application\Accounts\RoleTables;
use Lernwelt\Sso\Application\Accounts\SsoSettings;
use Lernwelt\Sso\Application\LoginReceiver;
use Lernwelt\Sso\Application\Protocol\ConfiguredClients;
use Lernwelt\Sso\Application\Sessions;
use Lernwelt\Sso\Cli\SsoCommand;
use Lernwelt\Sso\Persistence\Accounts\GrantTable;
use Lernwelt\Sso\Persistence\Accounts\IdentityTable;
use Lernwelt\Sso\Rest\SsoSettingsController;
use Lernwelt\Sso\Web\Protocol\WordPressHttp;
use WP_CLI;
use WP_User;

/** Builds identities, the role table and its screen. */
final class AccountHooks {

	private ?GrantTable $grants = null;

	private ?Memberships $memberships = null;

	private ?Accounts $accounts = null;

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private readonly Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$local = fn (): LocalLogin => new LocalLogin( $this->accounts() );
		add_filter( 'authenticate', static fn ( mixed $result, string $name, #[\SensitiveParameter] string $password ): mixed => $local()->refuse( $result, $name, $password ), 25, 3 );
		add_filter( 'lostpassword_user_data', static fn ( mixed $user ): mixed => $local()->hide( $user ) );
		add_filter( 'allow_password_reset', static fn ( mixed $allowed, int $user_id ): mixed => $local()->may_reset( $allowed, $user_id ), 10, 2 );
		add_filter( 'show_password_fields', static fn ( bool $show, WP_User $user ): bool => $local()->shows_password( $show, $user ), 10, 2 );
		add_filter( 'wp_pre_insert_user_data', static fn ( array $data, bool $update, ?int $user_id ): array => $local()->keep( $data, $update, $user_id ), 10, 3 );
		add_action( 'personal_options', static fn ( WP_User $user ) => $local()->explain( $user ) );
		( new ProvidedDataHooks( $this->accounts( ... ) ) )->register();
		add_filter( 'lernwelt_is_sso_account', fn ( bool $is, int $user_id ): bool => $is || $this->accounts()->is_from_provider( $user_id ), 10, 2 );
		add_filter(
			'lernwelt_role_origin',
			fn ( string $origin, int $user_id, int $portal, string $role ): string => in_array( $role, $this->memberships()->granted( $user_id, $portal ), true ) ? 'sso' : ( '' === $origin ? 'local' : $origin ),
			10,
			4
		);
		add_action( 'wpmu_delete_user', fn ( int $user_id ): bool => $this->accounts()->unlink( $user_id ) );

		$this->hook_settings();
		add_filter( 'show_admin_bar', static fn ( bool $show ): bool => $show && ( new FrontPeople() )->shows_bar( $show ) );
		add_action( 'auth_redirect', static fn () => ( new FrontPeople() )->lead_back() );
	}

	private function hook_settings(): void {
		$services = $this->services;
		$file     = dirname( __DIR__ ) . '/' . Plugin::SLUG . '.php';
		$local    = 'local' === wp_get_environment_type();
		$settings = fn (): SsoSettings => new SsoSettings( new ConnectionSettings( $local ), $this->tables(), $services->locks );
		$preview  = fn (): Preview => new Preview( $this->tables(), $services->portals );
		$check    = static fn (): ConnectionCheck => new ConnectionCheck( new ConfiguredClients( $services->portals, $local ), new WordPressHttp(), $services->clock );
		$screen   = fn (): SsoScreen => new SsoScreen( $file, $this->alarm() );

		add_action( 'network_admin_menu', static fn () => $screen()->add() );
		add_action( 'admin_enqueue_scripts', static fn ( string $shown ) => $screen()->enqueue( $shown ) );
		add_action( 'network_admin_notices', static fn () => $screen()->warn() );
		add_filter( 'site_status_tests', static fn ( array $tests ): array => $screen()->health( $tests ) );
		add_action(
			'rest_api_init',
			function () use ( $services, $settings, $preview, $check, $file ): void {
				// The network's settings are edited on the network's own host.
				if ( is_main_site() ) {
					( new SsoSettingsController( new Schemas( dirname( $file ) . '/schemas' ), $settings(), $preview(), $check(), $this->alarm(), $services->portals ) )->register_routes();
				}
			}
		);
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt sso', new SsoCommand( $settings()->connection, $check(), $preview(), $this->accounts() ) );
		}
	}

	/** Accounts of identities. */
	public function accounts(): Accounts {
		global $wpdb;
		return $this->accounts ??= new Accounts( new IdentityTable( $wpdb, $this->services->clock ), new Profile( $this->services->audit ), $this->memberships(), new AccountFacts( $this->grants() ), $this->services->transaction, $this->services->audit );
	}

	private function memberships(): Memberships {
		return $this->memberships ??= new Memberships( $this->grants(), $this->services->portals );
	}

	private function grants(): GrantTable {
		global $wpdb;
		return $this->grants ??= new GrantTable( $wpdb, $this->services->clock );
	}

	private function tables(): RoleTables {
		return new RoleTables( dirname( __DIR__ ) . '/roles.json', $this->services->portals );
	}

	private function alarm(): ClaimAlarm {
		return new ClaimAlarm( $this->services->clock, $this->services->audit );
	}

	/**
	 * Who takes verified logins.
	 *
	 * @param Sessions $sessions Opens sessions.
	 */
	public function receiver( Sessions $sessions ): LoginReceiver {
		return new AdmitPerson( $this->tables(), $this->accounts(), $this->memberships(), $this->alarm(), $this->services->portals, $sessions, $this->services->audit );
	}
}
