<?php
/**
 * `wp lernwelt places generate`.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Cli;

use Lernwelt\Places\Domain\Sample\SamplePlaces;
use WP_CLI;

/** Writes invented places as German Excel would, for tests and measurements. */
final readonly class GenerateCommand {

	/**
	 * @param SamplePlaces $places Makes them.
	 */
	public function __construct( private SamplePlaces $places ) {}

	/**
	 * Writes invented learning places into a CSV file.
	 *
	 * The columns are those of data/lernorte.csv, so data/lernorte.mapping.json imports the file. The same seed always
	 * gives the same places.
	 *
	 * ## OPTIONS
	 *
	 * <count>
	 * : How many, at most 1000000.
	 *
	 * <file>
	 * : File to write; one that exists is overwritten.
	 *
	 * [--seed=<number>]
	 * : Start of the random numbers.
	 * ---
	 * default: 1
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt places generate 10000 /tmp/orte.csv --seed=7
	 *
	 * @param list<string>          $args  Count and file.
	 * @param array<string, string> $assoc Options.
	 */
	public function __invoke( array $args, array $assoc ): void {
		[ $count, $path ] = array_map( strval( ... ), $args ); // wp-cli turns digits into numbers.
		$seed = (string) ( $assoc['seed'] ?? '1' );
		if ( 1 !== preg_match( '/^\d{1,7}$/D', $count ) || (int) $count > 1_000_000 ) {
			WP_CLI::error( 'The count must be a number up to 1000000.' );
		}
		if ( 1 !== preg_match( '/^\d{1,9}$/D', $seed ) ) {
			WP_CLI::error( 'The seed must be a number.' );
		}
		if ( ! is_dir( dirname( $path ) ) || ! is_writable( is_file( $path ) ? $path : dirname( $path ) ) ) {
			WP_CLI::error( "The file $path can't be written: name a folder that exists and that you may write to." );
		}
		$file = fopen( $path, 'wb' );
		if ( false === $file ) {
			WP_CLI::error( "The file $path can't be opened." );
		}
		$this->write( $file, SamplePlaces::COLUMNS );
		foreach ( $this->places->rows( (int) $count, (int) $seed ) as $row ) {
			$this->write( $file, array_values( $row ) );
		}
		if ( ! fclose( $file ) ) {
			WP_CLI::error( "The file $path could not be finished: check that the disk has space left." );
		}
		WP_CLI::success( "$count places written to $path." );
	}

	/**
	 * Writes one line.
	 *
	 * @param resource     $file  File.
	 * @param list<string> $texts Columns in UTF-8.
	 */
	private function write( $file, array $texts ): void {
		$line = array_map( static fn ( string $text ): string => (string) mb_convert_encoding( $text, 'Windows-1252', 'UTF-8' ), $texts );
		if ( false === fputcsv( $file, $line, ';', '"', '', "\r\n" ) ) {
			WP_CLI::error( 'The file could not be written: check that the disk has space left.' );
		}
	}
}
