<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Retention;

use Closure;
use DateTimeImmutable;
use Lernwelt\Core\Retention\Journal;
use Lernwelt\Core\Retention\RetentionRule;

/** A rule of numbers that are due. */
final class FakeRule implements RetentionRule {

	/**
	 * @param string                $id    Id.
	 * @param int                   $due   How many are due.
	 * @param Closure(Journal): int $apply What it does.
	 */
	public function __construct( private readonly string $id, private readonly int $due, private readonly Closure $apply ) {}

	public function id(): string {
		return $this->id;
	}

	public function label(): string {
		return "Rule $this->id";
	}

	public function due( DateTimeImmutable $now ): int {
		return $now < new DateTimeImmutable( '2030-01-01' ) ? 0 : $this->due;
	}

	public function apply( DateTimeImmutable $now, Journal $journal ): int {
		return 0 === $this->due( $now ) ? 0 : ( $this->apply )( $journal );
	}
}
