<?php
/**
 * Contract of places written in bulk.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

use Lernwelt\Places\Domain\Place;
use RuntimeException;

/** Reads and writes many places with few statements. Callers run it inside a transaction. */
interface PlaceStore {

	/**
	 * Makes everything ready for writing; outside of any transaction.
	 *
	 * @throws RuntimeException When the database refuses.
	 */
	public function prepare(): void;

	/**
	 * Status of posts.
	 *
	 * @param list<int> $ids Posts.
	 * @return array<int, string> Post → status; missing when there is no such place.
	 */
	public function statuses( array $ids ): array;

	/**
	 * Places as they are stored.
	 *
	 * @param list<int> $ids Posts.
	 * @return array<int, KnownPlace>
	 */
	public function load( array $ids ): array;

	/**
	 * Publishes new places.
	 *
	 * @param list<Place> $places Places.
	 * @param int         $author User, 0 for none.
	 * @return list<int> Their posts, in the same order.
	 * @throws RuntimeException When the database refuses.
	 */
	public function create( array $places, int $author ): array;

	/**
	 * Writes new versions of places; the text of those with their own content stays, addresses never change.
	 *
	 * @param list<array{KnownPlace, Place, string}> $updates Before, after, new status.
	 * @throws RuntimeException When the database refuses.
	 */
	public function update( array $updates ): void;

	/**
	 * Gives published places the status draft.
	 *
	 * @param list<int> $ids Posts.
	 * @throws RuntimeException When the database refuses.
	 */
	public function unpublish( array $ids ): void;

	/**
	 * Makes everything that remembers these places look again. After the transaction.
	 *
	 * @param list<int> $created New posts.
	 * @param list<int> $changed Posts that were there before.
	 */
	public function forget( array $created, array $changed ): void;

	/** Corrects the numbers of places of all terms. */
	public function recount(): void;
}
