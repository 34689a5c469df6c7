<?php
/**
 * Contract of long lists of dates.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

use DateTimeImmutable;

/** Dates of this portal page by page, as organisers look for them. */
interface DateLists {

	/**
	 * A page of dates that aren't over, the next one first; or of those that are, the last one first.
	 *
	 * @param bool              $over   Whether those that are over are wanted.
	 * @param DateTimeImmutable $now    Now.
	 * @param ?list<int>        $events Only dates of these events; null for all.
	 * @param int               $offset Dates before the page.
	 * @param int               $limit  Most dates.
	 * @return list<EventDate>
	 */
	public function page( bool $over, DateTimeImmutable $now, ?array $events, int $offset, int $limit ): array;

	/**
	 * How many dates all pages have.
	 *
	 * @param bool              $over   As for page().
	 * @param DateTimeImmutable $now    Now.
	 * @param ?list<int>        $events As for page().
	 */
	public function count( bool $over, DateTimeImmutable $now, ?array $events ): int;
}
