<?php
/**
 * Backups.
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

/** Whether each repository has a backup of today. */
final readonly class BackupCheck implements HealthCheck {

	/** Seconds: a day, and two hours for a night that takes longer. */
	public const FAILED = 26 * 3600;

	/**
	 * @param Notes $notes    What the backup reported.
	 * @param Clock $clock    Time.
	 * @param bool  $expected Whether this installation has to be backed up at all.
	 */
	public function __construct( private Notes $notes, private Clock $clock, private bool $expected ) {}

	public function label(): string {
		return __( 'Backups', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'A copy of everything is made every day in two places, so that nothing is lost when this server is.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'See what the last backup said (systemd unit lernwelt-backup, on Kubernetes the CronJob) and run it by hand. A repository that is no longer used is taken off by "wp lernwelt operations forget NAME".', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Network;
	}

	public function run(): HealthResult {
		$last = $this->notes->last( NoteKind::Backup );
		if ( [] === $last ) {
			return $this->expected
				? HealthResult::failed( __( 'No backup was ever reported.', 'lernwelt-operations' ) )
				: HealthResult::ok( __( 'No backup was reported; this is a development environment, where none is expected.', 'lernwelt-operations' ) );
		}
		$good    = $this->notes->last_ok( NoteKind::Backup );
		$now     = $this->clock->now();
		$failed  = [];
		$broken  = [];
		$details = [];
		foreach ( array_keys( $last ) as $repository ) {
			$age                           = isset( $good[ $repository ] ) ? $good[ $repository ]->age( $now ) : null;
			$details[ "age_$repository" ] = $age;
			if ( null === $age ) {
				/* translators: %s: name of a repository. */
				$failed[] = sprintf( __( '%s: never', 'lernwelt-operations' ), $repository );
			} elseif ( self::FAILED < $age ) {
				/* translators: 1: name of a repository, 2: span of time, e.g. "27 hours". */
				$failed[] = sprintf( __( '%1$s: %2$s ago', 'lernwelt-operations' ), $repository, Spans::words( $age ) );
			} elseif ( ! $last[ $repository ]->ok ) {
				$broken[] = $repository;
			}
		}
		return match ( true ) {
			/* translators: %s: list such as "primary: 27 hours ago". */
			[] !== $failed => HealthResult::failed( sprintf( __( 'The last good backup is too old (%s).', 'lernwelt-operations' ), implode( ', ', $failed ) ), $details ),
			/* translators: %s: list of repositories. */
			[] !== $broken => HealthResult::warning( sprintf( __( 'The last backup failed (%s); the one before is less than 26 hours old.', 'lernwelt-operations' ), implode( ', ', $broken ) ), $details ),
			/* translators: %s: list of repositories. */
			default        => HealthResult::ok( sprintf( __( 'Every repository has a backup of the last 26 hours (%s).', 'lernwelt-operations' ), implode( ', ', array_keys( $last ) ) ), $details ),
		};
	}
}
