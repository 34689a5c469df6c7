<?php
/**
 * Restore drills.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Operations\Application\Notes;
use Lernwelt\Operations\Domain\Notes\NoteKind;

/** Whether somebody has lately tried to restore a backup. */
final readonly class DrillCheck implements HealthCheck {

	/** Seconds: a week, and a day. */
	public const WARNING = 8 * 86400;

	/**
	 * @param Notes $notes    What the drill reported.
	 * @param Clock $clock    Time.
	 * @param bool  $expected Whether this installation has to be backed up at all.
	 */
	public function __construct( private Notes $notes, private Clock $clock, private bool $expected ) {}

	public function label(): string {
		return __( 'Restore drill', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'A backup that was never restored may be none: once a week one is restored into a scratch place and compared.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'Run the drill by hand (restore --drill) and see what it says. When it fails, treat it as if there were no backup.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Network;
	}

	public function run(): HealthResult {
		$last = $this->notes->last( NoteKind::Drill )[''] ?? null;
		$good = $this->notes->last_ok( NoteKind::Drill )[''] ?? null;
		if ( null === $last ) {
			return $this->expected
				? HealthResult::warning( __( 'No restore was ever tried.', 'lernwelt-operations' ) )
				: HealthResult::ok( __( 'No restore was reported; this is a development environment, where none is expected.', 'lernwelt-operations' ) );
		}
		$age     = $good?->age( $this->clock->now() );
		$details = [ 'age_seconds' => $age, 'rto_seconds' => $good->values['rto_seconds'] ?? null, 'rpo_seconds' => $good->values['rpo_seconds'] ?? null ];
		if ( ! $last->ok ) {
			return HealthResult::failed( __( 'The last try to restore a backup failed.', 'lernwelt-operations' ), $details );
		}
		/* translators: %s: span of time, e.g. "9 days". */
		$sentence = sprintf( __( 'A backup was last restored %s ago.', 'lernwelt-operations' ), Spans::words( (int) $age ) );
		return self::WARNING < $age ? HealthResult::warning( $sentence, $details ) : HealthResult::ok( $sentence, $details );
	}
}
