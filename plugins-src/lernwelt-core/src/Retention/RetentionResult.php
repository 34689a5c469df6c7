<?php
/**
 * What a rule did.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

/** One line of the report of a run. */
final readonly class RetentionResult {

	/**
	 * @param string $rule  Id of the rule.
	 * @param string $label The rule in words.
	 * @param int    $due   Objects past their time when the run began.
	 * @param int    $done  Objects that were done; 0 in a dry run.
	 * @param string $error Why it stopped; '' when all went well.
	 */
	public function __construct(
		public string $rule,
		public string $label,
		public int $due,
		public int $done,
		public string $error = '',
	) {}
}
