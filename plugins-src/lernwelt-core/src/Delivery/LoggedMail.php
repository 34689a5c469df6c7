<?php
/**
 * A line of the mail log.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use DateInterval;
use DateTimeImmutable;

/** What is known about a mail without knowing whose it was. */
final readonly class LoggedMail {

	/**
	 * @param string             $message_id     Message-ID with angle brackets, the same at every attempt.
	 * @param string             $topic          What it was about, e.g. `booking:17`.
	 * @param DateTimeImmutable  $queued_at      UTC.
	 * @param ?DateTimeImmutable $handed_over_at When the mail server took it, UTC; null while it waits and when it was given up.
	 */
	public function __construct(
		public string $message_id,
		public string $topic,
		public DateTimeImmutable $queued_at,
		public ?DateTimeImmutable $handed_over_at,
	) {}

	/**
	 * Whether no server took it for so long that it isn't tried any more.
	 *
	 * @param DateTimeImmutable $now Time, UTC.
	 */
	public function is_given_up( DateTimeImmutable $now ): bool {
		return null === $this->handed_over_at && $this->queued_at <= $now->sub( new DateInterval( Postman::KEEP ) );
	}
}
