<?php
/**
 * Addresses for monitoring.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Rest;

use Closure;
use Lernwelt\Core\Health\HealthChecks;
use Lernwelt\Core\Health\HealthReport;
use Lernwelt\Core\Metrics\Metrics;
use Lernwelt\Operations\Domain\Exposition;
use Lernwelt\Operations\Domain\Readiness;

/** `/readyz` on every portal and `/metrics` on the main portal, answered before WordPress looks for a page. */
final readonly class OwnAddresses {

	/** Whether this portal can have visitors. */
	public const READY = '/readyz';

	/** Numbers of the network. */
	public const METRICS = '/metrics';

	/**
	 * @param HealthChecks          $checks   What is watched.
	 * @param Metrics               $metrics  Numbers.
	 * @param MetricsToken          $token    Opens numbers and details.
	 * @param Closure(string): void $complain Takes a sentence for the server's log.
	 */
	public function __construct( private HealthChecks $checks, private Metrics $metrics, private MetricsToken $token, private Closure $complain ) {}

	/**
	 * The answer to a request; null when the address is none of ours.
	 *
	 * @param string $path          Path as it was sent.
	 * @param string $method        HTTP method.
	 * @param string $authorization Header `Authorization`.
	 */
	public function answer( string $path, string $method, #[\SensitiveParameter] string $authorization ): ?Answer {
		if ( self::READY !== $path && ( self::METRICS !== $path || ! is_main_site() ) ) {
			return null;
		}
		if ( ! in_array( $method, [ 'GET', 'HEAD' ], true ) ) {
			return Answer::line( 405, 'Method Not Allowed', [ 'Allow' => 'GET, HEAD' ] );
		}
		return self::READY === $path ? $this->ready( $this->token->is_shown_by( $authorization ) ) : $this->metrics( $authorization );
	}

	private function ready( bool $with_details ): Answer {
		$reports   = $this->checks->run_all();
		$readiness = Readiness::of_portal( $reports );
		$body      = [
			'status' => $readiness->value,
			'checks' => array_map( static fn ( HealthReport $report ): array => self::line( $report, $with_details ), $reports ),
		];
		return new Answer( $readiness->http_status(), 'application/json; charset=utf-8', wp_json_encode( $body, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES ) . "\n", 503 === $readiness->http_status() ? [ 'Retry-After' => '10' ] : [] );
	}

	/** @return array<string, mixed> */
	private static function line( HealthReport $report, bool $with_details ): array {
		$line = [ 'name' => $report->name, 'status' => Readiness::of_check( $report->result->status )->value ];
		return ! $with_details ? $line : $line + [
			'label'        => $report->check->label(),
			'critical'     => $report->check->is_critical(),
			'scope'        => $report->check->scope()->value,
			'message'      => $report->result->sentence,
			'details'      => (object) $report->result->details,
			'milliseconds' => $report->milliseconds,
		];
	}

	private function metrics( #[\SensitiveParameter] string $authorization ): Answer {
		return match ( true ) {
			! $this->token->exists()                        => Answer::line( 404, 'Not Found' ),
			! $this->token->is_shown_by( $authorization ) => Answer::line( 401, 'Unauthorized', [ 'WWW-Authenticate' => 'Bearer realm="metrics"' ] ),
			default                                         => new Answer( 200, Exposition::TYPE, Exposition::of( $this->metrics->collect( $this->complain ) ) ),
		};
	}
}
