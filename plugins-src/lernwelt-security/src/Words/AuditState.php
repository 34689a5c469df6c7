<?php
/**
 * Whether the log is whole, for screens.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Words;

use Lernwelt\Core\Clock;
use Lernwelt\Security\Application\Audit\Verification;
use Lernwelt\Security\Domain\Audit\Finding;
use Lernwelt\Security\Domain\Audit\Verdict;

/** Says the result of the last daily verification; Site Health shows it too. */
final readonly class AuditState {

	/** Seconds after which a result says nothing any more. */
	private const STALE = 2 * DAY_IN_SECONDS;

	/**
	 * @param Verification $verification Keeps results.
	 * @param Clock        $clock        Time.
	 */
	public function __construct( private Verification $verification, private Clock $clock ) {}

	/**
	 * The result.
	 *
	 * @return array{state: 'whole'|'broken'|'unknown', message: string}
	 */
	public function last(): array {
		$mark    = $this->verification->last();
		$finding = Finding::tryFrom( (string) $mark?->note );
		$time    = null === $mark ? 0 : (int) strtotime( $mark->at . ' UTC' );
		if ( null === $mark || null === $finding || ( Finding::Whole === $finding && $time < $this->clock->now()->getTimestamp() - self::STALE ) ) {
			return [
				'state'   => 'unknown',
				'message' => __( 'The log has not been verified for more than two days. The scheduled work may have stopped; "wp lernwelt audit verify" does it now.', 'lernwelt-security' ),
			];
		}
		/* translators: 1: what was found, 2: date and time. */
		$words = __( '%1$s Verified on %2$s.', 'lernwelt-security' );
		return [
			'state'   => Finding::Whole === $finding ? 'whole' : 'broken',
			'message' => sprintf( $words, AuditWords::verdict( new Verdict( $finding, $mark->id, $mark->hash ) ), (string) wp_date( __( 'd.m.Y H:i', 'lernwelt-security' ), $time ) ),
		];
	}

	/**
	 * Filter `site_status_tests`.
	 *
	 * @param array<string, array<string, array<string, mixed>>> $tests Tests.
	 * @return array<string, array<string, array<string, mixed>>>
	 */
	public function add_health_test( array $tests ): array {
		$tests['direct']['lernwelt_audit'] = [
			'label' => __( 'Log of security events', 'lernwelt-security' ),
			'test'  => $this->health( ... ),
		];
		return $tests;
	}

	/** @return array<string, mixed> */
	private function health(): array {
		$last = $this->last();
		return [
			'label'       => match ( $last['state'] ) {
				'whole'   => __( 'The log of security events is whole', 'lernwelt-security' ),
				'broken'  => __( 'Somebody meddled with the log of security events', 'lernwelt-security' ),
				'unknown' => __( 'The log of security events is not being verified', 'lernwelt-security' ),
			},
			'status'      => [ 'whole' => 'good', 'broken' => 'critical', 'unknown' => 'recommended' ][ $last['state'] ],
			'badge'       => [
				'label' => __( 'Security', 'lernwelt-security' ),
				'color' => 'blue',
			],
			'description' => '<p>' . esc_html( $last['message'] ) . '</p>',
			'actions'     => '',
			'test'        => 'lernwelt_audit',
		];
	}
}
