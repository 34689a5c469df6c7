<?php
/**
 * Contract of sources with a calendar.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

/** A source whose records happen at a time: the data view can show them as a month. */
interface HasCalendar extends DataSource {

	/** Which fields say when a record is. */
	public function calendar(): CalendarFields;
}
