<?php
/**
 * The input of a run.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Closure;
use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunPhase;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Places\Reading\Downloaded;
use Lernwelt\Places\Reading\DownloadFailed;
use Lernwelt\Places\Reading\Inputs;
use Lernwelt\Places\Reading\Location;
use Lernwelt\Places\Reading\LocationKind;

/** Fetches an address once per run, and opens files and tables for each step. */
final class RunInput {

	/** @var array<int, string> Run → DSN with its password, which is stored nowhere. */
	private array $secrets = [];

	/**
	 * @param Closure(string, Mapping, string, string, Closure): Downloaded $download Fetches an address; with ETag and time of
	 *                                                  the last change that are known already. Calls its last argument before every request.
	 */
	public function __construct( private readonly Closure $download ) {}

	/**
	 * Whether a run begins with a download, which may take minutes.
	 *
	 * @param Run $run Run.
	 */
	public static function fetches( Run $run ): bool {
		return RunPhase::Prepare === $run->phase && LocationKind::Url === Location::of( $run->input )->kind;
	}

	/**
	 * What is stored of an input.
	 *
	 * @param string $input Path, address or DSN.
	 */
	public static function stored( #[\SensitiveParameter] string $input ): string {
		$location = Location::of( $input );
		return match ( $location->kind ) {
			LocationKind::Table => $location->label(),
			LocationKind::Url   => $input,
			LocationKind::File  => false === realpath( $input ) ? $input : (string) realpath( $input ),
		};
	}

	/**
	 * Keeps the password of a DSN in this process.
	 *
	 * @param Run    $run   Run.
	 * @param string $input Input as it was given.
	 */
	public function remember( Run $run, #[\SensitiveParameter] string $input ): void {
		if ( LocationKind::Table === Location::of( $input )->kind ) {
			$this->secrets[ $run->id ] = $input;
		}
	}

	/**
	 * Whether this process can go on with a run: it can read the input, or all rows are read.
	 *
	 * @param Run $run Run.
	 */
	public function can_go_on( Run $run ): bool {
		return ! in_array( $run->phase, [ RunPhase::Prepare, RunPhase::Rows ], true ) || LocationKind::Table !== Location::of( $run->input )->kind || isset( $this->secrets[ $run->id ] );
	}

	/**
	 * Fetches an address; does nothing for files and tables.
	 *
	 * @param Run     $run      Run.
	 * @param Mapping $mapping  Its mapping.
	 * @param ?Run    $previous Previous run of the source: when it read the same address to its end with the same mapping,
	 *                          the server may say that nothing has changed.
	 * @param Closure(): mixed $alive Called before every request.
	 * @return ?array<string, string> What is to be kept with the run; null when nothing has changed since.
	 * @throws DownloadFailed When the address can't be fetched.
	 */
	public function fetch( Run $run, Mapping $mapping, ?Run $previous, Closure $alive ): ?array {
		if ( LocationKind::Url !== Location::of( $run->input )->kind ) {
			return [];
		}
		$known = [];
		if ( null !== $previous && RunState::Finished === $previous->state && $previous->input === $run->input && $previous->mapping_hash === $run->mapping_hash && ! $previous->incomplete && ! $run->dry_run && ! $run->force ) {
			$known = $previous->fetched;
		}
		$got = ( $this->download )( $run->input, $mapping, $known['etag'] ?? '', $known['modified'] ?? '', $alive );
		return $got->unchanged ? null : [
			'files'    => implode( "\n", $got->files ),
			'etag'     => $got->etag,
			'modified' => $got->modified,
			...( $got->cut ? [ 'cut' => '1' ] : [] ),
		];
	}

	/**
	 * Opens the input.
	 *
	 * @param Run     $run     Run, fetched.
	 * @param Mapping $mapping Its mapping.
	 * @throws UnreadableInput When it isn't there any more.
	 */
	public function open( Run $run, Mapping $mapping ): RowReader {
		$kind = Location::of( $run->input )->kind;
		if ( ( LocationKind::Table === $kind ) !== ( Format::Table === $mapping->format ) ) {
			throw new UnreadableInput( InputProblem::NotFound, $mapping->format->value );
		}
		if ( LocationKind::Table === $kind ) {
			return Inputs::table( $this->secrets[ $run->id ] ?? throw new UnreadableInput( InputProblem::Database, $run->input_name ), $mapping );
		}
		$files = self::files( $run );
		return [] === $files ? throw new UnreadableInput( InputProblem::NotFound, $run->input_name ) : Inputs::files( $files, $mapping );
	}

	/**
	 * Deletes what was fetched.
	 *
	 * @param Run $run Run that has ended.
	 */
	public function release( Run $run ): void {
		unset( $this->secrets[ $run->id ] );
		if ( LocationKind::Url === Location::of( $run->input )->kind ) {
			array_map( static fn ( string $file ): bool => is_file( $file ) && unlink( $file ), self::files( $run ) );
		}
	}

	/**
	 * @param Run $run Run.
	 * @return list<string>
	 */
	private static function files( Run $run ): array {
		if ( LocationKind::Url !== Location::of( $run->input )->kind ) {
			return [ $run->input ];
		}
		return array_values( array_filter( explode( "\n", $run->fetched['files'] ?? '' ), static fn ( string $file ): bool => '' !== $file ) );
	}
}
