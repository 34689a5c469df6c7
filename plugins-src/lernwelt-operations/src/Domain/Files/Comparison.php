<?php
/**
 * What differs.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\Files;

/** Files that aren't as the release made them. */
final readonly class Comparison {

	/**
	 * @param int          $listed  How many files belong to the release.
	 * @param list<string> $changed Files with another content.
	 * @param list<string> $missing Files that aren't there.
	 * @param list<string> $unknown Files that no release brought.
	 * @param list<string> $scripts Programs among the uploaded files.
	 */
	public function __construct(
		public int $listed,
		public array $changed,
		public array $missing,
		public array $unknown,
		public array $scripts,
	) {}

	/** Whether everything is as it should be. */
	public function is_clean(): bool {
		return [] === [ ...$this->changed, ...$this->missing, ...$this->unknown, ...$this->scripts ];
	}

	/**
	 * All findings.
	 *
	 * @return list<array{problem: string, file: string}> Problem: changed, missing, unknown or script.
	 */
	public function rows(): array {
		$rows = [];
		foreach ( [ 'changed' => $this->changed, 'missing' => $this->missing, 'unknown' => $this->unknown, 'script' => $this->scripts ] as $problem => $files ) {
			foreach ( $files as $file ) {
				$rows[] = [ 'problem' => $problem, 'file' => $file ];
			}
		}
		return $rows;
	}
}
