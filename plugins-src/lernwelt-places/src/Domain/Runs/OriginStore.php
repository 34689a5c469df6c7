<?php
/**
 * Contract of the origins.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

use RuntimeException;

/** Which record of which source became which place. Identity is source and id in the source. */
interface OriginStore {

	/**
	 * Known records.
	 *
	 * @param string       $source Short name of the source.
	 * @param list<string> $keys   Keys of ids.
	 * @return array<string, Origin> Key → origin.
	 */
	public function find( string $source, array $keys ): array;

	/**
	 * Stores origins, new or known.
	 *
	 * @param string       $source  Short name of the source.
	 * @param list<Origin> $origins Origins.
	 * @throws RuntimeException When the database refuses.
	 */
	public function put( string $source, array $origins ): void;

	/**
	 * Notes that a run saw records that stay as they are.
	 *
	 * @param string       $source Short name of the source.
	 * @param list<string> $keys   Keys of ids.
	 * @param int          $run    Run.
	 * @throws RuntimeException When the database refuses.
	 */
	public function seen( string $source, array $keys, int $run ): void;

	/**
	 * Notes keys a dry run saw, which must leave the origins alone.
	 *
	 * @param int          $run  Run.
	 * @param list<string> $keys Keys.
	 * @throws RuntimeException When the database refuses.
	 */
	public function note( int $run, array $keys ): void;

	/**
	 * Those keys that a dry run noted before.
	 *
	 * @param int          $run  Run.
	 * @param list<string> $keys Keys.
	 * @return list<string>
	 */
	public function noted( int $run, array $keys ): array;

	/**
	 * Forgets what a dry run noted.
	 *
	 * @param int $run Run.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget_notes( int $run ): void;

	/**
	 * How the source's places stand after all rows of a run.
	 *
	 * @param Run $run   Run.
	 * @param int $after Consecutive runs after which a missing place goes offline.
	 * @return array{published: int, vanished: int, due: int} Published places; those of them the run did not see; those of
	 *                                                        these whose time has come.
	 */
	public function vanished( Run $run, int $after ): array;

	/**
	 * Whether published places of the source were missing in its last run.
	 *
	 * @param Run $run Run.
	 */
	public function is_counting( Run $run ): bool;

	/**
	 * Some origins whose published places' time has come.
	 *
	 * @param Run $run   Run.
	 * @param int $after As in {@see vanished()}.
	 * @param int $limit How many.
	 * @return list<Origin>
	 */
	public function due( Run $run, int $after, int $limit ): array;

	/**
	 * Notes that places are offline now.
	 *
	 * @param string       $source Short name of the source.
	 * @param list<string> $keys   Keys of ids.
	 * @throws RuntimeException When the database refuses.
	 */
	public function hide( string $source, array $keys ): void;

	/**
	 * Counts one more run for every record that it didn't see.
	 *
	 * @param Run $run Run.
	 * @throws RuntimeException When the database refuses.
	 */
	public function count_missing( Run $run ): void;

	/**
	 * Where a place came from.
	 *
	 * @param int $post_id Post.
	 * @return ?array{source: string, external_id: string} Null when no import made it.
	 */
	public function of_post( int $post_id ): ?array;
}
