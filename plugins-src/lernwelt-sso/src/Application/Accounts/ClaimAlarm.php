<?php
/**
 * Logins without a role claim.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

namespace Lernwelt\Sso\Application\Accounts;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Clock;

/**
 * Counts logins whose role claim was absent, for the administrators of the network: a broken mapper at the provider
 * looks like this. Nothing about the person is kept.
 */
final readonly class ClaimAlarm {

	/** Network option: `[ 'count' => 3, 'first' => unix time, 'last' => unix time ]`; by its name no setting, so the log doesn't hear of it twice. */
	public const OPTION = 'lw_sso_claim_alarm';

	/** Seconds without another one after which nobody has to see it any more. */
	private const LASTS = 7 * 24 * 3600;

	/**
	 * @param Clock    $clock Time.
	 * @param AuditLog $audit Audit log.
	 */
	public function __construct( private Clock $clock, private AuditLog $audit ) {}

	/** Counts one. */
	public function raise(): void {
		$now   = $this->clock->now()->getTimestamp();
		$alarm = $this->current() ?? [ 'count' => 0, 'first' => $now, 'last' => $now ];
		update_site_option( self::OPTION, [ ...$alarm, 'count' => $alarm['count'] + 1, 'last' => $now ] );
		$this->audit->record( new AuditEvent( 'role', 'alarm', 'role_claim_missing', 0 ) );
	}

	/** Says that somebody has seen it. */
	public function reset(): void {
		delete_site_option( self::OPTION );
	}

	/**
	 * The alarm, if there was one lately.
	 *
	 * @return ?array{count: int, first: int, last: int}
	 */
	public function current(): ?array {
		$alarm = get_site_option( self::OPTION );
		if ( ! is_array( $alarm ) || ! is_int( $alarm['count'] ?? null ) || ! is_int( $alarm['first'] ?? null ) || ! is_int( $alarm['last'] ?? null ) ) {
			return null;
		}
		return $alarm['last'] < $this->clock->now()->getTimestamp() - self::LASTS ? null : [ 'count' => $alarm['count'], 'first' => $alarm['first'], 'last' => $alarm['last'] ];
	}
}
