<?php
/**
 * One run of an import.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

use DateTimeImmutable;

/** A run as it is stored. */
final readonly class Run {

	/** Changes that are kept of a run at most; the counts are always complete. */
	public const MAX_CHANGES = 500;

	/** Share of a source's published places that one run may take offline without being told to. */
	public const MAX_VANISHED = 0.2;

	/**
	 * @param int                     $id           Number.
	 * @param string                  $source       Short name of the source.
	 * @param string                  $label        Name of the source for people.
	 * @param string                  $input        Where the input is: path, address, or DSN without password.
	 * @param string                  $input_name   The same for people: file name or address, without passwords.
	 * @param array<array-key, mixed> $mapping      The mapping file.
	 * @param string                  $mapping_hash Its hash.
	 * @param bool                    $dry_run      Whether nothing but the report is written.
	 * @param bool                    $force        Whether more than {@see self::MAX_VANISHED} may go offline.
	 * @param int                     $user_id      Who started it, 0 for the schedule and the command line.
	 * @param RunState                $state        Where it stands.
	 * @param RunPhase                $phase        What it does next.
	 * @param string                  $reason       Why it stopped, failed or had nothing to do: a code, '' for none.
	 * @param string                  $detail       What the reason is about, e.g. missing columns.
	 * @param int                     $position     Rows done.
	 * @param ?int                    $total        Rows altogether, null while unknown.
	 * @param bool                    $incomplete   Whether rows are or may be missing in the input, so that nothing can have vanished.
	 * @param string                  $fingerprint  Of the input, '' while it wasn't opened.
	 * @param RunCounts               $counts       Numbers.
	 * @param array<string, string>   $fetched      What a server said about an address (files, etag, modified, and cut when there was more).
	 * @param DateTimeImmutable       $started_at   Beginning.
	 * @param DateTimeImmutable       $beat_at      Last sign of life.
	 * @param ?DateTimeImmutable      $finished_at  End.
	 * @param int                     $version      Grows with every stored change.
	 */
	public function __construct(
		public int $id,
		public string $source,
		public string $label,
		public string $input,
		public string $input_name,
		public array $mapping,
		public string $mapping_hash,
		public bool $dry_run,
		public bool $force,
		public int $user_id,
		public RunState $state,
		public RunPhase $phase,
		public string $reason,
		public string $detail,
		public int $position,
		public ?int $total,
		public bool $incomplete,
		public string $fingerprint,
		public RunCounts $counts,
		public array $fetched,
		public DateTimeImmutable $started_at,
		public DateTimeImmutable $beat_at,
		public ?DateTimeImmutable $finished_at,
		public int $version = 0,
	) {}

	/** Whether somebody may let it take so many places offline after all. */
	public function can_force(): bool {
		return RunState::Stopped === $this->state && ! $this->dry_run;
	}

	/** Whether it checked everything, so that the same can be imported. An import that stops, too, asks before it goes on. */
	public function has_checked(): bool {
		return $this->dry_run && in_array( $this->state, [ RunState::Finished, RunState::Stopped ], true );
	}

	/**
	 * The same run with other values.
	 *
	 * @param array<string, mixed> $values Property → value.
	 */
	public function with( array $values ): self {
		return new self( ...[ ...get_object_vars( $this ), ...$values ] );
	}
}
