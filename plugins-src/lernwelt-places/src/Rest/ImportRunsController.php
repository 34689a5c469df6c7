<?php
/**
 * Runs of imports over REST.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Places\Application\Import\ImportBusy;
use Lernwelt\Places\Application\Import\ImportRuns;
use Lernwelt\Places\Application\Import\RunRequest;
use Lernwelt\Places\Domain\Import\Format;
use Lernwelt\Places\Domain\Import\InvalidMapping;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Uploads\InputStore;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/place-imports: start, follow, end. */
final class ImportRunsController extends ImportController {
	private const ONE = '/place-imports/(?P<run>\d{1,18})';

	/** Seconds of one step: short enough for a progress bar, long enough not to waste requests. */
	private const SECONDS = 3.0;

	/** Runs that are listed. */
	private const LISTED = 50;

	/**
	 * @param Schemas    $schemas Schemas of this plugin.
	 * @param ImportRuns $runs    Runs.
	 * @param InputStore $inputs  Uploaded files.
	 * @param RunAnswer  $answer  Makes answers.
	 */
	public function __construct( Schemas $schemas, private readonly ImportRuns $runs, private readonly InputStore $inputs, private readonly RunAnswer $answer ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/place-imports', 'import-runs', [ 'GET' => [ $this->list( ... ), $this->may_read( ... ) ] ] );
		$this->route( '/place-imports/runs', 'import-run', [ 'POST' => [ $this->start( ... ), $this->may_import( ... ), 'import-run-request' ] ] );
		$this->route( self::ONE, 'import-run', [ 'GET' => [ $this->read( ... ), $this->may_read( ... ) ] ] );
		foreach ( [ 'step' => $this->step( ... ), 'cancel' => $this->cancel( ... ), 'import' => $this->import( ... ), 'force' => $this->force( ... ) ] as $verb => $work ) {
			$this->route( self::ONE . "/$verb", 'import-run', [ 'POST' => [ $work, $this->may_import( ... ) ] ] );
		}
	}

	private function list(): WP_REST_Response {
		return new WP_REST_Response( [ 'items' => array_map( $this->answer->of( ... ), $this->runs->latest( self::LISTED ) ) ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		return $this->shown( $this->runs->get( (int) $request->get_param( 'run' ) ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function start( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$input = $this->inputs->find( (string) $request->get_param( 'input' ) );
		if ( null === $input ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		$mapping = (array) $request->get_param( 'mapping' );
		if ( Format::Table->value === ( $mapping['format'] ?? '' ) ) {
			return Problems::error( Problems::INVALID, [ 'mapping.format' => 'not_allowed' ] );
		}
		return $this->begin(
			new RunRequest(
				(string) $request->get_param( 'source' ),
				trim( (string) $request->get_param( 'label' ) ),
				$input->location(),
				$mapping,
				(bool) $request->get_param( 'dry_run' ),
				false,
				get_current_user_id(),
				$input->name
			)
		);
	}

	/**
	 * Imports what a dry run checked.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function import( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run = $this->runs->get( (int) $request->get_param( 'run' ) );
		if ( null === $run || ! $this->answer->can_import( $run ) ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		return $this->begin( new RunRequest( $run->source, $run->label, $run->input, $run->mapping, false, false, get_current_user_id(), $run->input_name ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function step( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run = $this->runs->step( (int) $request->get_param( 'run' ), self::SECONDS );
		if ( null !== $run && ! $run->state->active() ) {
			$this->clean();
		}
		return $this->shown( $run );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function cancel( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run = $this->runs->cancel( (int) $request->get_param( 'run' ) );
		$this->clean();
		return $this->shown( $run );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function force( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		try {
			$run = $this->runs->get( (int) $request->get_param( 'run' ) );
			if ( null !== $run && ! $run->can_force() ) {
				return Problems::error( Problems::CONFLICT );
			}
			return $this->shown( $this->runs->force( (int) $request->get_param( 'run' ) ) );
		} catch ( ImportBusy ) {
			return Problems::error( Problems::CONFLICT );
		}
	}

	private function begin( RunRequest $request ): WP_REST_Response|WP_Error {
		try {
			$run = $this->runs->start( $request );
		} catch ( ImportBusy ) {
			return Problems::error( Problems::CONFLICT );
		} catch ( InvalidMapping $invalid ) {
			$fields = [];
			foreach ( $invalid->problems as $path => $reason ) {
				$fields[ "mapping.$path" ] = $reason;
			}
			return Problems::error( Problems::INVALID, $fields );
		}
		$upload = $this->answer->upload( $run );
		if ( null !== $upload ) {
			$this->inputs->used_by( $upload, $run->id );
		}
		return new WP_REST_Response( $this->answer->of( $run ), 201 );
	}

	private function shown( ?Run $run ): WP_REST_Response|WP_Error {
		return null === $run ? Problems::error( Problems::NOT_FOUND ) : new WP_REST_Response( $this->answer->of( $run ) );
	}

	private function clean(): void {
		$this->inputs->purge( fn ( int $run ): bool => self::is_done( $this->runs->get( $run ) ) );
	}

	/**
	 * Whether a run needs its file no more. After a dry run people may still want to import.
	 *
	 * @param ?Run $run Run, null when it is deleted.
	 */
	public static function is_done( ?Run $run ): bool {
		return null === $run || ( ! $run->state->active() && ! $run->dry_run );
	}
}
