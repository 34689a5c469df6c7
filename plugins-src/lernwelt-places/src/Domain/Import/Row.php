<?php
/**
 * One record of an input.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** A record as the source has it, before any mapping. */
final readonly class Row {

	/** What of a raw value is kept for the report. */
	public const MAX_RAW = 1000;

	/**
	 * @param int                  $number  Line where the record begins in a CSV file, number of the record (from 1) elsewhere.
	 * @param array<string, mixed> $values  Field of the source → string, number, bool, array (nested or list) or null. With
	 *                                      a problem: what could be read, good for finding out which record it was.
	 * @param ?FindingCode         $problem Why this record can't be used, null when it can.
	 * @param string               $raw     What stands in the input, at most {@see self::MAX_RAW} characters of valid UTF-8.
	 */
	public function __construct( public int $number, public array $values, public ?FindingCode $problem = null, public string $raw = '' ) {}
}
