<?php
/**
 * A migration that didn't work.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use RuntimeException;
use Throwable;

/** Its message is a sentence for the person who deploys. */
final class MigrationFailed extends RuntimeException {

	/**
	 * @param PendingMigration $step     The step that failed.
	 * @param string           $reason   What the database or the code said.
	 * @param Throwable|null   $previous Cause.
	 */
	public function __construct( public readonly PendingMigration $step, string $reason, ?Throwable $previous = null ) {
		$where = 0 === $step->blog_id ? 'for the network' : "on portal {$step->blog_id}";
		parent::__construct(
			"Migration {$step->migration->id()} of {$step->component} failed $where: $reason The steps before it are done, it and the later ones are not; correct the cause and run \"wp lernwelt migrate\" again.",
			0,
			$previous
		);
	}
}
