<?php
/**
 * The mail queue.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Health;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Health\HealthCheck;
use Lernwelt\Core\Health\HealthResult;
use Lernwelt\Core\Health\HealthScope;
use Lernwelt\Core\Mailer;

/** Whether mails go out. A mail that waits isn't lost: it is tried again for seven days. */
final readonly class MailQueueCheck implements HealthCheck {

	/** Seconds that a mail may wait. */
	public const WARNING = 900;

	/**
	 * @param Mailer $mailer Knows the queue.
	 * @param Clock  $clock  Time.
	 */
	public function __construct( private Mailer $mailer, private Clock $clock ) {}

	public function label(): string {
		return __( 'Mail queue', 'lernwelt-operations' );
	}

	public function purpose(): string {
		return __( 'Confirmations, reminders and links for passwords wait there until the mail server takes them.', 'lernwelt-operations' );
	}

	public function advice(): string {
		return __( 'See what the mail server says: "wp lernwelt mail list --url=PORTAL" shows the last error of each mail. Waiting mails are tried again for seven days and then deleted.', 'lernwelt-operations' );
	}

	public function is_critical(): bool {
		return false;
	}

	public function scope(): HealthScope {
		return HealthScope::Portal;
	}

	public function run(): HealthResult {
		$backlog = $this->mailer->backlog();
		$age     = null === $backlog->oldest ? 0 : max( 0, $this->clock->now()->getTimestamp() - $backlog->oldest->getTimestamp() );
		$details = [ 'waiting' => $backlog->waiting, 'failed' => $backlog->failed, 'oldest_seconds' => $age ];
		$all     = $backlog->waiting + $backlog->failed;
		if ( self::WARNING < $age ) {
			/* translators: 1: number of mails, 2: span of time, e.g. "3 hours". */
			return HealthResult::warning( sprintf( _n( '%1$d mail waits; it was queued %2$s ago.', '%1$d mails wait; the oldest was queued %2$s ago.', $all, 'lernwelt-operations' ), $all, Spans::words( $age ) ), $details );
		}
		if ( 0 < $backlog->failed ) {
			/* translators: %d: number of mails. */
			return HealthResult::warning( sprintf( _n( '%d mail could not be delivered at the first attempt and is tried again.', '%d mails could not be delivered at the first attempt and are tried again.', $backlog->failed, 'lernwelt-operations' ), $backlog->failed ), $details );
		}
		/* translators: %d: number of mails. */
		return HealthResult::ok( 0 === $all ? __( 'No mail waits.', 'lernwelt-operations' ) : sprintf( _n( '%d mail is on its way.', '%d mails are on their way.', $all, 'lernwelt-operations' ), $all ), $details );
	}
}
