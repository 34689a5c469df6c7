<?php
/**
 * One number.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Metrics;

use InvalidArgumentException;

/** A number and what it belongs to. */
final readonly class Sample {

	/** @var array<string, string> What it belongs to; valid UTF-8. */
	public array $labels;

	/**
	 * @param int|float             $value  The number.
	 * @param array<string, string> $labels What it belongs to, e.g. `portal` → `lernorte`: few values, and nothing about anybody.
	 * @throws InvalidArgumentException When a label's name is none.
	 */
	public function __construct(
		public int|float $value,
		array $labels = [],
	) {
		foreach ( array_keys( $labels ) as $name ) {
			if ( 1 !== preg_match( '/^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/D', (string) $name ) ) {
				throw new InvalidArgumentException( "\"$name\" can't name a label." );
			}
		}
		$this->labels = array_map( static fn ( string $value ): string => mb_scrub( $value, 'UTF-8' ), $labels );
	}
}
