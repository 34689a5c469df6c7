<?php
/**
 * Health on the command line.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Cli;

use JsonException;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthReport;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Health\HealthStatus;
use Lernwelt\Core\Portal;
use Lernwelt\Core\Portals;
use WP_CLI;

/**
 * Says how the portals are.
 *
 * @phpstan-type Line array{portal: string, check: string, status: string, message: string, milliseconds: int}
 */
final readonly class HealthCommand {

	private const COLUMNS = [ 'portal', 'check', 'status', 'message', 'milliseconds' ];

	/** Stands for a portal whose process broke. */
	private const PROCESS = 'process';

	/**
	 * @param HealthChecks $checks  What is watched.
	 * @param Portals      $portals Portals of the network.
	 */
	public function __construct( private HealthChecks $checks, private Portals $portals ) {}

	/**
	 * Looks at all portals and the network. Exit code 1 when a check failed anywhere; a warning alone is 0.
	 *
	 * WordPress loads only the plugins of the site it was called for, so every portal gets a process of its own.
	 *
	 * ## OPTIONS
	 *
	 * [--portal=<id>]
	 * : Only this portal.
	 *
	 * [--format=<format>]
	 * : table or json.
	 * ---
	 * default: table
	 * ---
	 *
	 * [--this-portal]
	 * : Only the portal that --url names, in this process.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt health --portal=lernorte --format=json
	 *
	 * @param list<string>               $args    Unused.
	 * @param array<string, string|bool> $options Options.
	 */
	public function __invoke( array $args, array $options ): void {
		$format = (string) ( $options['format'] ?? 'table' );
		if ( ! in_array( $format, [ 'table', 'json' ], true ) ) {
			WP_CLI::error( __( 'The format is table or json.', 'lernwelt-operations' ) );
		}
		$lines = isset( $options['this-portal'] ) ? $this->here() : $this->on_portals( (string) ( $options['portal'] ?? '' ) );
		WP_CLI\Utils\format_items( $format, $lines, self::COLUMNS );
		if ( in_array( HealthStatus::Failed->value, array_column( $lines, 'status' ), true ) ) {
			WP_CLI::halt( 1 );
		}
	}

	/** @return list<Line> */
	private function here(): array {
		$portal  = $this->portals->current()->id;
		$reports = $this->checks->run_all( is_main_site() ? null : HealthScope::Portal );
		return array_map(
			static fn ( HealthReport $report ): array => [
				'portal'       => HealthScope::Network === $report->check->scope() ? HealthScope::Network->value : $portal,
				'check'        => $report->name,
				'status'       => $report->result->status->value,
				'message'      => $report->result->sentence,
				'milliseconds' => $report->milliseconds,
			],
			$reports
		);
	}

	/** @return list<Line> */
	private function on_portals( string $only ): array {
		$portals = array_filter( $this->portals->all(), static fn ( Portal $portal ): bool => '' === $only || $only === $portal->id );
		if ( [] === $portals ) {
			/* translators: %s: id of a portal. */
			WP_CLI::error( sprintf( __( 'There is no portal "%s".', 'lernwelt-operations' ), $only ) );
		}
		$lines = [];
		foreach ( $portals as $portal ) {
			$lines = [ ...$lines, ...self::process( $portal ) ];
		}
		return $lines;
	}

	/** @return list<Line> */
	private static function process( Portal $portal ): array {
		$result = WP_CLI::runcommand(
			"lernwelt health --this-portal --format=json --url={$portal->url}",
			[
				'launch'     => true,
				'return'     => 'all',
				'exit_error' => false,
			]
		);
		try {
			/** @var list<Line> $lines */
			$lines = json_decode( trim( $result->stdout ), true, 4, JSON_THROW_ON_ERROR );
			return $lines;
		} catch ( JsonException ) {
			// Not even the first check was reached: that is a finding, too.
			return [
				[
					'portal'       => $portal->id,
					'check'        => self::PROCESS,
					'status'       => HealthStatus::Failed->value,
					'message'      => trim( '' === trim( $result->stderr ) ? $result->stdout : $result->stderr ),
					'milliseconds' => 0,
				],
			];
		}
	}
}
