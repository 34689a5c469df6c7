<?php
/**
 * The month of a calendar, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** A month as a table of weeks. */
final readonly class MonthView {

	/**
	 * @param string                              $id       Id of the calendar.
	 * @param string                              $caption  "Events: December 2026".
	 * @param string                              $title    "December 2026".
	 * @param list<Link>                          $months   The month before, the month after, the current one; each with its relation as id's end.
	 * @param list<array{short: string, long: string}> $weekdays Monday first.
	 * @param array<int, list<?DayView>>          $weeks    Number of the week → its days; null where another month's day is.
	 * @param string                              $note     What has to be said about this month, '' for nothing.
	 * @param ?Link                               $nearest  A month that has something; null when this one has.
	 */
	public function __construct(
		public string $id,
		public string $caption,
		public string $title,
		public array $months,
		public array $weekdays,
		public array $weeks,
		public string $note = '',
		public ?Link $nearest = null
	) {}
}
