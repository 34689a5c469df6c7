<?php
/**
 * A request that a second person decides.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Approvals;

use DateTimeImmutable;

/** What somebody wants to do, sealed, and what another has decided about it. */
final readonly class Approval {

	/** Characters of a reason. */
	public const REASON = 300;

	/**
	 * @param int                  $id           Number, 0 before it is stored.
	 * @param Kind                 $kind         What is asked for.
	 * @param int                  $portal       Site, 0 for the network.
	 * @param string               $subject      What it is about, e.g. `user:12`; one open request for each.
	 * @param array<string, mixed> $parameters   Everything that is needed to do it.
	 * @param int                  $person       Account that profits from it, which can't confirm it; 0 for none.
	 * @param int                  $requested_by Account.
	 * @param DateTimeImmutable    $requested_at UTC.
	 * @param string               $reason       Why, in the words of who asks.
	 * @param string               $due          Day by which it should be decided (Y-m-d).
	 * @param State                $state        What has become of it.
	 * @param int                  $decided_by   Account; 0 for nobody or the command line.
	 * @param ?DateTimeImmutable   $decided_at   UTC.
	 * @param string               $answer       Why it was denied.
	 * @param string               $seal         Over what was asked for.
	 * @param string               $decision     Seal over what was decided.
	 */
	public function __construct(
		public int $id,
		public Kind $kind,
		public int $portal,
		public string $subject,
		public array $parameters,
		public int $person,
		public int $requested_by,
		public DateTimeImmutable $requested_at,
		public string $reason,
		public string $due,
		public State $state,
		public int $decided_by = 0,
		public ?DateTimeImmutable $decided_at = null,
		public string $answer = '',
		public string $seal = '',
		public string $decision = '',
	) {}

	/** What the seal is over: whatever was asked for, by whom, when and why. */
	public function to_seal(): string {
		return self::text( [ $this->kind->value, $this->portal, $this->subject, $this->parameters, $this->person, $this->requested_by, $this->requested_at->getTimestamp(), $this->reason ] );
	}

	/** What the decision's seal is over. */
	public function to_seal_decision(): string {
		return self::text( [ $this->id, $this->seal, $this->state->value, $this->decided_by, $this->decided_at?->getTimestamp() ] );
	}

	/** Whether it waits for somebody. */
	public function is_pending(): bool {
		return in_array( $this->state, [ State::Draft, State::Open ], true );
	}

	/**
	 * Until when it can be decided, and until when a confirmed one can be used.
	 *
	 * @return DateTimeImmutable UTC.
	 */
	public function ends_at(): DateTimeImmutable {
		return ( $this->decided_at ?? $this->requested_at )->modify( '+14 days' );
	}

	/** @param list<mixed> $parts Parts. */
	private static function text( array $parts ): string {
		return json_encode( $parts, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE );
	}
}
