<?php
/**
 * Where the lines are kept.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Audit;

use RuntimeException;

/** Keeps lines and marks. There is no way to change a line; only expired ones are deleted, all at the beginning. */
interface AuditStore {

	/**
	 * Writes a line at the end of the chain; safe among parallel writers.
	 *
	 * @param Facts $facts What to write.
	 * @throws RuntimeException When the database refuses.
	 */
	public function append( Facts $facts ): Entry;

	/**
	 * A mark.
	 *
	 * @param string $name Constant of {@see Mark}.
	 */
	public function mark( string $name ): ?Mark;

	/**
	 * Writes a mark, signed.
	 *
	 * @param Mark $mark Mark.
	 * @throws RuntimeException When the database refuses.
	 */
	public function put_mark( Mark $mark ): void;

	/** Number of the last line, 0 when there is none. */
	public function last_id(): int;

	/**
	 * Lines in order of their numbers, read in portions.
	 *
	 * @param ?int $until Last number; null for all.
	 * @return iterable<Entry>
	 */
	public function entries( ?int $until = null ): iterable;

	/**
	 * The last line that is older than an instant, before the first that isn't.
	 *
	 * @param string $instant UTC, `Y-m-d H:i:s`.
	 * @param int    $most    Lines at most.
	 * @return ?Entry Null when there is none.
	 */
	public function last_before( string $instant, int $most ): ?Entry;

	/**
	 * Deletes everything up to a line and leaves the checkpoint.
	 *
	 * @param Entry $last Last line to delete.
	 * @return int Lines deleted.
	 * @throws RuntimeException When the database refuses; nothing is deleted then.
	 */
	public function delete_up_to( Entry $last ): int;

	/**
	 * Lines that meet a filter, newest first.
	 *
	 * @param EntryFilter $filter Filter.
	 * @param int         $offset Lines to leave out.
	 * @param int         $count  Lines at most.
	 * @return list<Entry>
	 */
	public function find( EntryFilter $filter, int $offset, int $count ): array;

	/**
	 * How many lines meet a filter.
	 *
	 * @param EntryFilter $filter Filter.
	 */
	public function count( EntryFilter $filter ): int;
}
