<?php
/**
 * Contract of the events.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Domain;

/** Events of this portal. */
interface Events {

	/**
	 * One event.
	 *
	 * @param int $id Post.
	 * @return ?Event Null when there is none; one in the trash counts as unpublished.
	 */
	public function find( int $id ): ?Event;

	/**
	 * Reads several at once, so that find() asks the database for none of them: before a list.
	 *
	 * @param list<int> $ids Posts; may be there twice.
	 */
	public function read_ahead( array $ids ): void;
}
