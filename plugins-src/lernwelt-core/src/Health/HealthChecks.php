<?php
/**
 * All that is watched.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Health;

use Closure;
use LogicException;
use Throwable;

/** Registry and runner of the checks. Nothing is built before somebody asks; one that breaks is a finding, not an error. */
final class HealthChecks {

	/** Milliseconds after which a check is reported as slow. */
	public const SLOW = 2000;

	/** Milliseconds after which no further check of a round is begun. */
	public const BUDGET = 8000;

	/** @var array<string, Closure(): HealthCheck> */
	private array $makers = [];

	/** @var array<string, HealthCheck> */
	private array $made = [];

	/**
	 * @param Closure(): int $milliseconds Reads a clock that only ever goes on.
	 */
	public function __construct( private readonly Closure $milliseconds ) {}

	/**
	 * Makes a check known.
	 *
	 * @param string                 $name Its name in metrics and reports: lower-case letters, digits and `_`, at most 40.
	 * @param Closure(): HealthCheck $make Makes it when somebody asks.
	 * @throws LogicException When the name is taken or none.
	 */
	public function register( string $name, Closure $make ): void {
		if ( 1 !== preg_match( '/^[a-z][a-z0-9_]{0,39}$/D', $name ) || isset( $this->makers[ $name ] ) ) {
			throw new LogicException( "\"$name\" can't name a check: it is used twice or no plain code." );
		}
		$this->makers[ $name ] = $make;
	}

	/**
	 * Names of all checks in the order of their registration.
	 *
	 * @return list<string>
	 */
	public function names(): array {
		return array_keys( $this->makers );
	}

	/**
	 * One check. One that can't be built fails when it is run.
	 *
	 * @param string $name Its name.
	 * @throws LogicException When nobody registered it.
	 */
	public function check( string $name ): HealthCheck {
		if ( ! isset( $this->makers[ $name ] ) ) {
			throw new LogicException( "There is no check \"$name\"." );
		}
		try {
			return $this->made[ $name ] ??= ( $this->makers[ $name ] )();
		} catch ( Throwable $failure ) {
			return new BrokenCheck( $name, $failure );
		}
	}

	/**
	 * Runs one check.
	 *
	 * @param string $name Its name.
	 * @throws LogicException When nobody registered it.
	 */
	public function run( string $name ): HealthReport {
		$begin = ( $this->milliseconds )();
		$check = $this->check( $name );
		try {
			$result = $check->run();
		} catch ( Throwable $failure ) {
			/* translators: %s: reason. */
			$result = HealthResult::failed( sprintf( __( 'The check itself broke: %s', 'lernwelt-core' ), '' === $failure->getMessage() ? get_debug_type( $failure ) : $failure->getMessage() ) );
		}
		$took = ( $this->milliseconds )() - $begin;
		if ( self::SLOW < $took && HealthStatus::Ok === $result->status ) {
			/* translators: 1: what was found, 2: number of milliseconds. */
			$result = HealthResult::warning( sprintf( __( '%1$s But the answer took %2$d ms.', 'lernwelt-core' ), $result->sentence, $took ), $result->details );
		}
		return new HealthReport( $name, $check, $result, $took );
	}

	/**
	 * Runs all checks, those without which nothing works first. What can't be begun in time is a warning.
	 *
	 * @param ?HealthScope $scope Only these; null for all.
	 * @return list<HealthReport> In the order of registration.
	 */
	public function run_all( ?HealthScope $scope = null ): array {
		$begin   = ( $this->milliseconds )();
		$checks  = array_map( $this->check( ... ), array_combine( $this->names(), $this->names() ) );
		$checks  = array_filter( $checks, static fn ( HealthCheck $check ): bool => null === $scope || $scope === $check->scope() );
		$order   = array_keys( $checks );
		$reports = [];
		usort( $order, static fn ( string $a, string $b ): int => (int) $checks[ $b ]->is_critical() <=> (int) $checks[ $a ]->is_critical() );
		foreach ( $order as $name ) {
			$late             = self::BUDGET < ( $this->milliseconds )() - $begin;
			$reports[ $name ] = $late ? new HealthReport( $name, $checks[ $name ], HealthResult::warning( __( 'Not looked at: the other checks took too long.', 'lernwelt-core' ) ), 0 ) : $this->run( $name );
		}
		return array_values( array_map( static fn ( string $name ): HealthReport => $reports[ $name ], array_keys( $checks ) ) );
	}
}
