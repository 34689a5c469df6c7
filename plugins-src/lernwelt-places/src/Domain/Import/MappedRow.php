<?php
/**
 * What a row became.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

use Lernwelt\Places\Domain\Place;

/** A place made of a row, or the reasons why there is none. */
final readonly class MappedRow {

	/**
	 * @param int           $row         As in {@see Row::$number}.
	 * @param ?Place        $place       Null when the row is refused.
	 * @param string        $external_id Id in the source, '' when it can't be told. Known for many refused rows too: such a
	 *                                   record hasn't vanished.
	 * @param list<Finding> $findings    Remarks; one of them refuses when there is no place.
	 * @param string        $hash        SHA-256 (hex) over what would be written, '' without a place. The order of columns and
	 *                                   records, fields without mapping and the mapping's editorial fields don't change it.
	 */
	public function __construct( public int $row, public ?Place $place, public string $external_id, public array $findings, public string $hash ) {}
}
