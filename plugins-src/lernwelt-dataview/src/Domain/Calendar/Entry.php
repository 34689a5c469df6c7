<?php
/**
 * A record on a day.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Domain\Calendar;

use Lernwelt\Core\Data\CalendarSpan;
use Lernwelt\Core\Data\Record;

/** One day of a record, of one or of several. */
final readonly class Entry {

	/**
	 * @param Record       $record  The record.
	 * @param CalendarSpan $span    When it is.
	 * @param bool         $all_day Whether whole days count.
	 * @param int          $day     Which of its days this is, from 1.
	 * @param int          $days    How many days it has.
	 */
	public function __construct( public Record $record, public CalendarSpan $span, public bool $all_day, public int $day, public int $days ) {}

	/** Whether it begins on this day, at an hour. */
	public function begins(): bool {
		return ! $this->all_day && 1 === $this->day;
	}

	/** Whether it ends on this day, at an hour, and began on another. */
	public function ends(): bool {
		return ! $this->all_day && 1 < $this->days && $this->day === $this->days;
	}
}
