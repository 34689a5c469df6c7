<?php
/**
 * Sending mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Delivery\Backlog;
use Lernwelt\Core\Persistence\MailLogTable;
use Lernwelt\Core\Persistence\MailQueue;
use RuntimeException;

/**
 * Puts mails into the current portal's queue; the scheduled task hands them to the mail server. So a server that is
 * slow or down delays nobody, and nothing is lost: see Delivery\Postman.
 */
final class Mailer {

	/** Event that delivers right after a mail was queued. */
	public const DELIVER = 'lernwelt_deliver_mail';

	/**
	 * @param MailQueue    $queue       Waiting mails.
	 * @param MailLogTable $log         What becomes of them.
	 * @param Transaction  $transaction Says when delivery may be asked for.
	 */
	public function __construct(
		private readonly MailQueue $queue,
		private readonly MailLogTable $log,
		private readonly Transaction $transaction,
	) {}

	/**
	 * Queues a mail on the current portal. Its Message-ID is fixed now: if a mail is handed over twice after a
	 * crash, the recipient's server recognises it. Inside a transaction the mail is kept or dropped with it, and
	 * delivery is asked for after its end.
	 *
	 * @param Mail $mail Mail.
	 * @return int Number in the queue.
	 * @throws RuntimeException When the database refuses; the caller then tells the person that nothing was sent.
	 */
	public function enqueue( Mail $mail ): int {
		$host       = (string) wp_parse_url( home_url(), PHP_URL_HOST );
		$message_id = sprintf( '<%s@%s>', bin2hex( random_bytes( 16 ) ), $host );
		$row        = $this->transaction->run(
			function () use ( $mail, $message_id ): int {
				$row = $this->queue->add( $mail, $message_id );
				$this->log->add( $message_id, $mail->topic );
				return $row;
			}
		);
		$portal     = get_current_blog_id();
		$this->transaction->after( static fn () => self::ask_for_delivery( $portal ) );
		return $row;
	}

	/**
	 * What waits on the current portal, in numbers.
	 *
	 * @throws RuntimeException When the database refuses.
	 */
	public function backlog(): Backlog {
		return $this->queue->backlog();
	}

	/** When a transaction ends, its portal may not be the current one any more. */
	private static function ask_for_delivery( int $portal ): void {
		$elsewhere = get_current_blog_id() !== $portal;
		if ( $elsewhere ) {
			switch_to_blog( $portal );
		}
		try {
			wp_schedule_single_event( time(), self::DELIVER );
			Sweep::schedule();
		} finally {
			if ( $elsewhere ) {
				restore_current_blog();
			}
		}
	}
}
