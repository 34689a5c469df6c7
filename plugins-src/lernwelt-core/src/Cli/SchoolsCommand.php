<?php
/**
 * School register on the command line.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use Lernwelt\Core\Schools\Import\FileRefused;
use Lernwelt\Core\Schools\Import\ImportReport;
use Lernwelt\Core\Schools\Import\ProblemWords;
use Lernwelt\Core\Schools\Import\PruneRefused;
use Lernwelt\Core\Schools\Import\RowProblem;
use Lernwelt\Core\Schools\Import\SchoolImport;
use Lernwelt\Core\Schools\School;
use Lernwelt\Core\Schools\Schools;
use WP_CLI;

/** Imports and lists the network's school register. */
final readonly class SchoolsCommand {

	/**
	 * @param Schools      $schools Register.
	 * @param SchoolImport $import  Import.
	 */
	public function __construct( private Schools $schools, private SchoolImport $import ) {}

	/**
	 * Takes the schools of a CSV file over by their numbers. Exit code 1 when the file can't be read; lines that are
	 * wrong are listed and left out.
	 *
	 * ## OPTIONS
	 *
	 * <file>
	 * : CSV file with the columns Schulnummer, Name, Schulform and, if you like, Landkreis and Startchancen.
	 *
	 * [--dry-run]
	 * : Only says what would happen.
	 *
	 * [--prune]
	 * : Takes out schools that the file doesn't have.
	 *
	 * @param array{0: string}           $args    File.
	 * @param array<string, string|bool> $options Options.
	 */
	public function import( array $args, array $options ): void {
		$bytes = is_file( $args[0] ) ? file_get_contents( $args[0] ) : false;
		if ( false === $bytes ) {
			/* translators: %s: path of a file. */
			WP_CLI::error( sprintf( __( 'The file “%s” can’t be read.', 'lernwelt-core' ), $args[0] ) );
		}
		try {
			$report = $this->import->run( $bytes, isset( $options['dry-run'] ), isset( $options['prune'] ) );
		} catch ( FileRefused | PruneRefused $refused ) {
			self::print_problems( $refused instanceof PruneRefused ? $refused->problems : [] );
			WP_CLI::error( ProblemWords::of_file( $refused ) );
		}
		self::print_problems( $report->problems );
		self::print_numbers( $report );
	}

	/**
	 * Lists the register.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : table, json, csv or count.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string>                                $args    Unused.
	 * @param array{format: 'table'|'json'|'csv'|'count'} $options Options.
	 */
	public function list( array $args, array $options ): void {
		$rows = array_map(
			static fn ( School $school ): array => [
				'number'       => $school->number,
				'name'         => $school->name,
				'type'         => $school->type->value,
				'district'     => $school->district ?? '',
				'startchancen' => $school->startchancen ? 'ja' : 'nein',
			],
			$this->schools->all()
		);
		WP_CLI\Utils\format_items( $options['format'], $rows, [ 'number', 'name', 'type', 'district', 'startchancen' ] );
	}

	/**
	 * @param list<RowProblem> $problems Wrong lines.
	 */
	private static function print_problems( array $problems ): void {
		foreach ( $problems as $problem ) {
			/* translators: 1: number of a line, 2: what is wrong, 3: what stands there. */
			WP_CLI::warning( sprintf( __( 'Line %1$d: %2$s (%3$s)', 'lernwelt-core' ), $problem->line, ProblemWords::of_line( $problem->problem ), $problem->value ) );
		}
	}

	private static function print_numbers( ImportReport $report ): void {
		/* translators: 1–6: numbers of schools and lines. */
		$words = $report->dry_run ? __( 'Nothing written. Would add: %1$d, change: %2$d, remove: %5$d. Unchanged: %3$d, missing in the file: %4$d, wrong lines: %6$d.', 'lernwelt-core' ) : __( 'Added: %1$d, changed: %2$d, removed: %5$d. Unchanged: %3$d, missing in the file: %4$d, wrong lines: %6$d.', 'lernwelt-core' );
		WP_CLI::success( sprintf( $words, count( $report->added ), count( $report->changed ), $report->unchanged, count( $report->missing ), count( $report->removed ), count( $report->problems ) ) );
	}
}
