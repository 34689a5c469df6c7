<?php
/**
 * The audit log.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Capability;
use Lernwelt\Core\ClientAddress;
use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Security\Admin\AuditScreen;
use Lernwelt\Security\Words\AuditState;
use Lernwelt\Security\Application\Audit\Circumstances;
use Lernwelt\Security\Application\Audit\Reading;
use Lernwelt\Security\Application\Audit\Recorder;
use Lernwelt\Security\Application\Audit\Retention;
use Lernwelt\Security\Application\Audit\Verification;
use Lernwelt\Security\Cli\AuditCommand;
use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Persistence\Audit\AuditTable;
use Lernwelt\Security\Persistence\Migrations\M0201CreateAuditLog;
use Lernwelt\Security\Rest\AuditController;
use Lernwelt\Security\Rest\AuditEventsController;
use Lernwelt\Security\Rest\AuditOverviewController;
use RuntimeException;
use WP_CLI;

/** Stores events of the audit log and shows them. */
final readonly class AuditHooks {

	/** Setting of the network: days that lines are kept. */
	public const DAYS = 'lernwelt_audit_days';

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$chain = self::chain();
		$store = new AuditTable( $GLOBALS['wpdb'], $this->services->transaction, $this->services->clock, $chain );

		$this->services->migrations->register( 'lernwelt-security', new M0201CreateAuditLog( $chain, $this->services->clock ) );
		$this->services->capabilities->register( new Capability( AuditController::READ, static fn (): string => __( 'Read the log of security events and of personal data', 'lernwelt-security' ), [ 'administrator' ], static fn (): string => __( 'Security', 'lernwelt-security' ), administrators_only: true ) );

		add_action( AuditLog::ACTION, ( new Recorder( $store, $this->services->pseudonyms, $this->circumstances( ... ), self::complain( ... ) ) )->record( ... ) );

		$verification = new Verification( $store, $chain, $this->services->clock );
		$retention    = new Retention( $store, $chain, $this->services->clock, self::days( ... ), $this->services->audit->record( ... ) );
		$reading = new Reading( $store, $this->services->pseudonyms, $this->services->audit->record( ... ) );
		$this->hook_screens( $reading, new AuditState( $verification, $this->services->clock ) );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt audit', new AuditCommand( $reading, $verification ) );
		}
		add_action( Sweep::HOOK, static fn () => is_main_site() ? self::sweep( $retention, $verification ) : null, 20 );
		( new AuditEventHooks( $this->services->audit ) )->register();
	}

	/** The chain with this installation's key: `LERNWELT_AUDIT_KEY`, else WordPress's own secrets. */
	public static function chain(): Chain {
		return new Chain( defined( 'LERNWELT_AUDIT_KEY' ) ? (string) constant( 'LERNWELT_AUDIT_KEY' ) : SECURE_AUTH_KEY . SECURE_AUTH_SALT );
	}

	/** Days that lines are kept. */
	public static function days(): int {
		return Retention::within( (int) get_site_option( self::DAYS, Retention::DAYS ) );
	}

	private static function keep( int $days ): void {
		update_site_option( self::DAYS, $days );
	}

	private function hook_screens( Reading $reading, AuditState $state ): void {
		$screen = new AuditScreen( $this->file, AuditController::READ, AuditController::NETWORK );
		add_action( 'admin_menu', $screen->add_to_portal( ... ) );
		add_action( 'network_admin_menu', $screen->add_to_network( ... ) );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
		add_filter( 'site_status_tests', $state->add_health_test( ... ) );
		add_action(
			'rest_api_init',
			function () use ( $reading, $state ): void {
				$schemas = new Schemas( dirname( $this->file ) . '/schemas' );
				( new AuditEventsController( $schemas, $reading, $this->services->portals ) )->register_routes();
				( new AuditOverviewController( $schemas, $state, $this->services->portals, self::days( ... ), self::keep( ... ) ) )->register_routes();
			}
		);
	}

	private static function sweep( Retention $retention, Verification $verification ): void {
		try {
			$retention->sweep();
			$verification->run_when_due();
		} catch ( RuntimeException $failure ) {
			self::complain( $failure->getMessage() );
		}
	}

	private function circumstances(): Circumstances {
		return new Circumstances(
			is_network_admin() ? 0 : get_current_blog_id(),
			get_current_user_id(),
			$this->services->pupil->is_present(),
			wp_doing_cron(),
			defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ),
			ClientAddress::current()->shortened()
		);
	}

	private static function complain( string $sentence ): void {
		Log::say( "lernwelt-security: $sentence" );
	}
}
