<?php
/**
 * Imports on the command line.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Cli;

use InvalidArgumentException;
use JsonException;
use Lernwelt\Places\Application\Import\ImportBusy;
use Lernwelt\Places\Application\Import\ImportRuns;
use Lernwelt\Places\Application\Import\RunRequest;
use Lernwelt\Places\Content\ImportWords;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Places\Reading\Location;
use Lernwelt\Places\Reading\LocationKind;
use WP_CLI;

/** Imports learning places and shows what imports did. */
final class PlacesCommand {

	/** Seconds between two lines about the progress. */
	private const PROGRESS = 5.0;

	/**
	 * @param ImportRuns $runs Imports of this portal.
	 */
	public function __construct( private readonly ImportRuns $runs ) {}

	/**
	 * Imports an external database, or goes on where the same import was interrupted.
	 *
	 * ## OPTIONS
	 *
	 * <source>
	 * : File, http(s) address on an allowed host, or table: mysql://user:password@host/database?table=name
	 *
	 * --mapping=<file>
	 * : Mapping file (JSON), see docs/mapping.md.
	 *
	 * [--source=<name>]
	 * : Short name of the source; with the id in the source it identifies a place. By default the name of the file, host or table.
	 *
	 * [--dry-run]
	 * : Writes no place, only the report.
	 *
	 * [--force]
	 * : Takes places offline even when it is more than a fifth of them.
	 *
	 * @param array{string}              $args    Source.
	 * @param array<string, string|bool> $options Options.
	 */
	public function import( array $args, array $options ): void {
		try {
			$run = $this->start( self::request( (string) $args[0], $options ) );
		} catch ( InvalidMapping | InvalidArgumentException $refused ) {
			WP_CLI::error( $refused->getMessage() );
		}
		if ( 0 < $run->position ) {
			/* translators: 1: number of the run, 2: number of rows. */
			WP_CLI::log( sprintf( __( 'Run %1$d goes on after row %2$d.', 'lernwelt-places' ), $run->id, $run->position ) );
		}
		while ( $run->state->active() ) {
			$next = $this->runs->step( $run->id, self::PROGRESS ) ?? $run;
			if ( $next->state->active() ) {
				/* translators: 1: rows done, 2: all rows or a question mark. */
				WP_CLI::log( sprintf( __( '%1$d of %2$s rows', 'lernwelt-places' ), $next->position, $next->total ?? '?' ) );
				if ( $next->version === $run->version ) {
					// Somebody else is at it; the schedule for instance.
					sleep( 1 );
				}
			}
			$run = $next;
		}
		self::tell( $run );
	}

	/**
	 * Lists the latest runs.
	 *
	 * ## OPTIONS
	 *
	 * [--format=<format>]
	 * : table, json or csv.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param list<string>                        $args    Unused.
	 * @param array{format: 'table'|'json'|'csv'} $options Options.
	 */
	public function runs( array $args, array $options ): void {
		$rows = array_map(
			static fn ( Run $run ): array => [
				'id'       => $run->id,
				'source'   => $run->source,
				'input'    => $run->input_name,
				'dry_run'  => $run->dry_run ? 'yes' : '',
				'state'    => $run->state->value,
				'reason'   => $run->reason,
				...$run->counts->to_array(),
				'started'  => $run->started_at->format( 'Y-m-d H:i:s' ),
				'finished' => $run->finished_at?->format( 'Y-m-d H:i:s' ),
			],
			$this->runs->latest( 100 )
		);
		WP_CLI\Utils\format_items( $options['format'], $rows, [ 'id', 'source', 'input', 'dry_run', 'state', 'reason', 'read', 'created', 'updated', 'unchanged', 'refused', 'vanished', 'unpublished', 'findings', 'started', 'finished' ] );
	}

