<?php
/**
 * A line of the journal.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

use DateTimeImmutable;

/** Says that an object lost its personal data, never which they were. */
final readonly class JournalEntry {

	/**
	 * @param int               $id     Number, growing.
	 * @param DateTimeImmutable $at     Instant, UTC.
	 * @param string            $run    Hexadecimal id of the run that did it.
	 * @param string            $source Id of the rule or of the source of personal data.
	 * @param JournalAction     $action What was done.
	 * @param string            $object Kind and number: `booking:17`.
	 */
	public function __construct(
		public int $id,
		public DateTimeImmutable $at,
		public string $run,
		public string $source,
		public JournalAction $action,
		public string $object,
	) {}

	/** What tells this line from every other of its portal, in every copy of the journal. */
	public function key(): string {
		return "{$this->run}|{$this->source}|{$this->action->value}|{$this->object}";
	}
}
