<?php
/**
 * Something worth telling about a row.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** A remark for the report of a run. */
final readonly class Finding {

	/** Whether the row isn't imported because of this. */
	public bool $refuses;

	/** What the source says: at most {@see Row::MAX_RAW} characters of valid UTF-8. */
	public string $raw;

	/**
	 * @param int         $row         As in {@see Row::$number}.
	 * @param FindingCode $code        What it is.
	 * @param string      $field       Field of the place, '' for the row as a whole.
	 * @param string      $raw         What the source says; shortened and made valid here.
	 * @param string      $external_id Id in the source, '' when it can't be told.
	 */
	public function __construct( public int $row, public FindingCode $code, public string $field = '', string $raw = '', public string $external_id = '' ) {
		$this->refuses = $code->refuses();
		$this->raw     = RawText::of( $raw );
	}
}