	/**
	 * Shows every remark of a run with line, reason and raw value, or what it changed.
	 *
	 * ## OPTIONS
	 *
	 * <run>
	 * : Number of the run.
	 *
	 * [--changes]
	 * : Shows changed places instead; the first 500 are kept.
	 *
	 * [--format=<format>]
	 * : table, json or csv.
	 * ---
	 * default: table
	 * ---
	 *
	 * @param array{string}                                      $args    Run.
	 * @param array{format: 'table'|'json'|'csv', changes?: bool} $options Options.
	 */
	public function report( array $args, array $options ): void {
		$run = $this->runs->get( (int) $args[0] );
		if ( null === $run ) {
			WP_CLI::error( __( 'There is no such run.', 'lernwelt-places' ) );
		}
		[ $rows, $columns ] = isset( $options['changes'] ) ? [ $this->changes( $run ), [ 'id', 'change', 'title', 'field', 'before', 'after' ] ] : [ $this->findings( $run ), [ 'line', 'reason', 'refused', 'field', 'id', 'raw' ] ];
		WP_CLI\Utils\format_items( $options['format'], $rows, $columns );
	}

	/**
	 * Ends a run; what it wrote stays.
	 *
	 * ## OPTIONS
	 *
	 * <run>
	 * : Number of the run.
	 *
	 * @param array{string} $args Run.
	 */
	public function cancel( array $args ): void {
		$run = $this->runs->cancel( (int) $args[0] );
		if ( null === $run ) {
			WP_CLI::error( __( 'There is no such run.', 'lernwelt-places' ) );
		}
		self::tell( $run );
	}

	/** Waits until the lock of a killed process has run out; gives up when the other run moves. */
	private function start( RunRequest $request ): Run {
		$moved = null;
		for ( $second = 0; ; ++$second ) {
			try {
				return $this->runs->start( $request );
			} catch ( ImportBusy $busy ) {
				$moved ??= $busy->run?->version;
				if ( $second > ImportRuns::LEASE || ( null !== $busy->run && $moved !== $busy->run->version ) ) {
					WP_CLI::error( __( 'Another import is running. Try again when it has ended: wp lernwelt places runs', 'lernwelt-places' ) );
				}
				if ( 0 === $second ) {
					WP_CLI::log( __( 'Another import seems to be running. Waiting whether it moves …', 'lernwelt-places' ) );
				}
				sleep( 1 );
			}
		}
	}

	/**
	 * @param array<string, string|bool> $options Options.
	 */
	private static function request( #[\SensitiveParameter] string $input, array $options ): RunRequest {
		$file = (string) ( $options['mapping'] ?? '' );
		$json = is_file( $file ) ? (string) file_get_contents( $file ) : throw new InvalidArgumentException( sprintf( /* translators: %s: path of a file. */ __( 'There is no mapping file %s.', 'lernwelt-places' ), $file ) );
		try {
			$mapping = json_decode( $json, true, 32, JSON_THROW_ON_ERROR );
		} catch ( JsonException $invalid ) {
			/* translators: 1: path of a file, 2: reason in English. */
			throw new InvalidArgumentException( sprintf( __( 'The mapping file %1$s is no JSON: %2$s', 'lernwelt-places' ), $file, $invalid->getMessage() ), 0, $invalid );
		}
		if ( ! is_array( $mapping ) ) {
			throw new InvalidMapping( [ '' => 'type' ] );
		}
		$name = (string) ( $options['source'] ?? self::name( $input ) );
		return new RunRequest( $name, is_string( $mapping['name'] ?? null ) && '' !== $mapping['name'] ? $mapping['name'] : $name, $input, $mapping, isset( $options['dry-run'] ), isset( $options['force'] ), get_current_user_id() );
	}

