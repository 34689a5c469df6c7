<?php
/**
 * A try that isn't taken.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Throttle;

/** Why a try isn't even looked at, and when the next one may come. */
final readonly class Refusal {

	/** Too many wrong tries on this account from this network. */
	public const NETWORK = 'throttled_network';

	/** The account is being guessed from many networks: all it doesn't know have one try together after each wait. */
	public const ACCOUNT = 'throttled_account';

	/** Too many wrong tries of this network on many accounts. */
	public const SPRAYING = 'throttled_spraying';

	/** Too many wrong codes in one half login. */
	public const STEP = 'throttled_step';

	/** Too many wrong codes on this account: somebody knows its password. */
	public const CODES = 'throttled_codes';

	/**
	 * @param string $reason      One of the constants.
	 * @param int    $retry_after Seconds until a try is taken again; 0 when that isn't told.
	 */
	public function __construct( public string $reason, public int $retry_after = 0 ) {}

	/** Whether it may be told: it says nothing about the account, not even that there is one. */
	public function may_be_told(): bool {
		return self::NETWORK !== $this->reason;
	}
}
