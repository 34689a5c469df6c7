<?php
/**
 * Stored journal.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Persistence;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Retention\JournalAction;
use Lernwelt\Core\Retention\JournalEntry;
use RuntimeException;
use wpdb;

/** Table of the current portal's journal; knows neither change nor deletion. */
final readonly class JournalTable {

	private const FORMAT = 'Y-m-d H:i:s';

	/** Rows read at once. */
	private const PAGE = 500;

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private wpdb $db ) {}

	/** Full table name. */
	public function name(): string {
		return $this->db->prefix . 'lw_erasure_journal';
	}

	/**
	 * Adds a line for each object.
	 *
	 * @param DateTimeImmutable $at      Instant, UTC.
	 * @param string            $run     Run.
	 * @param string            $source  Rule or source.
	 * @param JournalAction     $action  What was done.
	 * @param list<string>      $objects Objects.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add( DateTimeImmutable $at, string $run, string $source, JournalAction $action, array $objects ): void {
		$rows = array_map( static fn ( string $one ): array => [ $at->format( self::FORMAT ), $run, $source, $action->value, $one ], $objects );
		Bulk::insert( $this->db, $this->name(), [ 'at', 'run', 'source', 'action', 'object' ], $rows );
	}

	/**
	 * Takes over lines that were written elsewhere, with their own instants and runs.
	 *
	 * @param list<JournalEntry> $entries Lines.
	 * @throws RuntimeException When the database refuses.
	 */
	public function add_known( array $entries ): void {
		$rows = array_map( static fn ( JournalEntry $one ): array => [ $one->at->format( self::FORMAT ), $one->run, $one->source, $one->action->value, $one->object ], $entries );
		Bulk::insert( $this->db, $this->name(), [ 'at', 'run', 'source', 'action', 'object' ], $rows );
	}

	/**
	 * All lines, oldest first.
	 *
	 * @return iterable<JournalEntry>
	 * @throws RuntimeException When the database refuses.
	 */
	public function all(): iterable {
		return $this->since( new DateTimeImmutable( '2000-01-01' ), '' );
	}

	/**
	 * Lines written at an instant or later, oldest first.
	 *
	 * @param DateTimeImmutable $time   Instant, UTC.
	 * @param string            $source Only of this rule or source; '' for all.
	 * @return iterable<JournalEntry>
	 * @throws RuntimeException When the database refuses: what was erased would come back with a backup.
	 */
	public function since( DateTimeImmutable $time, string $source ): iterable {
		$last = 0;
		do {
			$sql  = (string) $this->db->prepare( 'SELECT * FROM %i WHERE at >= %s AND id > %d ', $this->name(), $time->format( self::FORMAT ), $last );
			$sql .= '' === $source ? '' : $this->db->prepare( 'AND source = %s ', $source );
			$rows = Bulk::rows( $this->db, $sql . $this->db->prepare( 'ORDER BY id LIMIT %d', self::PAGE ) );
			foreach ( $rows as $row ) {
				$last = (int) $row['id'];
				yield new JournalEntry( $last, new DateTimeImmutable( (string) $row['at'], new DateTimeZone( 'UTC' ) ), (string) $row['run'], (string) $row['source'], JournalAction::from( (string) $row['action'] ), (string) $row['object'] );
			}
		} while ( self::PAGE === count( $rows ) );
	}
}
