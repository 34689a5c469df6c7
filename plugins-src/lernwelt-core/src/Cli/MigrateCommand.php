<?php
/**
 * Migrations on the command line.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Index\IndexedSource;
use Lernwelt\Core\Migrations;
use Lernwelt\Core\PendingMigration;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Sweep;
use RuntimeException;
use WP_CLI;

/** Brings the database up to date, so that no visitor waits for an index to be built. */
final class MigrateCommand {

	/**
	 * @param Migrations  $migrations Runner.
	 * @param Portals     $portals    Portals of the network.
	 * @param DataSources $sources    Sources of this portal.
	 */
	public function __construct(
		private readonly Migrations $migrations,
		private readonly Portals $portals,
		private readonly DataSources $sources,
	) {}

	/**
	 * Runs the missing migrations of all portals and builds the indexes that are missing or look different now.
	 *
	 * WordPress loads only the plugins of the site it was called for, so every portal gets a process of its own.
	 *
	 * ## OPTIONS
	 *
	 * [--dry-run]
	 * : Only lists what is missing.
	 *
	 * [--this-portal]
	 * : Only the portal that --url names, and the network.
	 *
	 * @param list<string>              $args    Unused.
	 * @param array<string, string|bool> $options Options.
	 */
	public function __invoke( array $args, array $options ): void {
		$dry_run = isset( $options['dry-run'] );
		if ( ! isset( $options['this-portal'] ) ) {
			foreach ( $this->portals->all() as $portal ) {
				self::process( $portal, $dry_run );
			}
			return;
		}
		$blog_id = get_current_blog_id();
		try {
			$steps = $dry_run ? $this->migrations->pending( $blog_id ) : $this->migrations->run( $blog_id );
			foreach ( $dry_run ? [] : $this->sources->all() as $source ) {
				if ( $source instanceof IndexedSource ) {
					$source->prepare();
				}
			}
		} catch ( RuntimeException $failure ) {
			WP_CLI::error( $failure->getMessage() );
		}
		if ( ! $dry_run ) {
			Sweep::schedule();
		}
		foreach ( $steps as $step ) {
			WP_CLI::log( self::line( $step ) );
		}
		WP_CLI::success( sprintf( $dry_run ? '%s: %d missing.' : '%s: %d done.', $this->portals->current()->id, count( $steps ) ) );
	}

	private static function process( Portal $portal, bool $dry_run ): void {
		$result = WP_CLI::runcommand(
			"lernwelt migrate --this-portal --url={$portal->url}" . ( $dry_run ? ' --dry-run' : '' ),
			[
				'launch'     => true,
				'return'     => 'all',
				'exit_error' => false,
			]
		);
		WP_CLI::log( trim( $result->stdout ) );
		if ( 0 !== $result->return_code ) {
			WP_CLI::error( (string) preg_replace( '/^Error: /', '', trim( $result->stderr ) ) );
		}
	}

	private static function line( PendingMigration $step ): string {
		return "{$step->component} {$step->migration->id()} " . ( 0 === $step->blog_id ? '(network)' : '(portal)' );
	}
}
