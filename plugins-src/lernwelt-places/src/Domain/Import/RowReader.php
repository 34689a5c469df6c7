<?php
/**
 * Contract of everything that gives records.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Gives the records of one input, one at a time. Every record is given: an unreadable one as a row with a problem. */
interface RowReader {

	/**
	 * The records in the order of the input.
	 *
	 * @param int $skip Records to leave out at the beginning, good and bad ones alike; a run goes on there.
	 * @return iterable<Row>
	 * @throws UnreadableInput When the input as a whole can't be read.
	 */
	public function rows( int $skip = 0 ): iterable;

	/**
	 * Number of all records.
	 *
	 * @return ?int Null when only reading everything would tell.
	 */
	public function count(): ?int;

	/** A string that is another one when the input is another one. */
	public function fingerprint(): string;

	/**
	 * Names that a mapping can use: the columns, or the fields of the first 100 records with dots between levels.
	 *
	 * @return list<string>
	 * @throws UnreadableInput When the input as a whole can't be read.
	 */
	public function columns(): array;
}
