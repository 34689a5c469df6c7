<?php
/**
 * What a calendar needs of a source.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** Ids of the fields that say when a record is. The calendar is offered to those who may see `month` and `start`. */
final readonly class CalendarFields {

	/**
	 * @param string $month   Field of type Terms that is a filter: the months of a record as `YYYY-MM`, all that
	 *                        {@see CalendarSpan::months()} gives. Its parameter is the month's name in addresses, e.g.
	 *                        `monat`; its choices are the months that occur. A calendar shows all others, too.
	 * @param string $start   Field of type Moment: when it begins. Records of a day stand in this order; make it sortable.
	 * @param string $end     Field of type Moment: the first instant after it. What ends at midnight isn't on the new day;
	 *                        an all-day record ends at the midnight after its last day. Without a value it is over at once.
	 * @param string $all_day Field of type Boolean: whole days, no time is shown; '' when there are none.
	 */
	public function __construct( public string $month, public string $start, public string $end, public string $all_day = '' ) {}
}
