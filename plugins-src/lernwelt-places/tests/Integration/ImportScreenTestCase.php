<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Places\Uploads\Input;
use Lernwelt\Places\Uploads\InputStore;
use Lernwelt\Places\Uploads\PrivateFolder;

/** A test of the import's routes. Uploaded files are made by hand: only a web server can upload. */
abstract class ImportScreenTestCase extends PlacesTestCase {
	protected const ROOT    = '/lernwelt/v1/place-imports';
	protected const SCHEMAS = __DIR__ . '/../../schemas/';
	protected const MAPPING = [
		'version' => 1,
		'format'  => 'csv',
		'id'      => [ 'from' => 'Nr' ],
		'fields'  => [
			'title' => [ 'from' => 'Name' ],
			'city'  => [ 'from' => 'Ort' ],
		],
	];

	/** @var list<string> */
	private array $inputs = [];

	protected function tearDown(): void {
		foreach ( $this->inputs as $id ) {
			$this->store()->delete( $id );
		}
		parent::tearDown();
	}

	protected function store(): InputStore {
		return new InputStore( Core::services()->clock, PrivateFolder::of_portal( ... ), rename( ... ) );
	}

	/**
	 * Keeps a file as if it had been uploaded.
	 *
	 * @param string $content Content.
	 * @param string $name    Name as the browser sends it.
	 */
	protected function upload( string $content, string $name = 'orte.csv' ): Input {
		$file = (string) tempnam( get_temp_dir(), 'up' );
		file_put_contents( $file, $content );
		try {
			$input          = $this->store()->upload( [ 'name' => $name, 'tmp_name' => $file, 'error' => UPLOAD_ERR_OK, 'size' => strlen( $content ) ] );
			$this->inputs[] = $input->id;
			return $input;
		} finally {
			if ( is_file( $file ) ) {
				unlink( $file );
			}
		}
	}

	/**
	 * Body of a request that starts a run.
	 *
	 * @param array<string, mixed> $values What differs.
	 * @return array<string, mixed>
	 */
	protected static function start( Input $input, array $values = [] ): array {
		return [ 'input' => $input->id, 'source' => 'verband', 'label' => 'Verband', 'mapping' => self::MAPPING, 'dry_run' => false, ...$values ];
	}

	/**
	 * Steps until a run has ended.
	 *
	 * @param int $id Run.
	 * @return array<string, mixed> The last answer.
	 */
	protected function finish( int $id ): array {
		for ( $step = 0; $step < 50; ++$step ) {
			$response = $this->rest( 'POST', self::ROOT . "/$id/step" );
			$this->assert_answer( $response, self::SCHEMAS . 'import-run.json' );
			$run = (array) $response->get_data();
			if ( ! in_array( $run['state'], [ 'waiting', 'running' ], true ) ) {
				return $run;
			}
		}
		self::fail( 'The run does not end.' );
	}
}
