<?php
/**
 * Reports of imports over REST.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Closure;
use Lernwelt\Core\Rest\CsvResponse;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Places\Application\Import\ImportRuns;
use Lernwelt\Places\Content\ImportWords;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Runs\Change;
use Lernwelt\Places\Domain\Runs\ChangeKind;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/place-imports/<run>/findings, …/changes and …/findings.csv. */
final class ImportReportsController extends ImportController {
	private const ONE = '/place-imports/(?P<run>\d{1,18})';

	/** Rows of a page of the download. */
	private const PORTION = 500;

	/**
	 * @param Schemas                                         $schemas Schemas of this plugin.
	 * @param ImportRuns                                      $runs    Runs.
	 * @param Closure(): array<string, array<string, string>> $terms   Taxonomy → slug → name.
	 */
	public function __construct( Schemas $schemas, private readonly ImportRuns $runs, private readonly Closure $terms ) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( self::ONE . '/findings', 'import-findings', [ 'GET' => [ $this->findings( ... ), $this->may_read( ... ), 'import-page-request' ] ] );
		$this->route( self::ONE . '/changes', 'import-changes', [ 'GET' => [ $this->changes( ... ), $this->may_read( ... ), 'import-page-request' ] ] );
		$this->route( self::ONE . '/findings\.csv', 'import-findings', [ 'GET' => [ $this->csv( ... ), $this->may_read( ... ) ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function findings( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run = $this->runs->get( (int) $request->get_param( 'run' ) );
		if ( null === $run ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		$findings = $this->runs->findings( $run->id, (int) $request->get_param( 'page' ), (int) $request->get_param( 'per_page' ) );
		return new WP_REST_Response(
			[
				'total' => $run->counts->findings,
				'items' => array_map( ImportWords::of_finding( ... ), $findings ),
			]
		);
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function changes( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run = $this->runs->get( (int) $request->get_param( 'run' ) );
		if ( null === $run ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		$changes = $this->runs->changes( $run->id, (int) $request->get_param( 'page' ), (int) $request->get_param( 'per_page' ) );
		return new WP_REST_Response(
			[
				'total' => $run->counts->changes,
				'items' => array_map( $this->change( ... ), $changes ),
			]
		);
	}

	/** @return array<string, mixed> */
	private function change( Change $change ): array {
		$terms  = ( $this->terms )();
		$fields = [];
		foreach ( $change->fields as $field => $values ) {
			$fields[] = [
				'field'  => $field,
				'label'  => ImportWords::label( $field ),
				'before' => ChangeKind::Created === $change->kind ? '' : ImportWords::value( $field, $values['before'], $terms ),
				'after'  => ImportWords::value( $field, $values['after'], $terms ),
			];
		}
		return [
			'external_id' => $change->external_id,
			'title'       => $change->title,
			'kind'        => $change->kind->value,
			'fields'      => $fields,
		];
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function csv( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$run = $this->runs->get( (int) $request->get_param( 'run' ) );
		return null === $run ? Problems::error( Problems::NOT_FOUND ) : new CsvResponse( "import-$run->source-$run->id.csv", fn (): iterable => $this->rows( $run->id ) );
	}

	/**
	 * @param int $run Run.
	 * @return iterable<list<string|int>>
	 */
	private function rows( int $run ): iterable {
		yield [
			__( 'Row', 'lernwelt-places' ),
			__( 'Id', 'lernwelt-places' ),
			__( 'Imported', 'lernwelt-places' ),
			__( 'Field', 'lernwelt-places' ),
			__( 'Remark', 'lernwelt-places' ),
			__( 'In the data', 'lernwelt-places' ),
			__( 'Code', 'lernwelt-places' ),
		];
		$page = 0;
		do {
			$findings = $this->runs->findings( $run, ++$page, self::PORTION );
			foreach ( $findings as $finding ) {
				yield self::row( $finding );
			}
		} while ( self::PORTION === count( $findings ) );
	}

	/** @return list<string|int> */
	private static function row( Finding $finding ): array {
		return [
			$finding->row,
			$finding->external_id,
			$finding->refuses ? __( 'no', 'lernwelt-places' ) : __( 'yes', 'lernwelt-places' ),
			ImportWords::label( $finding->field ),
			ImportWords::finding( $finding->code ),
			$finding->raw,
			$finding->code->value,
		];
	}
}
