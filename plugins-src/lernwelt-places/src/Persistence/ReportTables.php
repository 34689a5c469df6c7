<?php
/**
 * Stored reports.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Runs\Change;
use Lernwelt\Places\Domain\Runs\ChangeKind;
use Lernwelt\Places\Domain\Runs\ReportStore;
use wpdb;

/** Tables `lw_place_findings` and `lw_place_changes`. */
final readonly class ReportTables implements ReportStore {

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function add_findings( int $run, array $findings ): void {
		$rows = array_map(
			static fn ( Finding $finding ): array => [ $run, $finding->row, $finding->code->value, $finding->field, $finding->raw, mb_substr( $finding->external_id, 0, 250 ) ],
			$findings
		);
		Bulk::insert( $this->db, $this->findings_name(), [ 'run_id', 'line', 'code', 'field', 'raw', 'external_id' ], $rows );
	}

	public function add_changes( int $run, array $changes ): void {
		$rows = array_map(
			static fn ( Change $change ): array => [ $run, mb_substr( $change->external_id, 0, 250 ), mb_substr( $change->title, 0, 250 ), $change->kind->value, json_encode( $change->fields, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR ) ],
			$changes
		);
		Bulk::insert( $this->db, $this->changes_name(), [ 'run_id', 'external_id', 'title', 'kind', 'fields' ], $rows );
	}

	public function findings( int $run, int $page, int $per_page ): array {
		return array_map(
			static fn ( array $row ): Finding => new Finding( (int) $row['line'], FindingCode::from( (string) $row['code'] ), (string) $row['field'], (string) $row['raw'], (string) $row['external_id'] ),
			$this->page( $this->findings_name(), $run, $page, $per_page )
		);
	}

	public function changes( int $run, int $page, int $per_page ): array {
		return array_map(
			static fn ( array $row ): Change => new Change( (string) $row['external_id'], (string) $row['title'], ChangeKind::from( (string) $row['kind'] ), (array) json_decode( (string) $row['fields'], true ) ),
			$this->page( $this->changes_name(), $run, $page, $per_page )
		);
	}

	/**
	 * @return list<array<string, string|null>>
	 */
	private function page( string $table, int $run, int $page, int $per_page ): array {
		return Bulk::rows( $this->db, (string) $this->db->prepare( 'SELECT * FROM %i WHERE run_id = %d ORDER BY id LIMIT %d OFFSET %d', $table, $run, $per_page, ( max( 1, $page ) - 1 ) * $per_page ) );
	}

	private function findings_name(): string {
		return $this->db->prefix . 'lw_place_findings';
	}

	private function changes_name(): string {
		return $this->db->prefix . 'lw_place_changes';
	}
}
