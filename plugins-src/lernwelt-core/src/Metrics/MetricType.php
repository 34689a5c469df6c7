<?php
/**
 * What a number is.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Metrics;

/** Kinds of numbers, with Prometheus's words. */
enum MetricType: string {

	/** Goes up and down. */
	case Gauge = 'gauge';

	/** Only ever grows; its name ends with `_total`. */
	case Counter = 'counter';
}
