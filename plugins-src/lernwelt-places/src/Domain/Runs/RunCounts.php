<?php
/**
 * Numbers of a run.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

/** What a run did, or would do when it is a dry run. */
final readonly class RunCounts {

	/**
	 * @param int $read        Rows read.
	 * @param int $created     New places.
	 * @param int $updated     Changed places, also those published again.
	 * @param int $unchanged   Places that stay as they are.
	 * @param int $refused     Rows that were not imported.
	 * @param int $vanished    Places that the source doesn't have any more.
	 * @param int $unpublished Places taken offline for that.
	 * @param int $findings    Remarks on rows.
	 * @param int $changes     Kept changes.
	 */
	public function __construct(
		public int $read = 0,
		public int $created = 0,
		public int $updated = 0,
		public int $unchanged = 0,
		public int $refused = 0,
		public int $vanished = 0,
		public int $unpublished = 0,
		public int $findings = 0,
		public int $changes = 0,
	) {}

	/**
	 * @param array<array-key, mixed> $stored As from {@see to_array()}.
	 */
	public static function from_array( array $stored ): self {
		$known = array_intersect_key( $stored, ( new self() )->to_array() );
		return new self( ...array_map( static fn ( mixed $number ): int => is_numeric( $number ) ? (int) $number : 0, $known ) );
	}

	/**
	 * The sum of both.
	 *
	 * @param self $more What was added.
	 */
	public function plus( self $more ): self {
		$sums = [];
		foreach ( $more->to_array() as $name => $number ) {
			$sums[ $name ] = $this->to_array()[ $name ] + $number;
		}
		return self::from_array( $sums );
	}

	/** Whether places were written. */
	public function wrote(): bool {
		return 0 < $this->created + $this->updated + $this->unpublished;
	}

	/**
	 * @return array<string, int>
	 */
	public function to_array(): array {
		return get_object_vars( $this );
	}
}
