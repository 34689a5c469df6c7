<?php
/**
 * Looks whether the log is whole.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Audit;

use Lernwelt\Core\Clock;
use Lernwelt\Security\Domain\Audit\AuditStore;
use Lernwelt\Security\Domain\Audit\Chain;
use Lernwelt\Security\Domain\Audit\Finding;
use Lernwelt\Security\Domain\Audit\Mark;
use Lernwelt\Security\Domain\Audit\Verdict;
use Lernwelt\Security\Domain\Audit\Verifier;

/** Verifies the whole chain, and keeps the result for those who must not wait for it. */
final readonly class Verification {

	/** Seconds between two scheduled verifications. */
	private const INTERVAL = 86_400;

	/** How often it reads anew while lines are being deleted. */
	private const TRIES = 10;

	/**
	 * @param AuditStore $store Lines.
	 * @param Chain      $chain Hashes.
	 * @param Clock      $clock Time.
	 */
	public function __construct( private AuditStore $store, private Chain $chain, private Clock $clock ) {}

	/**
	 * Reads every line; takes about a second for 100,000 lines.
	 *
	 * @param ?Mark $known State that somebody noted earlier.
	 */
	public function run( ?Mark $known = null ): Verdict {
		$try = 0;
		do {
			$checkpoint = $this->store->mark( Mark::CHECKPOINT );
			$verdict    = $this->attempt( $checkpoint, $known );
			// Lines whose time is over may have been deleted while it read: then the checkpoint has moved on.
			$moved = $this->store->mark( Mark::CHECKPOINT )?->id !== $checkpoint?->id;
		} while ( ! $verdict->is_whole() && ++$try < self::TRIES && ( $moved || 1 === $try ) );
		$this->store->put_mark( new Mark( Mark::VERDICT, $verdict->id, $verdict->hash, $this->clock->now()->format( 'Y-m-d H:i:s' ), $verdict->finding->value ) );
		return $verdict;
	}

	/** Once a day; for the sweep. */
	public function run_when_due(): void {
		$last = $this->last();
		if ( null === $last || strtotime( $last->at . ' UTC' ) <= $this->clock->now()->getTimestamp() - self::INTERVAL ) {
			$this->run();
		}
	}

	/** The last result; null when there is none that we wrote. */
	public function last(): ?Mark {
		$mark = $this->store->mark( Mark::VERDICT );
		return null !== $mark && $this->chain->knows( $mark ) && null !== Finding::tryFrom( $mark->note ) ? $mark : null;
	}

	private function attempt( ?Mark $checkpoint, ?Mark $known ): Verdict {
		// In this order: a line and its head are kept together, so a line that is there now has its head a moment later.
		$newest = $this->store->last_id();
		$head   = $this->store->mark( Mark::HEAD );
		return ( new Verifier( $this->chain ) )->verify( $checkpoint, $head, $this->store->entries( max( $newest, (int) $head?->id ) ), $known );
	}
}
