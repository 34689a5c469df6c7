<?php
/**
 * Objects of the import screen.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places;

use Closure;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Services;
use Lernwelt\Places\Application\Preview\PreviewInput;
use Lernwelt\Places\Application\Sources\ImportSource;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Reading\Download;
use Lernwelt\Places\Reading\Hosts;
use Lernwelt\Places\Rest\ImportInputsController;
use Lernwelt\Places\Rest\ImportReportsController;
use Lernwelt\Places\Rest\ImportRunsController;
use Lernwelt\Places\Rest\ImportSettingsController;
use Lernwelt\Places\Rest\ImportSourcesController;
use Lernwelt\Places\Rest\RunAnswer;
use Lernwelt\Places\Uploads\InputStore;
use Lernwelt\Places\Uploads\PrivateFolder;

/** Part of the composition root: builds the controllers when a REST request comes. */
final readonly class ScreenWiring {

	/**
	 * @param string                   $schemas  Folder of the schemas.
	 * @param Services                 $services Shared services.
	 * @param ImportWiring             $imports  Objects of the import.
	 * @param Closure(): list<string> $hosts    Hosts that may be asked.
	 */
	public function __construct( private string $schemas, private Services $services, private ImportWiring $imports, private Closure $hosts ) {}

	/** Action `rest_api_init`. */
	public function register_routes(): void {
		$schemas  = new Schemas( $this->schemas );
		$terms    = Taxonomies::terms( ... );
		$inputs   = $this->inputs();
		$answer   = new RunAnswer( $inputs );
		$policy   = Hosts::policy( ( $this->hosts )() );
		$next_run = fn ( ImportSource $source ): ?int => $this->imports->schedule()->next( $source );
		( new ImportInputsController( $schemas, $inputs, new PreviewInput( $terms, Districts::shipped( ... ) ), $this->fetch( ... ), $terms ) )->register_routes();
		( new ImportSourcesController( $schemas, new ImportSources(), $policy->allows( ... ), $next_run ) )->register_routes();
		( new ImportSettingsController( $schemas, $this->services->settings ) )->register_routes();
		( new ImportRunsController( $schemas, $this->imports->runs(), $inputs, $answer ) )->register_routes();
		( new ImportReportsController( $schemas, $this->imports->runs(), $terms ) )->register_routes();
	}

	/** Deletes files that nobody needs any more. */
	public function clean(): void {
		$this->inputs()->purge( fn ( int $run ): bool => ImportRunsController::is_done( $this->imports->runs()->get( $run ) ) );
	}

	private function inputs(): InputStore {
		return new InputStore( $this->services->clock, PrivateFolder::of_portal( ... ), move_uploaded_file( ... ) );
	}

	/** Fetches the first page of an address. */
	private function fetch( string $url ): string {
		$first  = Mapping::from( [ 'version' => Mapping::VERSION, 'format' => 'csv', 'id' => [ 'value' => '-' ], 'fields' => [ 'title' => [ 'value' => '-' ] ], 'pages' => [ 'limit' => 1 ] ] );
		$policy = Hosts::policy( ( $this->hosts )() );
		return ( new Download( $policy, PrivateFolder::of_portal() ) )->get( $url, $first )->files[0] ?? '';
	}
}
