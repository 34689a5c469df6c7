<?php
/**
 * All numbers.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Metrics;

use Closure;
use LogicException;
use Throwable;

/** Registry of those who know numbers. They are asked when somebody reads the metrics, on the main portal. */
final class Metrics {

	/** Name of the metric that says who failed. */
	public const ERRORS = 'lernwelt_metrics_errors';

	/** @var array<string, Closure(): iterable<Metric>> */
	private array $collectors = [];

	/**
	 * Makes somebody known who has numbers.
	 *
	 * @param string                      $id      Lower-case letters, digits and `_`, e.g. `mail`.
	 * @param Closure(): iterable<Metric> $collect Looks at the numbers now: a few milliseconds, for all portals.
	 * @throws LogicException When the id is taken or none.
	 */
	public function register( string $id, Closure $collect ): void {
		if ( 1 !== preg_match( '/^[a-z][a-z0-9_]{0,39}$/D', $id ) || isset( $this->collectors[ $id ] ) ) {
			throw new LogicException( "\"$id\" can't name a source of metrics: it is used twice or no plain code." );
		}
		$this->collectors[ $id ] = $collect;
	}

	/**
	 * All numbers. A source that fails keeps none of the others back: its id stands in {@see self::ERRORS}.
	 *
	 * @param Closure(string): void $complain Takes a sentence for the server's log.
	 * @return list<Metric> Each name once.
	 */
	public function collect( Closure $complain ): array {
		$metrics = [];
		$errors  = [];
		foreach ( $this->collectors as $id => $collect ) {
			$failed = 0;
			try {
				foreach ( [ ...$collect() ] as $metric ) {
					if ( isset( $metrics[ $metric->name ] ) ) {
						throw new LogicException( "Two sources have the metric {$metric->name}." );
					}
					$metrics[ $metric->name ] = $metric;
				}
			} catch ( Throwable $failure ) {
				$complain( "The metrics of \"$id\" could not be read: {$failure->getMessage()}" );
				$failed = 1;
			}
			$errors[] = new Sample( $failed, [ 'source' => $id ] );
		}
		return [ ...array_values( $metrics ), new Metric( self::ERRORS, 'Whether a source of metrics failed (1) or not (0).', MetricType::Gauge, $errors ) ];
	}
}
