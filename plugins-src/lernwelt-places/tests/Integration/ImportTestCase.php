<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Closure;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Core;
use Lernwelt\Core\SystemClock;
use Lernwelt\Places\Application\Import\Batch;
use Lernwelt\Places\Application\Import\ImportRuns;
use Lernwelt\Places\Application\Import\PlaceAuthor;
use Lernwelt\Places\Application\Import\RunInput;
use Lernwelt\Places\Application\Import\RunRequest;
use Lernwelt\Places\Application\Import\Steps;
use Lernwelt\Places\Application\Import\Vanished;
use Lernwelt\Places\Application\Sources\ImportSources;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Persistence\OriginTable;
use Lernwelt\Places\Persistence\PlaceCaches;
use Lernwelt\Places\Persistence\PlaceIndex;
use Lernwelt\Places\Persistence\PlaceParts;
use Lernwelt\Places\Persistence\PlaceTable;
use Lernwelt\Places\Persistence\ReportTables;
use Lernwelt\Places\Persistence\RunTable;
use Lernwelt\Places\Persistence\Slugs;
use Lernwelt\Places\Reading\Downloaded;
use RuntimeException;

/** Imports small CSV files on the portal that has places. */
abstract class ImportTestCase extends PlacesTestCase {

	/** Columns of the test files. */
	private const COLUMNS = [ 'id', 'title', 'summary', 'description', 'subject', 'city', 'note', 'lat', 'lng' ];

	/** @var list<string> Files to delete. */
	private array $files = [];

	protected function tearDown(): void {
		array_map( unlink( ... ), array_filter( $this->files, is_file( ... ) ) );
		parent::tearDown();
	}

	/**
	 * Imports rows as the source "test" until the run has ended.
	 *
	 * @param list<array<string, string>> $rows    Rows; what is missing is empty.
	 * @param array<string, mixed>        $mapping Changes to the mapping.
	 * @param bool                        $dry_run Whether it is a dry run.
	 * @param bool                        $force   Whether many may go offline.
	 */
	protected function import( array $rows, array $mapping = [], bool $dry_run = false, bool $force = false ): Run {
		return $this->run_import( $this->imports(), new RunRequest( 'test', 'Test', $this->csv( $rows ), [ ...self::mapping(), ...$mapping ], $dry_run, $force ) );
	}

	/**
	 * Starts a run and moves it on until its end.
	 *
	 * @param ImportRuns $imports Imports.
	 * @param RunRequest $request What to import.
	 */
	protected function run_import( ImportRuns $imports, RunRequest $request ): Run {
		$run = $imports->start( $request );
		return $imports->step( $run->id, 60 ) ?? self::fail( 'the run is gone' );
	}

	/**
	 * Writes a file.
	 *
	 * @param list<array<string, string>> $rows Rows.
	 */
	protected function csv( array $rows ): string {
		$path          = (string) tempnam( sys_get_temp_dir(), 'places' );
		$this->files[] = $path;
		$file          = fopen( $path, 'wb' );
		self::assertIsResource( $file );
		fputcsv( $file, self::COLUMNS, ';', '"', '' );
		foreach ( $rows as $row ) {
			fputcsv( $file, array_map( static fn ( string $column ): string => $row[ $column ] ?? '', self::COLUMNS ), ';', '"', '' );
		}
		fclose( $file );
		return $path;
	}

	/**
	 * Rows with an id and a title.
	 *
	 * @param int $from First number.
	 * @param int $to   Last number.
	 * @return list<array<string, string>>
	 */
	protected static function rows( int $from, int $to ): array {
		return array_map(
			static fn ( int $number ): array => [ 'id' => "P$number", 'title' => "Lernort $number", 'city' => 'Halle', 'subject' => 'biologie,physik' ],
			range( $from, $to )
		);
	}

	/** @return array<string, mixed> */
	protected static function mapping(): array {
		return [
			'version'     => 1,
			'format'      => 'csv',
			'delimiter'   => ';',
			'encoding'    => 'utf-8',
			'decimal'     => '.',
			'id'          => [ 'from' => 'id' ],
			'fields'      => [
				'title'       => [ 'from' => 'title' ],
				'summary'     => [ 'from' => 'summary' ],
				'description' => [ 'from' => 'description' ],
				'subject'     => [ 'from' => 'subject', 'transforms' => [ [ 'do' => 'split', 'by' => ',' ] ] ],
				'city'        => [ 'from' => 'city' ],
				'note'        => [ 'from' => 'note' ],
			],
			'coordinates' => [ 'crs' => 'EPSG:4326', 'north' => 'lat', 'east' => 'lng' ],
		];
	}

	/**
	 * The imports of this portal.
	 *
	 * @param ?Closure(string, mixed, string, string, Closure): Downloaded $download Fetches addresses.
	 * @param Clock                                               $clock    Time.
	 * @param ?Closure(Run): void                                 $announce Hears of ended runs.
	 */
	protected function imports( ?Closure $download = null, Clock $clock = new SystemClock(), ?Closure $announce = null ): ImportRuns {
		global $wpdb;
		$services = Core::services();
		$origins  = new OriginTable( $wpdb );
		$runs     = new RunTable( $wpdb );
		$reports  = new ReportTables( $wpdb );
		$places   = new PlaceTable( $wpdb, new Slugs( $wpdb ), new PlaceParts( $wpdb ), new PlaceCaches( $wpdb ), new PlaceIndex( $services->data_sources ), $clock );
		$input    = new RunInput( $download ?? static fn (): Downloaded => throw new RuntimeException( 'no network in this test' ) );
		$steps    = new Steps( $runs, $reports, $places, new Batch( $origins, $places, ( new PlaceAuthor( new ImportSources() ) )->of( ... ) ), new Vanished( $origins, $places ), $input, $services->transaction, $clock, Taxonomies::terms( ... ) );
		return new ImportRuns( $runs, $reports, $origins, $places, $steps, $input, $services->locks, $clock, $announce ?? static fn () => null );
	}

	/**
	 * The post of an imported place.
	 *
	 * @param string $title Its title.
	 */
	protected static function post( string $title ): \WP_Post {
		$found = get_posts( [ 'post_type' => Place::TYPE, 'post_status' => [ 'publish', 'draft', 'private', 'trash' ], 'title' => $title, 'numberposts' => -1 ] );
		self::assertCount( 1, $found, $title );
		return $found[0] instanceof \WP_Post ? $found[0] : self::fail( 'no post' );
	}

	/**
	 * Number of places of a status.
	 *
	 * @param string $status Status.
	 */
	protected static function count_of( string $status ): int {
		return count( get_posts( [ 'post_type' => Place::TYPE, 'post_status' => $status, 'numberposts' => -1, 'fields' => 'ids' ] ) );
	}

	/**
	 * Everything WordPress and the index know about places, as one hash per table.
	 *
	 * @return array<string, string>
	 */
	protected static function checksums(): array {
		global $wpdb;
		$sums = [];
		foreach ( [ $wpdb->posts, $wpdb->postmeta, $wpdb->terms, $wpdb->term_taxonomy, $wpdb->term_relationships, $wpdb->prefix . 'lw_index', $wpdb->prefix . 'lw_index_sources' ] as $table ) {
			$rows = array_map( static fn ( array $row ): string => serialize( $row ), (array) $wpdb->get_results( "SELECT * FROM `$table`", ARRAY_A ) ); // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- names of tables.
			sort( $rows );
			$sums[ $table ] = count( $rows ) . ' ' . md5( implode( "\n", $rows ) );
		}
		return $sums;
	}
}
