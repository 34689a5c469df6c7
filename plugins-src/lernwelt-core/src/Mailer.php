<?php
/**
 * Sending mail.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

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
	 * @param MailQueue $queue Waiting mails.
	 */
	public function __construct( private readonly MailQueue $queue ) {}

	/**
	 * Queues a mail on the current portal. Its Message-ID is fixed now: if a mail is handed over twice after a
	 * crash, the recipient's server recognises it.
	 *
	 * @param Mail $mail Mail.
	 * @return int Number in the queue.
	 * @throws RuntimeException When the database refuses; the caller then tells the person that nothing was sent.
	 */
	public function enqueue( Mail $mail ): int {
		$host = (string) wp_parse_url( home_url(), PHP_URL_HOST );
		$id   = $this->queue->add( $mail, sprintf( '<%s@%s>', bin2hex( random_bytes( 16 ) ), $host ) );
		wp_schedule_single_event( time(), self::DELIVER );
		Sweep::schedule();
		return $id;
	}
}
