<?php
/**
 * Numbers of one kind.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Metrics;

use InvalidArgumentException;

/** What Prometheus calls a metric family. */
final readonly class Metric {

	/**
	 * @param string       $name    Name with unit: `lernwelt_backup_age_seconds`; a counter's ends with `_total`, no other's.
	 * @param string       $help    What it says, one English sentence.
	 * @param MetricType   $type    Kind.
	 * @param list<Sample> $samples Numbers, each with other labels; none when nothing is known.
	 * @throws InvalidArgumentException When the name is none, or two numbers have the same labels.
	 */
	public function __construct(
		public string $name,
		public string $help,
		public MetricType $type,
		public array $samples,
	) {
		$counts = str_ends_with( $name, '_total' );
		if ( 1 !== preg_match( '/^[a-z][a-z0-9_]{0,99}$/D', $name ) || $counts !== ( MetricType::Counter === $type ) ) {
			throw new InvalidArgumentException( "\"$name\" can't name a {$type->value}." );
		}
		$seen = [];
		foreach ( $samples as $sample ) {
			$labels = $sample->labels;
			ksort( $labels );
			$key = json_encode( $labels, JSON_THROW_ON_ERROR );
			if ( isset( $seen[ $key ] ) ) {
				throw new InvalidArgumentException( "$name has two numbers for $key." );
			}
			$seen[ $key ] = true;
		}
	}
}
