<?php
/**
 * The index on the command line.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Index\IndexedSource;
use WP_CLI;

/** The index of the data views of one portal. */
final class IndexCommand {

	/**
	 * @param DataSources $sources Sources.
	 */
	public function __construct( private readonly DataSources $sources ) {}

	/**
	 * Builds the index of this portal anew, e.g. after a change of the database by hand. Pages show the old state meanwhile.
	 *
	 * ## OPTIONS
	 *
	 * [--source=<id>]
	 * : Only this source.
	 *
	 * @param list<string>               $args    Unused.
	 * @param array{source?: string} $options Options.
	 */
	public function rebuild( array $args, array $options ): void {
		$all     = array_filter( $this->sources->all(), static fn ( object $source ): bool => $source instanceof IndexedSource );
		$only    = $options['source'] ?? null;
		$sources = null === $only ? $all : array_intersect_key( $all, [ $only => true ] );
		if ( null !== $only && [] === $sources ) {
			WP_CLI::error( "This portal has no indexed source \"$only\"; it has: " . implode( ', ', array_keys( $all ) ) . '.' );
		}
		foreach ( $sources as $id => $source ) {
			$since = hrtime( true );
			$count = $source->rebuild();
			if ( null === $count ) {
				WP_CLI::error( "Another process is building the index of \"$id\" at this moment." );
			}
			WP_CLI::log( sprintf( '%s: %d records, %.1f s.', $id, $count, ( hrtime( true ) - $since ) / 1e9 ) );
		}
		WP_CLI::success( sprintf( '%d rebuilt.', count( $sources ) ) );
	}
}
