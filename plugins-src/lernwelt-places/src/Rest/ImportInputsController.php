<?php
/**
 * Files and addresses to import, over REST.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Closure;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Core\Schemas;
use Lernwelt\Places\Application\Preview\Preview;
use Lernwelt\Places\Application\Preview\PreviewInput;
use Lernwelt\Places\Content\ImportWords;
use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\MappedRow;
use Lernwelt\Places\Reading\DownloadFailed;
use Lernwelt\Places\Reading\Location;
use Lernwelt\Places\Reading\LocationKind;
use Lernwelt\Places\Uploads\Input;
use Lernwelt\Places\Uploads\InputRefused;
use Lernwelt\Places\Uploads\InputStore;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/** /lernwelt/v1/place-imports/inputs: upload or fetch, look at the first rows, throw away. */
final class ImportInputsController extends ImportController {
	private const ONE = '/place-imports/inputs/(?P<input>[0-9a-f]{32})';

	/**
	 * @param Schemas                                         $schemas Schemas of this plugin.
	 * @param InputStore                                      $inputs  Keeps them.
	 * @param PreviewInput                                    $preview Reads the first rows.
	 * @param Closure(string): string                         $fetch   Address → path of a temporary file; throws DownloadFailed.
	 * @param Closure(): array<string, array<string, string>> $terms   Taxonomy → slug → name.
	 */
	public function __construct(
		Schemas $schemas,
		private readonly InputStore $inputs,
		private readonly PreviewInput $preview,
		private readonly Closure $fetch,
		private readonly Closure $terms
	) {
		parent::__construct( $schemas );
	}

	/** Registers the routes. */
	public function register_routes(): void {
		$this->route( '/place-imports/inputs', 'import-input', [ 'POST' => [ $this->create( ... ), $this->may_import( ... ), 'import-input-request' ] ] );
		$this->route(
			self::ONE,
			'import-input',
			[
				'GET'    => [ $this->read( ... ), $this->may_read( ... ) ],
				'DELETE' => [ $this->delete( ... ), $this->may_import( ... ) ],
			]
		);
		$this->route( self::ONE . '/preview', 'import-preview', [ 'POST' => [ $this->preview( ... ), $this->may_read( ... ), 'import-preview-request' ] ] );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function create( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$file = $request->get_file_params()['file'] ?? null;
		$url  = trim( (string) $request->get_param( 'url' ) );
		try {
			$input = is_array( $file ) || '' === $url ? $this->inputs->upload( is_array( $file ) ? $file : self::nothing( $request ) ) : $this->fetched( $url );
		} catch ( InputRefused $refused ) {
			return Problems::error( Problems::INVALID, [ is_array( $file ) || '' === $url ? 'file' : 'url' => $refused->reason ] );
		} catch ( DownloadFailed $failed ) {
			return Problems::error( Problems::INVALID, [ 'url' => $failed->problem->value ] );
		}
		return new WP_REST_Response( self::answer( $input ), 201 );
	}

	/**
	 * A body larger than PHP takes arrives without its file.
	 *
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @return array{error: int}
	 */
	private static function nothing( WP_REST_Request $request ): array {
		$limit = wp_convert_hr_to_bytes( (string) ini_get( 'post_max_size' ) );
		return [ 'error' => $limit > 0 && (int) $request->get_header( 'Content-Length' ) > $limit ? UPLOAD_ERR_INI_SIZE : UPLOAD_ERR_NO_FILE ];
	}

	private function fetched( string $url ): Input {
		$location = Location::of( $url );
		// Files of this server and databases are for people at the command line.
		if ( LocationKind::Url !== $location->kind ) {
			throw new InputRefused( 'bad_address' );
		}
		$path = ( $this->fetch )( $url );
		try {
			return $this->inputs->fetched( $path, $location->label(), $url );
		} finally {
			if ( is_file( $path ) ) {
				unlink( $path );
			}
		}
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function read( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$input = $this->inputs->find( (string) $request->get_param( 'input' ) );
		return null === $input ? Problems::error( Problems::NOT_FOUND ) : new WP_REST_Response( self::answer( $input ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 */
	private function delete( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$input = $this->inputs->find( (string) $request->get_param( 'input' ) );
		if ( null === $input || 0 !== $input->run ) {
			return Problems::error( null === $input ? Problems::NOT_FOUND : Problems::CONFLICT );
		}
		$this->inputs->delete( $input->id );
		return new WP_REST_Response( self::answer( $input ) );
	}

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Parameters fit the schema.
	 */
	private function preview( WP_REST_Request $request ): WP_REST_Response|WP_Error {
		$input = $this->inputs->find( (string) $request->get_param( 'input' ) );
		if ( null === $input ) {
			return Problems::error( Problems::NOT_FOUND );
		}
		$mapping = $request->get_param( 'mapping' );
		return new WP_REST_Response( $this->shown( $this->preview->of( $input->path, $input->format, is_array( $mapping ) ? $mapping : null ) ) );
	}

	/** @return array<string, mixed> */
	private function shown( Preview $preview ): array {
		$columns = [];
		foreach ( $preview->columns as $name => $samples ) {
			$columns[] = [ 'name' => (string) $name, 'samples' => $samples ];
		}
		return [
			'columns'  => $columns,
			'total'    => $preview->total,
			'mapping'  => MappingJson::of( $preview->mapping ),
			'problem'  => $preview->problem,
			'problems' => (object) $preview->problems,
			'message'  => ImportWords::input( $preview->problem ),
			'places'   => array_map( $this->place( ... ), $preview->rows ),
		];
	}

	/** @return array<string, mixed> */
	private function place( MappedRow $row ): array {
		$values = [];
		foreach ( $row->place?->values() ?? [] as $field => $value ) {
			$text = false === $value ? '' : ImportWords::value( $field, $value, ( $this->terms )() );
			if ( '' !== $text ) {
				$values[] = [ 'field' => $field, 'label' => ImportWords::label( $field ), 'value' => $text ];
			}
		}
		return [
			'row'      => $row->row,
			'title'    => $row->place->title ?? '',
			'refused'  => null === $row->place,
			'values'   => $values,
			'findings' => array_map( static fn ( Finding $finding ): array => ImportWords::of_finding( $finding ), $row->findings ),
		];
	}

	/** @return array<string, int|string> */
	private static function answer( Input $input ): array {
		return [
			'id'         => $input->id,
			'kind'       => '' === $input->url ? 'upload' : 'address',
			'name'       => $input->name,
			'size'       => $input->size,
			'format'     => $input->format->value,
			'expires_at' => self::iso( $input->created + InputStore::LIFETIME ),
		];
	}
}
