<?php
/**
 * State of a run.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

/** Where a run stands. */
enum RunState: string {

	/** Nothing was read yet. */
	case Waiting = 'waiting';

	/** Some of it is done; also when its process is gone: the next step goes on. */
	case Running = 'running';

	/** Everything is done. */
	case Finished = 'finished';

	/** Everything is done but the removal of so many places that somebody should look first. */
	case Stopped = 'stopped';

	/** It can't go on; {@see Run::$reason} says why. What it wrote stays. */
	case Failed = 'failed';

	/** Somebody ended it. What it wrote stays. */
	case Cancelled = 'cancelled';

	/** Whether there is still something to do. */
	public function active(): bool {
		return self::Waiting === $this || self::Running === $this;
	}
}
