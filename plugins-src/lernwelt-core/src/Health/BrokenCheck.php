<?php
/**
 * A check that couldn't be made.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Health;

use Throwable;

/** Stands in reports where a check should stand whose plugin failed to build it. */
final readonly class BrokenCheck implements HealthCheck {

	/**
	 * @param string    $name    Name it was registered under.
	 * @param Throwable $failure Why it couldn't be made.
	 */
	public function __construct( private string $name, private Throwable $failure ) {}

	public function label(): string {
		return $this->name;
	}

	public function purpose(): string {
		return __( 'This check could not be built.', 'lernwelt-core' );
	}

	public function advice(): string {
		return __( 'The plugin that brings this check has a fault. Give the sentence above to whoever maintains it.', 'lernwelt-core' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Portal;
	}

	public function run(): HealthResult {
		throw $this->failure;
	}
}
