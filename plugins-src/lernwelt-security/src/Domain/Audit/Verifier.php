<?php
/**
 * Reads the chain.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

/** Follows the chain line by line; needs the lines one at a time only. */
final readonly class Verifier {

	/**
	 * @param Chain $chain Hashes.
	 */
	public function __construct( private Chain $chain ) {}

	/**
	 * Verifies everything.
	 *
	 * @param ?Mark           $checkpoint Where the log begins.
	 * @param ?Mark           $head       Where it ends.
	 * @param iterable<Entry> $entries    All lines in order of their numbers.
	 * @param ?Mark           $known      State that somebody noted earlier (number and hash), null for none.
	 */
	public function verify( ?Mark $checkpoint, ?Mark $head, iterable $entries, ?Mark $known = null ): Verdict {
		if ( null === $checkpoint || Mark::CHECKPOINT !== $checkpoint->name || ! $this->chain->knows( $checkpoint ) ) {
			return new Verdict( Finding::CheckpointForged, 0 === (int) $checkpoint?->id ? 1 : (int) $checkpoint?->id, Chain::START );
		}
		$id       = $checkpoint->id;
		$hash     = $checkpoint->hash;
		// What was noted of lines that are deleted by now can't be compared.
		$contains = null === $known || $known->id < $id || self::is_at( $known, $id, $hash );
		foreach ( $entries as $entry ) {
			$finding = $this->step( $entry, $id, $hash );
			if ( null !== $finding ) {
				return new Verdict( $finding, min( $entry->id, $id + 1 ), $hash );
			}
			[ $id, $hash ] = [ $entry->id, $entry->hash ];
			$contains      = $contains || self::is_at( $known, $id, $hash );
		}
		if ( null === $head || Mark::HEAD !== $head->name || ! $this->chain->knows( $head ) ) {
			return new Verdict( Finding::HeadForged, $id, $hash );
		}
		return match ( true ) {
			$head->id > $id        => new Verdict( Finding::Missing, $id + 1, $hash ),
			$head->id < $id        => new Verdict( Finding::Inserted, $head->id + 1, $hash ),
			$head->hash !== $hash  => new Verdict( Finding::Changed, $id, $hash ),
			! $contains            => new Verdict( Finding::OtherHistory, $id, $hash ),
			default                => new Verdict( Finding::Whole, $id, $hash ),
		};
	}

	private static function is_at( ?Mark $mark, int $id, string $hash ): bool {
		return null !== $mark && $mark->id === $id && $mark->hash === $hash;
	}

	/** What is wrong with a line that follows another; null for nothing. */
	private function step( Entry $entry, int $before, string $hash ): ?Finding {
		return match ( true ) {
			$entry->id <= $before         => Finding::Inserted,
			$entry->id > $before + 1      => Finding::Missing,
			! $this->chain->holds( $entry ) => Finding::Changed,
			$entry->previous !== $hash    => Finding::Changed,
			default                       => null,
		};
	}
}
