<?php
/**
 * A record on a day of a calendar, ready to print.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** One line of a day. */
final readonly class EntryView {

	/**
	 * @param string $id    Id of the element.
	 * @param string $time  "14:00", "until 16:00", "day 2 of 3".
	 * @param string $title Title.
	 * @param string $url   Address of its page, '' when it has none.
	 */
	public function __construct( public string $id, public string $time, public string $title, public string $url ) {}
}
