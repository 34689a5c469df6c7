<?php
/**
 * What WordPress does and the log must know.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\AuditLog;
use Lernwelt\Security\Application\Audit\AccountEvents;
use Lernwelt\Security\Application\Audit\ReadEvents;
use Lernwelt\Security\Application\Audit\SettingEvents;
use WP_REST_Request;
use WP_User;

/** Hooks that turn what WordPress does into events. Plugins record theirs themselves through core. */
final readonly class AuditEventHooks {

	/**
	 * @param AuditLog $audit Takes events.
	 */
	public function __construct( private AuditLog $audit ) {}

	/** Hooks everything up. */
	public function register(): void {
		$this->hook_accounts( new AccountEvents( $this->audit->record( ... ) ) );
		$this->hook_settings( new SettingEvents( $this->audit->record( ... ) ) );
		$this->hook_reading( new ReadEvents( $this->audit->record( ... ) ) );
	}

	private function hook_accounts( AccountEvents $accounts ): void {
		add_action( 'user_register', static fn ( int $user_id ) => $accounts->created( $user_id ) );
		add_action( 'profile_update', static fn ( int $user_id, WP_User $before ) => $accounts->changed( $user_id, $before ), 10, 2 );
		foreach ( [ 'added_user_meta', 'updated_user_meta', 'deleted_user_meta' ] as $change ) {
			add_action( $change, static fn ( mixed $meta_id, int $user_id, string $key ) => $accounts->field_changed( $meta_id, $user_id, $key ), 10, 3 );
		}
		add_action( 'shutdown', $accounts->flush_all( ... ), 5 );
		add_action( 'deleted_user', static fn ( int $user_id ) => $accounts->deleted( $user_id ) );
		add_action( 'add_user_to_blog', static fn ( int $user_id, string $role, int $portal ) => $accounts->moved( 'joined', $user_id, $portal ), 10, 3 );
		add_action( 'remove_user_from_blog', static fn ( int $user_id, int $portal ) => $accounts->moved( 'left', $user_id, $portal ), 10, 2 );
		add_action( 'after_password_reset', static fn ( WP_User $user ) => $accounts->reset( 'password_reset', $user ) );
		add_action(
			'retrieve_password',
			static function ( string $login ) use ( $accounts ): void {
				$user = get_user_by( 'login', $login );
				if ( false !== $user ) {
					$accounts->reset( 'reset_requested', $user );
				}
			}
		);
	}

	private function hook_settings( SettingEvents $settings ): void {
		foreach ( [ 'added_option', 'updated_option', 'deleted_option' ] as $change ) {
			add_action( $change, static fn ( string $name ) => $settings->option( $name ) );
		}
		foreach ( [ 'add_site_option', 'update_site_option', 'delete_site_option' ] as $change ) {
			add_action( $change, static fn ( string $name ) => $settings->network_option( $name ) );
		}
		foreach ( [ 'activated', 'deactivated' ] as $change ) {
			add_action( $change . '_plugin', static fn ( string $plugin, bool $network_wide ) => $settings->plugin( $change, $plugin, $network_wide ), 20, 2 );
		}
	}

	private function hook_reading( ReadEvents $reading ): void {
		add_action( 'load-users.php', static fn () => $reading->screen( 'list:users' ) );
		add_action( 'load-site-users.php', static fn () => $reading->screen( 'list:users' ) );
		add_action( 'load-export-personal-data.php', static fn () => $reading->screen( 'list:privacy-requests' ) );
		add_action( 'load-erase-personal-data.php', static fn () => $reading->screen( 'list:privacy-requests' ) );
		// The page checks the right to see the account itself; nothing is changed by its number.
		add_action( 'load-user-edit.php', static fn () => $reading->screen( 'user:' . ( is_string( $_GET['user_id'] ?? null ) ? absint( $_GET['user_id'] ) : 0 ) ) ); // phpcs:ignore WordPress.Security.NonceVerification.Recommended
		add_action( 'export_wp', static fn ( array $choice ) => $reading->contents( $choice ) );
		add_filter(
			'rest_request_after_callbacks',
			static function ( mixed $response, array $handler, WP_REST_Request $request ) use ( $reading ): mixed {
				$reading->rest( $response, $request );
				return $response;
			},
			PHP_INT_MAX,
			3
		);
		add_action( 'user_request_action_confirmed', static fn ( int $request ) => $reading->privacy_request( 'confirmed', $request ) );
		add_action( 'wp_privacy_personal_data_erased', static fn ( int $request ) => $reading->privacy_request( 'erased', $request ) );
		add_action( 'wp_privacy_personal_data_export_file_created', static fn ( mixed $path, mixed $url, mixed $html, int $request ) => $reading->privacy_request( 'exported', $request ), 10, 4 );
	}
}
