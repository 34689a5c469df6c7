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
use Lernwelt\Sso\Persistence\Migrations\M0301CreateAccounts;
use Lernwelt\Sso\Rest\SsoSettingsController;
use Lernwelt\Sso\Web\Protocol\WordPressHttp;
use WP_CLI;

/** Builds identities, the role table and its screen. */
final readonly class AccountHooks {

	private RoleTables $tables;

	private Memberships $memberships;

	private Accounts $accounts;

	private ClaimAlarm $alarm;

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {
		global $wpdb;
		$this->tables      = new RoleTables( dirname( __DIR__ ) . '/roles.json', $services->portals );
		$grants            = new GrantTable( $wpdb, $services->clock );
		$this->memberships = new Memberships( $grants, $services->portals );
		$this->accounts    = new Accounts( new IdentityTable( $wpdb, $services->clock ), new Profile( $services->audit ), $this->memberships, new AccountFacts( $grants ), $services->transaction, $services->audit );
		$this->alarm       = new ClaimAlarm( $services->clock, $services->audit );
	}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->migrations->register( Plugin::SLUG, new M0301CreateAccounts() );

		$local = new LocalLogin( $this->accounts );
		add_filter( 'authenticate', $local->refuse( ... ), 25, 3 );
		add_filter( 'lostpassword_user_data', $local->hide( ... ) );
		add_filter( 'allow_password_reset', $local->may_reset( ... ), 10, 2 );
		add_filter( 'show_password_fields', $local->shows_password( ... ), 10, 2 );
		add_filter( 'wp_pre_insert_user_data', $local->keep( ... ), 10, 3 );
		add_action( 'personal_options', $local->explain( ... ) );
		add_filter( 'lernwelt_is_sso_account', fn ( bool $is, int $user_id ): bool => $is || $this->accounts->is_from_provider( $user_id ), 10, 2 );
		add_filter(
			'lernwelt_role_origin',
			fn ( string $origin, int $user_id, int $portal, string $role ): string => in_array( $role, $this->memberships->granted( $user_id, $portal ), true ) ? 'sso' : ( '' === $origin ? 'local' : $origin ),
			10,
			4
		);
		add_action( 'wpmu_delete_user', fn ( int $user_id ): bool => $this->accounts->unlink( $user_id ) );

		$this->hook_settings();
		$front = new FrontPeople();
		add_filter( 'show_admin_bar', $front->shows_bar( ... ) );
		add_action( 'auth_redirect', $front->lead_back( ... ) );
	}

	private function hook_settings(): void {
		$services = $this->services;
		$file     = dirname( __DIR__ ) . '/' . Plugin::SLUG . '.php';
		$local    = 'local' === wp_get_environment_type();
		$settings = new SsoSettings( new ConnectionSettings( $local ), $this->tables, $services->locks );
		$preview  = new Preview( $this->tables, $services->portals );
		$check    = static fn (): ConnectionCheck => new ConnectionCheck( new ConfiguredClients( $services->portals, $local ), new WordPressHttp(), $services->clock );
		$screen   = new SsoScreen( $file, $this->alarm );

		add_action( 'network_admin_menu', $screen->add( ... ) );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
		add_action( 'network_admin_notices', $screen->warn( ... ) );
		add_filter( 'site_status_tests', $screen->health( ... ) );
		add_action(
			'rest_api_init',
			function () use ( $services, $settings, $preview, $check, $file ): void {
				// The network's settings are edited on the network's own host.
				if ( is_main_site() ) {
					( new SsoSettingsController( new Schemas( dirname( $file ) . '/schemas' ), $settings, $preview, $check(), $this->alarm, $services->portals ) )->register_routes();
				}
			}
		);
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt sso', new SsoCommand( $settings->connection, $check(), $preview, $this->accounts ) );
		}
	}

	/** Accounts of identities. */
	public function accounts(): Accounts {
		return $this->accounts;
	}

	/**
	 * Who takes verified logins.
	 *
	 * @param Sessions $sessions Opens sessions.
	 */
	public function receiver( Sessions $sessions ): LoginReceiver {
		return new AdmitPerson( $this->tables, $this->accounts, $this->memberships, $this->alarm, $this->services->portals, $sessions, $this->services->audit );
	}
}
