<?php
/**
 * A day of a calendar, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** A day and what is on it. */
final readonly class DayView {

	/** Records that stand there at once. */
	private const FIRST = 4;

	/** @var list<EntryView> */
	public array $first;

	/** @var list<EntryView> */
	public array $more;

	/**
	 * @param string          $id      Id of its cell.
	 * @param int             $number  Day of the month.
	 * @param string          $date    `YYYY-MM-DD`.
	 * @param string          $short   "Thu, 3 December".
	 * @param string          $name    "Thursday, 3 December, 2 events", for screen readers: the cell's name begins with it.
	 * @param bool            $today   Whether it is today.
	 * @param list<EntryView> $entries What is on it.
	 */
	public function __construct( public string $id, public int $number, public string $date, public string $short, public string $name, public bool $today, array $entries ) {
		// One hidden line alone would take as much room as the words that hide it.
		$visible     = count( $entries ) <= self::FIRST + 1 ? count( $entries ) : self::FIRST;
		$this->first = array_slice( $entries, 0, $visible );
		$this->more  = array_slice( $entries, $visible );
	}
}
