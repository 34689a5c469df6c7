<?php
/**
 * Site Health.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Admin;

use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthReport;
use Lernwelt\Core\Health\HealthStatus;

/** Our checks on WordPress's own screen, and away with its tests that can't be right here. */
final readonly class SiteHealth {

	/** Beginning of our tests' names. */
	private const PREFIX = 'lernwelt_health_';

	/**
	 * Tests of WordPress whose answer would be wrong, by reason:
	 * - loopback_requests, authorization_header: WordPress asks because it starts scheduled tasks by calling itself, edits
	 *   files and knows application passwords; here none of the three exists.
	 * - scheduled_events: our own check knows when tasks really ran and says who starts them.
	 * - page_cache: asks the portal for its start page past the page cache's rules and calls a fast answer "not cached"
	 *   whenever the copy was just being renewed; on a closed portal it only ever sees the login.
	 * - php_version: asks wordpress.org, which this server never calls, and could only say that it doesn't know.
	 */
	private const WRONG = [
		'direct' => [ 'scheduled_events', 'php_version' ],
		'async'  => [ 'loopback_requests', 'authorization_header', 'page_cache' ],
	];

	/**
	 * Tests whose answer is wrong in development: the server would call itself by a name that only browsers understand
	 * (*.localhost), and the log is said to be public, although it lies beside the docroot.
	 */
	private const NOT_LOCALLY = [
		'direct' => [ 'rest_availability', 'debug_enabled' ],
		'async'  => [ 'https_status' ],
	];

	/**
	 * @param HealthChecks $checks   What is watched.
	 * @param bool         $is_local Whether this is a development environment.
	 */
	public function __construct( private HealthChecks $checks, private bool $is_local ) {}

	/**
	 * Filter `site_status_tests`. All of ours are direct: a check takes milliseconds by its contract.
	 *
	 * @param array<string, array<string, array<string, mixed>>> $tests Tests.
	 * @return array<string, array<string, array<string, mixed>>>
	 */
	public function tests( array $tests ): array {
		foreach ( [ self::WRONG, $this->is_local ? self::NOT_LOCALLY : [] ] as $list ) {
			foreach ( $list as $kind => $names ) {
				$tests[ $kind ] = array_diff_key( $tests[ $kind ] ?? [], array_flip( $names ) );
			}
		}
		foreach ( $this->checks->names() as $name ) {
			$tests['direct'][ self::PREFIX . $name ] = [
				'label' => $this->checks->check( $name )->label(),
				'test'  => fn (): array => self::result( $this->checks->run( $name ) ),
			];
		}
		return $tests;
	}

	/** @return array<string, mixed> */
	private static function result( HealthReport $report ): array {
		$is_ok = HealthStatus::Ok === $report->result->status;
		return [
			/* translators: 1: what is watched, 2: what is so. */
			'label'       => sprintf( __( '%1$s: %2$s', 'lernwelt-operations' ), $report->check->label(), $report->result->sentence ),
			'status'      => match ( $report->result->status ) {
				HealthStatus::Ok      => 'good',
				HealthStatus::Warning => 'recommended',
				HealthStatus::Failed  => 'critical',
			},
			'badge'       => [
				'label' => __( 'Operations', 'lernwelt-operations' ),
				'color' => 'blue',
			],
			'description' => '<p>' . esc_html( $report->check->purpose() ) . '</p>' . ( $is_ok ? '' : '<p><strong>' . esc_html__( 'What to do:', 'lernwelt-operations' ) . '</strong> ' . esc_html( $report->check->advice() ) . '</p>' ),
			'actions'     => '',
			'test'        => self::PREFIX . $report->name,
		];
	}
}
