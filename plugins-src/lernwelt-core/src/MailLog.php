<?php
/**
 * What became of the mails.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use DateInterval;
use Lernwelt\Core\Delivery\LoggedMail;
use Lernwelt\Core\Persistence\MailLogTable;
use RuntimeException;

/**
 * The current portal's mail log: one line for each mail, with its topic and when a server took it, without addresses
 * and words. {@see Mailer} and Delivery\Postman write it.
 */
final readonly class MailLog {

	/** Longest time a line stays. */
	private const KEEP = 'P13M';

	/**
	 * @param MailLogTable $table Lines.
	 * @param Clock        $clock Time.
	 */
	public function __construct(
		private MailLogTable $table,
		private Clock $clock,
	) {}

	/**
	 * The mails about something, oldest first.
	 *
	 * @param string $topic As in Mail, e.g. `booking:17`.
	 * @return list<LoggedMail>
	 */
	public function of_topic( string $topic ): array {
		return $this->table->of_topic( $topic );
	}

	/**
	 * Deletes what is known about the mails of topics; those that still wait are not sent any more.
	 *
	 * @param string ...$topics As in Mail.
	 * @return int Lines deleted.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget_topic( string ...$topics ): int {
		return [] === $topics ? 0 : $this->table->forget( array_values( $topics ) );
	}

	/**
	 * Deletes what is known about all mails of one kind; for a plugin that is uninstalled.
	 *
	 * @param string $kind What stands before the number of its topics, e.g. `booking`.
	 * @return int Lines deleted.
	 * @throws RuntimeException When the database refuses.
	 */
	public function forget_kind( string $kind ): int {
		return $this->table->forget_kind( $kind );
	}

	/**
	 * Deletes what is older than 13 months.
	 *
	 * @return int Lines deleted.
	 * @throws RuntimeException When the database refuses.
	 */
	public function purge(): int {
		return $this->table->purge( $this->clock->now()->sub( new DateInterval( self::KEEP ) ) );
	}
}
