<?php
/**
 * What notes are about.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\Notes;

/** Work that tools outside of WordPress do and report. */
enum NoteKind: string {

	/** A backup into one repository. */
	case Backup = 'backup';

	/** A backup was restored into a scratch place, to see whether it can be. */
	case Drill = 'drill';

	/** Another release was put into service. */
	case Deploy = 'deploy';

	/**
	 * Fields that a note has, with whether it must have them.
	 *
	 * @return array<string, bool>
	 */
	public function fields(): array {
		return [ 'finished_at' => true, 'ok' => true ] + match ( $this ) {
			self::Backup => [ 'repository' => true, 'snapshot' => false, 'bytes' => false ],
			self::Drill  => [ 'rto_seconds' => false, 'rpo_seconds' => false ],
			self::Deploy => [ 'version' => true ],
		};
	}

	/** Field whose values are looked at apart: each repository has its own last backup. */
	public function divided_by(): ?string {
		return self::Backup === $this ? 'repository' : null;
	}
}
