<?php
/**
 * Retention on the command line.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Retention\Retention;
use Lernwelt\Core\Retention\RetentionResult;
use WP_CLI;

/** Anonymises and deletes what is past its time. */
final readonly class RetentionCommand {

	/** What a time looks like. */
	private const TIME = '/^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/D';

	/**
	 * @param Retention $retention Rules of this portal.
	 * @param Portals   $portals   Portals of the network.
	 * @param Clock     $clock     Time.
	 */
	public function __construct(
		private Retention $retention,
		private Portals $portals,
		private Clock $clock,
	) {}

	/**
	 * Applies the rules of all portals and says how much was due and done. Exit code 1 when a rule failed anywhere.
	 *
	 * WordPress loads only the plugins of the site it was called for, so every portal gets a process of its own.
	 *
	 * ## OPTIONS
	 *
	 * [--dry-run]
	 * : Only counts what is due.
	 *
	 * [--now=<time>]
	 * : Acts as if it were this time, UTC unless it names a zone: 2027-01-31 or 2027-01-31T12:00:00Z.
	 *
	 * [--this-portal]
	 * : Only the portal that --url names.
	 *
	 * @param list<string>               $args    Unused.
	 * @param array<string, string|bool> $options Options.
	 */
	public function run( array $args, array $options ): void {
		$dry_run = isset( $options['dry-run'] );
		$now     = $this->time( (string) ( $options['now'] ?? '' ) );
		if ( isset( $options['this-portal'] ) ) {
			$this->run_here( $now, $dry_run );
			return;
		}
		$failed = [];
		foreach ( $this->portals->all() as $portal ) {
			if ( ! self::process( $portal, $now, $dry_run ) ) {
				$failed[] = $portal->id;
			}
		}
		if ( [] !== $failed ) {
			WP_CLI::error( 'Failed on: ' . implode( ', ', $failed ) . '.' );
		}
		if ( ! $dry_run ) {
			update_site_option( Retention::RAN_AT, $this->clock->now()->getTimestamp() );
		}
	}

	private function run_here( DateTimeImmutable $now, bool $dry_run ): void {
		$results = $dry_run ? $this->retention->preview( $now ) : $this->retention->run( $now );
		$portal  = $this->portals->current()->id;
		if ( [] !== $results ) {
			$rows = array_map( static fn ( RetentionResult $one ): array => [ 'rule' => $one->rule, 'what' => $one->label, 'due' => $one->due, 'done' => $one->done, 'error' => $one->error ], $results );
			WP_CLI\Utils\format_items( 'table', $rows, [ 'rule', 'what', 'due', 'done', 'error' ] );
		}
		$failures = count( array_filter( $results, static fn ( RetentionResult $one ): bool => '' !== $one->error ) );
		if ( 0 < $failures ) {
			WP_CLI::error( "$portal: $failures rules failed." );
		}
		WP_CLI::success( sprintf( $dry_run ? '%1$s: %2$d rules, %3$d due, nothing changed.' : '%1$s: %2$d rules, %3$d due, %4$d done.', $portal, count( $results ), array_sum( array_column( $results, 'due' ) ), array_sum( array_column( $results, 'done' ) ) ) );
	}

	private static function process( Portal $portal, DateTimeImmutable $now, bool $dry_run ): bool {
		$result = WP_CLI::runcommand(
			"lernwelt retention run --this-portal --url={$portal->url} --now={$now->format( 'Y-m-d\TH:i:s\Z' )}" . ( $dry_run ? ' --dry-run' : '' ),
			[
				'launch'     => true,
				'return'     => 'all',
				'exit_error' => false,
			]
		);
		WP_CLI::log( trim( "$result->stdout\n$result->stderr" ) );
		return 0 === $result->return_code;
	}

	private function time( string $text ): DateTimeImmutable {
		if ( '' === $text ) {
			return $this->clock->now();
		}
		$utc   = new DateTimeZone( 'UTC' );
		$valid = 1 === preg_match( self::TIME, $text ) && checkdate( (int) substr( $text, 5, 2 ), (int) substr( $text, 8, 2 ), (int) substr( $text, 0, 4 ) );
		$time  = $valid ? date_create_immutable( $text, $utc ) : false;
		if ( false === $time ) {
			WP_CLI::error( 'Please give the time as 2027-01-31 or 2027-01-31T12:00:00Z.' );
		}
		return $time->setTimezone( $utc );
	}
}
