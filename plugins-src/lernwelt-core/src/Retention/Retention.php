<?php
/**
 * The rules of retention.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Retention;

use DateTimeImmutable;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use LogicException;
use Throwable;

/** Registry and runner of the plugins' rules, for the current portal. */
final class Retention {

	/** Network option: unix time of the last run that went well on all portals. */
	public const RAN_AT = 'lw_retention_ran_at';

	/** @var array<string, RetentionRule> */
	private array $rules = [];

	/**
	 * @param Journal  $journal Journal of the portal.
	 * @param AuditLog $audit   Hears of every run, in numbers.
	 */
	public function __construct(
		private readonly Journal $journal,
		private readonly AuditLog $audit,
	) {}

	/**
	 * Makes a rule known.
	 *
	 * @param RetentionRule $rule Rule.
	 * @throws LogicException When its id is taken or no plain code.
	 */
	public function register( RetentionRule $rule ): void {
		$id = $rule->id();
		if ( 1 !== preg_match( '/^[a-z][a-z0-9_-]{0,39}$/D', $id ) || isset( $this->rules[ $id ] ) ) {
			throw new LogicException( "\"$id\" can't name a rule of retention: it is used twice or no plain code." );
		}
		$this->rules[ $id ] = $rule;
	}

	/**
	 * All rules in the order of their registration.
	 *
	 * @return list<RetentionRule>
	 */
	public function all(): array {
		return array_values( $this->rules );
	}

	/**
	 * Only counts what is past its time.
	 *
	 * @param DateTimeImmutable $now Instant, UTC.
	 * @return list<RetentionResult>
	 */
	public function preview( DateTimeImmutable $now ): array {
		return array_map( static fn ( RetentionRule $rule ): RetentionResult => new RetentionResult( $rule->id(), $rule->label(), $rule->due( $now ), 0 ), $this->all() );
	}

	/**
	 * Applies all rules. One that fails keeps the others from nothing; its reason stands in the report.
	 *
	 * @param DateTimeImmutable $now Instant, UTC.
	 * @return list<RetentionResult>
	 */
	public function run( DateTimeImmutable $now ): array {
		$journal = $this->journal->new_run();
		return array_map( fn ( RetentionRule $rule ): RetentionResult => $this->apply( $rule, $now, $journal ), $this->all() );
	}

	private function apply( RetentionRule $rule, DateTimeImmutable $now, Journal $journal ): RetentionResult {
		$due   = 0;
		$done  = 0;
		$error = '';
		try {
			$due  = $rule->due( $now );
			$done = $rule->apply( $now, $journal );
		} catch ( Throwable $failure ) {
			$error = $failure->getMessage();
		}
		if ( 0 < $done || '' !== $error ) {
			$this->audit->record( new AuditEvent( 'retention', '' === $error ? 'applied' : 'failed', user_id: 0, object: "rule:{$rule->id()}", details: [ 'due' => $due, 'done' => $done, 'run' => $journal->run ] ) );
		}
		return new RetentionResult( $rule->id(), $rule->label(), $due, $done, $error );
	}
}
