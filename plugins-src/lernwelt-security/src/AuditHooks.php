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
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Security\Application\Audit\Circumstances;
use Lernwelt\Security\Application\Audit\Recorder;
use Lernwelt\Security\Application\Audit\Retention;
use Lernwelt\Security\Application\Audit\Verification;
use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Persistence\Audit\AuditTable;
use Lernwelt\Security\Persistence\Migrations\M0201CreateAuditLog;
use RuntimeException;

/** Stores events of the audit log and shows them. */
final readonly class AuditHooks {

	/** Who may read a portal's log. */
	public const READ = 'lernwelt_read_audit_log';

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
		$this->services->capabilities->register( new Capability( self::READ, static fn (): string => __( 'Read the log of security events and of personal data', 'lernwelt-security' ), [ 'administrator' ] ) );

		add_action( AuditLog::ACTION, ( new Recorder( $store, $this->services->pseudonyms, $this->circumstances( ... ), self::complain( ... ) ) )->record( ... ) );

		$verification = new Verification( $store, $chain, $this->services->clock );
		$retention    = new Retention( $store, $chain, $this->services->clock, self::days( ... ), $this->services->audit->record( ... ) );
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
		error_log( "lernwelt-security: $sentence" ); // phpcs:ignore WordPress.PHP.DevelopmentFunctions -- somebody has to hear of it, without data.
	}
}