	private static function name( #[\SensitiveParameter] string $input ): string {
		$location = Location::of( $input );
		$word     = match ( $location->kind ) {
			LocationKind::File  => pathinfo( $input, PATHINFO_FILENAME ),
			LocationKind::Url   => (string) wp_parse_url( $input, PHP_URL_HOST ),
			LocationKind::Table => (string) preg_replace( '/^.*[?&]table=([^&]*).*$/', '$1', $input ),
		};
		return trim( substr( (string) preg_replace( '/[^a-z0-9]+/', '-', remove_accents( mb_strtolower( $word ) ) ), 0, 64 ), '-' );
	}

	private static function tell( Run $run ): void {
		$numbers = $run->counts;
		/* translators: 1-8: numbers. */
		WP_CLI::log( sprintf( __( '%1$d rows: %2$d new, %3$d changed, %4$d unchanged, %5$d refused. %6$d missing in the source, %7$d of them taken offline. %8$d remarks.', 'lernwelt-places' ), $numbers->read, $numbers->created, $numbers->updated, $numbers->unchanged, $numbers->refused, $numbers->vanished, $numbers->unpublished, $numbers->findings ) );
		if ( 0 < $numbers->findings ) {
			/* translators: %d: number of a run. */
			WP_CLI::log( sprintf( __( 'What the remarks say: wp lernwelt places report %d', 'lernwelt-places' ), $run->id ) );
		}
		if ( RunState::Stopped === $run->state ) {
			/* translators: %s: number of places and of all places, e.g. 30/100. */
			WP_CLI::error( sprintf( __( 'Stopped: %s places would go offline, more than a fifth. Look at the source; if that is right, import again with --force.', 'lernwelt-places' ), $run->detail ) );
		}
		if ( RunState::Failed === $run->state ) {
			WP_CLI::error( sprintf( '%1$s (%2$s)', ImportWords::run( $run ), trim( "$run->reason: $run->detail", ': ' ) ) );
		}
		if ( 'incomplete' === $run->reason ) {
			WP_CLI::warning( ImportWords::run( $run ) );
		}
		WP_CLI::success( match ( true ) {
			RunState::Cancelled === $run->state => __( 'Cancelled. What was written stays.', 'lernwelt-places' ),
			'not_modified' === $run->reason     => __( 'Nothing has changed since the last import.', 'lernwelt-places' ),
			$run->dry_run                       => __( 'Dry run: nothing was written.', 'lernwelt-places' ),
			default                             => __( 'Imported.', 'lernwelt-places' ),
		} );
	}

	/**
	 * @return list<array<string, string|int>>
	 */
	private function findings( Run $run ): array {
		$rows = [];
		for ( $page = 1; ; ++$page ) {
			$findings = $this->runs->findings( $run->id, $page, 1000 );
			array_push(
				$rows,
				...array_map(
					static fn ( Finding $finding ): array => [
						'line'    => $finding->row,
						'reason'  => $finding->code->value,
						'refused' => $finding->refuses ? 'yes' : '',
						'field'   => $finding->field,
						'id'      => $finding->external_id,
						'raw'     => $finding->raw,
					],
					$findings
				)
			);
			if ( count( $findings ) < 1000 ) {
				return $rows;
			}
		}
	}

	/**
	 * @return list<array<string, string>>
	 */
	private function changes( Run $run ): array {
		$rows = [];
		foreach ( $this->runs->changes( $run->id, 1, Run::MAX_CHANGES ) as $change ) {
			foreach ( [] === $change->fields ? [ '' => [ 'before' => '', 'after' => '' ] ] : $change->fields as $field => $values ) {
				$rows[] = [
					'id'     => $change->external_id,
					'change' => $change->kind->value,
					'title'  => $change->title,
					'field'  => (string) $field,
					'before' => self::text( $values['before'] ),
					'after'  => self::text( $values['after'] ),
				];
			}
		}
		return $rows;
	}

	private static function text( mixed $value ): string {
		return match ( true ) {
			is_array( $value ) => implode( ', ', array_filter( $value, is_string( ... ) ) ),
			is_bool( $value )  => $value ? 'yes' : 'no',
			default            => is_scalar( $value ) ? (string) $value : '',
		};
	}
}
