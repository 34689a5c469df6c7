<?php
/**
 * Import of the school register.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Persistence\SchoolTable;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Transaction;
use Throwable;

/** Takes the schools of a file over by their numbers, all or nothing. Bookings keep what they were made with. */
final readonly class SchoolImport {

	/**
	 * @param SchoolTable $register    The network's register.
	 * @param Transaction $transaction All or nothing.
	 * @param AuditLog    $audit       Hears of it, in numbers.
	 */
	public function __construct(
		private SchoolTable $register,
		private Transaction $transaction,
		private AuditLog $audit,
	) {}

	/**
	 * Imports a file. Lines that are wrong are reported, the others taken over; a school that is missing in the file
	 * stays unless it is to be taken out.
	 *
	 * @param string $bytes   CSV file.
	 * @param bool   $dry_run Only says what would happen.
	 * @param bool   $prune   Takes out schools that are missing in the file; refused when a line is wrong, because that could be theirs.
	 * @throws FileRefused  When the file can't be read; nothing is changed then.
	 * @throws PruneRefused When schools are to be taken out and a line is wrong; nothing is changed then.
	 * @throws Throwable    When the database refuses.
	 */
	public function run( string $bytes, bool $dry_run = false, bool $prune = false ): ImportReport {
		$file = new SchoolFile( $bytes );
		if ( $prune && [] !== $file->problems ) {
			throw new PruneRefused( $file->problems );
		}
		$report = $this->compare( $file, $dry_run, $prune );
		if ( ! $dry_run && [] !== [ ...$report->added, ...$report->changed, ...$report->removed ] ) {
			$this->write( $report );
		}
		return $report;
	}

	private function compare( SchoolFile $file, bool $dry_run, bool $prune ): ImportReport {
		$known = array_column( array_map( static fn ( School $school ): array => [ 'number' => $school->number, 'school' => $school ], $this->register->all() ), 'school', 'number' );
		$added = array_diff_key( $file->schools, $known );
		$both  = array_intersect_key( $file->schools, $known );
		$changed = array_filter( $both, static fn ( School $school ): bool => ! $school->equals( $known[ $school->number ] ) );
		$missing = array_diff_key( $known, $file->schools );
		return new ImportReport( $dry_run, array_values( $added ), array_values( $changed ), count( $both ) - count( $changed ), $prune ? [] : array_values( $missing ), $prune ? array_values( $missing ) : [], $file->problems );
	}

	private function write( ImportReport $report ): void {
		$this->transaction->run(
			function () use ( $report ): void {
				$this->register->save( [ ...$report->added, ...$report->changed ] );
				foreach ( $report->removed as $school ) {
					$this->register->remove( $school->number );
				}
				$this->audit->record( new AuditEvent( 'school', 'imported', details: [ 'added' => count( $report->added ), 'changed' => count( $report->changed ), 'removed' => count( $report->removed ) ], portal: 0 ) );
			}
		);
	}
}
