<?php
/**
 * Stored runs.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Core\Persistence\Statement;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunCounts;
use Lernwelt\Places\Domain\Runs\RunPhase;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Places\Domain\Runs\RunStore;
use wpdb;

/** Table `lw_place_runs`. */
final readonly class RunTable implements RunStore {
	private const FORMAT = 'Y-m-d H:i:s';

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	public function add( Run $run ): Run {
		$values = self::values( $run ) + [ 'version' => $run->version ];
		$this->write( 'INSERT INTO `' . $this->name() . '` (' . implode( ', ', array_keys( $values ) ) . ') VALUES (', $values, ')', '%s' );
		return $run->with( [ 'id' => (int) $this->db->insert_id ] );
	}

	public function save( Run $before, Run $after ): bool {
		$values = self::values( $after ) + [ 'version' => $before->version + 1 ];
		return 0 < $this->write( 'UPDATE `' . $this->name() . '` SET ', $values, sprintf( ' WHERE id = %d AND version = %d', $before->id, $before->version ), '%s = %s' );
	}

	public function get( int $id ): ?Run {
		return $this->select( (string) $this->db->prepare( 'WHERE id = %d', $id ) )[0] ?? null;
	}

	public function latest( int $limit ): array {
		return $this->select( (string) $this->db->prepare( 'ORDER BY id DESC LIMIT %d', $limit ) );
	}

	public function active(): array {
		return $this->select( "WHERE state IN ('waiting', 'running') ORDER BY id" );
	}

	public function previous( string $source, int $before = 0 ): ?Run {
		return $this->select( (string) $this->db->prepare( 'WHERE source = %s AND dry_run = 0 AND id < %d ORDER BY id DESC LIMIT 1', $source, 0 === $before ? PHP_INT_MAX : $before ) )[0] ?? null;
	}

	public function prune( string $source, int $keep ): array {
		$old = $this->select( (string) $this->db->prepare( "WHERE source = %s AND state NOT IN ('waiting', 'running') ORDER BY id DESC LIMIT 1000 OFFSET %d", $source, $keep ) );
		foreach ( $old as $run ) {
			Statement::run( $this->db, 'DELETE FROM %i WHERE run_id = %d', $this->db->prefix . 'lw_place_findings', $run->id );
			Statement::run( $this->db, 'DELETE FROM %i WHERE run_id = %d', $this->db->prefix . 'lw_place_changes', $run->id );
			Statement::run( $this->db, 'DELETE FROM %i WHERE id = %d', $this->name(), $run->id );
		}
		return $old;
	}

	private function name(): string {
		return $this->db->prefix . 'lw_place_runs';
	}

	/**
	 * Runs a statement about one row; wpdb's own helpers would write the row to the log when it is refused.
	 *
	 * @param string                         $begin  Statement before the values.
	 * @param array<string, string|int|null> $values Column → value.
	 * @param string                         $end    Statement after the values.
	 * @param string                         $pair   `%s = %s` when the columns' names are wanted.
	 * @return int Affected rows.
	 */
	private function write( string $begin, array $values, string $end, string $pair ): int {
		$parts = [];
		foreach ( $values as $column => $value ) {
			$quoted  = null === $value ? 'NULL' : (string) $this->db->prepare( is_int( $value ) ? '%d' : '%s', $value );
			$parts[] = '%s' === $pair ? $quoted : "$column = $quoted";
		}
		return Bulk::run( $this->db, $begin . implode( ', ', $parts ) . $end );
	}

	/**
	 * @return array<string, string|int|null>
	 */
	private static function values( Run $run ): array {
		return [
			'source'       => $run->source,
			'label'        => $run->label,
			'input'        => $run->input,
			'input_name'   => mb_substr( $run->input_name, 0, 250 ),
			'mapping'      => self::json( $run->mapping ),
			'mapping_hash' => $run->mapping_hash,
			'dry_run'      => (int) $run->dry_run,
			'forced'       => (int) $run->force,
			'user_id'      => $run->user_id,
			'state'        => $run->state->value,
			'phase'        => $run->phase->value,
			'reason'       => $run->reason,
			'detail'       => $run->detail,
			'position'     => $run->position,
			'total'        => $run->total,
			'incomplete'   => (int) $run->incomplete,
			'fingerprint'  => $run->fingerprint,
			'counts'       => self::json( $run->counts->to_array() ),
			'fetched'      => self::json( $run->fetched ),
			'started_at'   => $run->started_at->format( self::FORMAT ),
			'beat_at'      => $run->beat_at->format( self::FORMAT ),
			'finished_at'  => $run->finished_at?->format( self::FORMAT ),
		];
	}

	/**
	 * @param array<array-key, mixed> $value Value.
	 */
	private static function json( array $value ): string {
		return json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR );
	}

	/**
	 * @param string $where Conditions and order, prepared.
	 * @return list<Run>
	 */
	private function select( string $where ): array {
		return array_map( self::run( ... ), Bulk::rows( $this->db, "SELECT * FROM `{$this->name()}` $where" ) );
	}

	/**
	 * @param array<string, string|null> $row Stored row.
	 */
	private static function run( array $row ): Run {
		return new Run(
			(int) $row['id'],
			(string) $row['source'],
			(string) $row['label'],
			(string) $row['input'],
			(string) $row['input_name'],
			(array) json_decode( (string) $row['mapping'], true ),
			(string) $row['mapping_hash'],
			'0' !== (string) $row['dry_run'],
			'0' !== (string) $row['forced'],
			(int) $row['user_id'],
			RunState::from( (string) $row['state'] ),
			RunPhase::from( (string) $row['phase'] ),
			(string) $row['reason'],
			(string) $row['detail'],
			(int) $row['position'],
			null === $row['total'] ? null : (int) $row['total'],
			'0' !== (string) $row['incomplete'],
			(string) $row['fingerprint'],
			RunCounts::from_array( (array) json_decode( (string) $row['counts'], true ) ),
			array_map( static fn ( mixed $value ): string => is_scalar( $value ) ? (string) $value : '', (array) json_decode( (string) $row['fetched'], true ) ),
			self::instant( (string) $row['started_at'] ),
			self::instant( (string) $row['beat_at'] ),
			null === $row['finished_at'] ? null : self::instant( $row['finished_at'] ),
			(int) $row['version']
		);
	}

	private static function instant( string $stored ): DateTimeImmutable {
		return new DateTimeImmutable( $stored, new DateTimeZone( 'UTC' ) );
	}
}
