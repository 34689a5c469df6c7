<?php
/**
 * One waiting mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

/** A row of the queue that the reader holds. */
final class QueuedMail {

	/**
	 * @param int    $id         Row.
	 * @param string $message_id Message-ID with angle brackets.
	 * @param string $json       The mail (Mail::from_json).
	 * @param int    $attempts   Attempts including this one.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $message_id,
		public readonly string $json,
		public readonly int $attempts,
	) {}
}
