<?php
/**
 * The page cache on the command line.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Cli;

use Lernwelt\Core\PageParts;
use Lernwelt\Core\Portals;
use Lernwelt\Operations\Domain\PageCache\ChangedParts;
use Lernwelt\Operations\PageCache\Pages;
use WP_CLI;

/** Pages of one portal that the web server keeps for guests. */
final class CacheCommand {

	/**
	 * @param Pages   $pages   Pages.
	 * @param Portals $portals Portals.
	 */
	public function __construct( private readonly Pages $pages, private readonly Portals $portals ) {}

	/** Says how many pages of this portal are kept, and how large they are. */
	public function status(): void {
		$portal            = $this->portals->current();
		[ $pages, $bytes ] = $this->pages->size( $portal );
		WP_CLI::log( sprintf( '%s: %d pages, %.1f MB.', $portal->id, $pages, $bytes / 1e6 ) );
	}

	/**
	 * Brings pages of this portal up to date; visitors keep the old ones until the new ones are there.
	 *
	 * ## OPTIONS
	 *
	 * [<address>...]
	 * : Addresses, e.g. /kontakt/ or https://lernorte-lsa.de/orte/. Those with a query after it are brought up to date, too.
	 *
	 * [--all]
	 * : All pages of this portal.
	 *
	 * @param list<string>         $args    Addresses.
	 * @param array{all?: bool} $options Options.
	 */
	public function refresh( array $args, array $options ): void {
		$all = true === ( $options['all'] ?? false );
		if ( $all === ( [] !== $args ) ) {
			WP_CLI::error( 'Give addresses, or --all.' );
		}
		$portal           = $this->portals->current();
		$parts            = $all ? [ PageParts::EVERYTHING ] : array_map( fn ( string $address ): string => $this->part( $address ), $args );
		[ $new, $deleted ] = $this->pages->refresh( $portal, new ChangedParts( $parts ) );
		WP_CLI::success( sprintf( '%s: %d pages made anew, %d deleted until somebody asks for them.', $portal->id, $new, $deleted ) );
	}

	/** Deletes all pages of this portal: the next visitors have them made anew. A deploy does this. */
	public function clear(): void {
		$portal = $this->portals->current();
		WP_CLI::success( sprintf( '%s: %d pages deleted.', $portal->id, $this->pages->clear( $portal ) ) );
	}

	private function part( string $address ): string {
		$portal = $this->portals->current();
		$host   = wp_parse_url( $address, PHP_URL_HOST );
		$path   = wp_parse_url( $address, PHP_URL_PATH );
		if ( ! is_string( $path ) || ! str_starts_with( $path, '/' ) || ( null !== $host && wp_parse_url( $portal->url, PHP_URL_HOST ) !== $host ) ) {
			WP_CLI::error( "\"$address\" is no address of $portal->url." );
		}
		return PageParts::address( $path );
	}
}
