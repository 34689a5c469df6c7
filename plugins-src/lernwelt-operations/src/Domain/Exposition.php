<?php
/**
 * Metrics as text.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain;

use Lernwelt\Core\Metrics\Metric;

/** Prometheus's text format, version 0.0.4. */
final class Exposition {

	/** Content type of the answer. */
	public const TYPE = 'text/plain; version=0.0.4; charset=utf-8';

	/**
	 * The text. A metric without numbers is left out: nothing is known then, which isn't the same as 0.
	 *
	 * @param list<Metric> $metrics Metrics, each name once.
	 */
	public static function of( array $metrics ): string {
		$text = '';
		foreach ( $metrics as $metric ) {
			if ( [] === $metric->samples ) {
				continue;
			}
			$text .= "# HELP {$metric->name} " . strtr( $metric->help, [ '\\' => '\\\\', "\n" => '\n' ] ) . "\n# TYPE {$metric->name} {$metric->type->value}\n";
			foreach ( $metric->samples as $sample ) {
				$text .= $metric->name . self::labels( $sample->labels ) . ' ' . self::number( $sample->value ) . "\n";
			}
		}
		return $text;
	}

	/** @param array<string, string> $labels */
	private static function labels( array $labels ): string {
		$pairs = [];
		foreach ( $labels as $name => $value ) {
			$pairs[] = $name . '="' . strtr( $value, [ '\\' => '\\\\', '"' => '\"', "\n" => '\n' ] ) . '"';
		}
		return [] === $pairs ? '' : '{' . implode( ',', $pairs ) . '}';
	}

	private static function number( int|float $value ): string {
		return match ( true ) {
			is_int( $value )      => (string) $value,
			is_nan( $value )      => 'NaN',
			is_infinite( $value ) => 0 < $value ? '+Inf' : '-Inf',
			// The shortest text that is the same number; no locale has a say.
			default               => (string) json_encode( $value ),
		};
	}
}
