<?php
/**
 * A step that is still to be done.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** A migration together with the place where it is missing. */
final class PendingMigration {

	/**
	 * @param string    $component Plugin slug.
	 * @param Migration $migration Step.
	 * @param int       $blog_id   Portal, 0 for the network.
	 */
	public function __construct(
		public readonly string $component,
		public readonly Migration $migration,
		public readonly int $blog_id,
	) {}
}
