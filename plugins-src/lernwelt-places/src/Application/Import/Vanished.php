<?php
/**
 * Places that a source has no more.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Lernwelt\Places\Domain\Runs\Change;
use Lernwelt\Places\Domain\Runs\ChangeKind;
use Lernwelt\Places\Domain\Runs\Origin;
use Lernwelt\Places\Domain\Runs\OriginStore;
use Lernwelt\Places\Domain\Runs\PlaceStore;
use Lernwelt\Places\Domain\Runs\Run;
use RuntimeException;

/** Takes places offline whose record was missing in several consecutive runs. */
final readonly class Vanished {

	/** Posts of one portion. */
	private const PORTION = 100;

	/**
	 * @param OriginStore $origins Where places came from.
	 * @param PlaceStore  $places  Places.
	 */
	public function __construct( private OriginStore $origins, private PlaceStore $places ) {}

	/**
	 * How many would go.
	 *
	 * @param Run $run   Run that has read all rows.
	 * @param int $after Consecutive runs without the record.
	 * @return array{published: int, vanished: int, due: int} See {@see OriginStore::vanished()}.
	 */
	public function count( Run $run, int $after ): array {
		return $this->origins->vanished( $run, $after );
	}

	/**
	 * Whether a published place of the source was missing the last time, and is on its way offline.
	 *
	 * @param Run $run Run.
	 */
	public function is_counting( Run $run ): bool {
		return $this->origins->is_counting( $run );
	}

	/**
	 * Whether that is more than one run may do without being told to.
	 *
	 * @param array{published: int, vanished: int, due: int} $numbers From {@see count()}.
	 */
	public static function too_many( array $numbers ): bool {
		return $numbers['due'] > $numbers['published'] * Run::MAX_VANISHED;
	}

	/**
	 * Takes one portion offline; a dry run only lists the first ones. Runs inside a transaction.
	 *
	 * @param Run $run   Run.
	 * @param int $after Consecutive runs without the record.
	 * @return array{list<Change>, list<int>} Changes and posts; none when there is nothing left.
	 * @throws RuntimeException When the database refuses.
	 */
	public function remove( Run $run, int $after ): array {
		$due = $this->origins->due( $run, $after, $run->dry_run ? Run::MAX_CHANGES : self::PORTION );
		if ( [] === $due ) {
			return [ [], [] ];
		}
		$posts   = array_map( static fn ( Origin $origin ): int => $origin->post_id, $due );
		$stored  = $this->places->load( $posts );
		$changes = array_map( static fn ( Origin $origin ): Change => new Change( $origin->external_id, $stored[ $origin->post_id ]->place->title ?? '', ChangeKind::Unpublished ), $due );
		if ( ! $run->dry_run ) {
			$this->places->unpublish( $posts );
			$this->origins->hide( $run->source, array_map( static fn ( Origin $origin ): string => $origin->key, $due ) );
		}
		return [ $changes, $posts ];
	}

	/**
	 * Counts this run for every record it did not see; the last thing of a run. Runs inside a transaction.
	 *
	 * @param Run $run Run.
	 * @throws RuntimeException When the database refuses.
	 */
	public function finish( Run $run ): void {
		if ( ! $run->dry_run ) {
			$this->origins->count_missing( $run );
		}
	}
}
