<?php
/**
 * Objects of the import.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places;

use Closure;
use Lernwelt\Core\Services;
use Lernwelt\Places\Application\Import\Batch;
use Lernwelt\Places\Application\Import\ImportRuns;
use Lernwelt\Places\Application\Import\PlaceAuthor;
use Lernwelt\Places\Application\Import\RunInput;
use Lernwelt\Places\Application\Import\Schedule;
use Lernwelt\Places\Application\Import\Steps;
use Lernwelt\Places\Application\Import\Vanished;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Import\Mapping;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Persistence\OriginTable;
use Lernwelt\Places\Persistence\PlaceCaches;
use Lernwelt\Places\Persistence\PlaceIndex;
use Lernwelt\Places\Persistence\PlaceParts;
use Lernwelt\Places\Persistence\PlaceTable;
use Lernwelt\Places\Persistence\ReportTables;
use Lernwelt\Places\Persistence\RunTable;
use Lernwelt\Places\Persistence\Slugs;
use Lernwelt\Places\Reading\Download;
use Lernwelt\Places\Reading\Downloaded;
use Lernwelt\Places\Reading\Hosts;
use Lernwelt\Places\Uploads\PrivateFolder;
use wpdb;

/** Part of the composition root: builds what commands, REST routes and the schedule share, when one of them needs it. */
final class ImportWiring {

	private ?ImportRuns $runs = null;

	/**
	 * @param wpdb                     $db       Database.
	 * @param Services                 $services Shared services.
	 * @param Closure(): list<string> $hosts    Hosts that may be asked.
	 */
	public function __construct( private readonly wpdb $db, private readonly Services $services, private readonly Closure $hosts ) {}

	/** The imports of the current portal. */
	public function runs(): ImportRuns {
		return $this->runs ??= $this->build();
	}

	/** The schedule of the current portal. */
	public function schedule(): Schedule {
		return new Schedule( $this->runs(), new ImportSources(), $this->services->clock );
	}

	private function build(): ImportRuns {
		$db      = $this->db;
		$clock   = $this->services->clock;
		$runs    = new RunTable( $db );
		$reports = new ReportTables( $db );
		$origins = new OriginTable( $db );
		$places  = new PlaceTable( $db, new Slugs( $db ), new PlaceParts( $db ), new PlaceCaches( $db ), new PlaceIndex( $this->services->data_sources ), $clock );
		$input   = new RunInput( $this->download( ... ) );
		$steps   = new Steps( $runs, $reports, $places, new Batch( $origins, $places, ( new PlaceAuthor( new ImportSources() ) )->of( ... ) ), new Vanished( $origins, $places ), $input, $this->services->transaction, $clock, Taxonomies::terms( ... ) );
		return new ImportRuns( $runs, $reports, $origins, $places, $steps, $input, $this->services->locks, $clock, self::announce( ... ) );
	}

	private function download( string $url, Mapping $mapping, string $etag, string $modified, Closure $alive ): Downloaded {
		return ( new Download( Hosts::policy( ( $this->hosts )() ), PrivateFolder::of_portal() ) )->get( $url, $mapping, $etag, $modified, $alive );
	}

	private static function announce( Run $run ): void {
		/**
		 * Fires once when an import has ended, whatever it did; not for dry runs. No hook of a single post fires for the
		 * places it wrote but `clean_post_cache` for those that were there before.
		 *
		 * @param Run $run The run: source, state, counts.
		 */
		do_action( 'lernwelt_places_imported', $run );
	}
}
