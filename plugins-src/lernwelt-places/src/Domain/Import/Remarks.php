<?php
/**
 * Findings of one row while it is mapped.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Gathers what is worth telling about a row. */
final class Remarks {

	/** @var list<Finding> */
	private array $findings = [];

	/**
	 * @param int    $row         As in {@see Row::$number}.
	 * @param string $external_id Id in the source, '' when it can't be told.
	 */
	public function __construct( private readonly int $row, private readonly string $external_id ) {}

	/**
	 * Notes something.
	 *
	 * @param FindingCode $code  What it is.
	 * @param string      $field Field of the place, '' for the row as a whole.
	 * @param string      $raw   What the source says.
	 */
	public function add( FindingCode $code, string $field, string $raw ): void {
		$this->findings[] = new Finding( $this->row, $code, $field, $raw, $this->external_id );
	}

	/**
	 * Everything noted.
	 *
	 * @return list<Finding>
	 */
	public function all(): array {
		return $this->findings;
	}

	/** Whether the row can't be imported. */
	public function refuse(): bool {
		foreach ( $this->findings as $finding ) {
			if ( $finding->refuses ) {
				return true;
			}
		}
		return false;
	}
}
