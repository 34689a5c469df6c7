<?php
/**
 * What a portion of rows brought.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Import\MappedRow;
use Lernwelt\Places\Domain\Runs\Change;
use Lernwelt\Places\Domain\Runs\RunCounts;

/** Gathers what a batch did. */
final class BatchResult {

	/** @var list<Finding> */
	public array $findings = [];

	/** @var list<Change> */
	public array $changes = [];

	/** @var list<int> New posts. */
	public array $created = [];

	/** @var list<int> Posts that were there before. */
	public array $changed = [];

	/** @var array<string, int> */
	private array $numbers = [ 'read' => 0, 'created' => 0, 'updated' => 0, 'unchanged' => 0, 'refused' => 0 ];

	/**
	 * Counts.
	 *
	 * @param 'read'|'created'|'updated'|'unchanged'|'refused' $what What.
	 */
	public function count( string $what ): void {
		++$this->numbers[ $what ];
	}

	/**
	 * Refuses a row.
	 *
	 * @param MappedRow   $row   Row.
	 * @param FindingCode $code  Why.
	 * @param string      $field Field, '' for the row as a whole.
	 * @param string      $raw   Raw value.
	 */
	public function refuse( MappedRow $row, FindingCode $code, string $field, string $raw ): void {
		$this->findings[] = new Finding( $row->row, $code, $field, $raw, $row->external_id );
		$this->count( 'refused' );
	}

	/** Whether records are missing behind one of these. */
	public function incomplete(): bool {
		return [] !== array_filter( $this->findings, static fn ( Finding $finding ): bool => $finding->code->incomplete() );
	}

	/** The numbers; `changes` counts those that were kept. */
	public function counts(): RunCounts {
		return RunCounts::from_array( [ ...$this->numbers, 'findings' => count( $this->findings ), 'changes' => count( $this->changes ) ] );
	}
}
