<?php
/**
 * Hands a visitor's message to the people of the portal.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Application;

use Lernwelt\Core\Mailer;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Portal\Domain\Form\Message;
use RuntimeException;

/**
 * Nothing is kept but the mail on its way: core's queue deletes it on delivery.
 */
final readonly class SendMessage {
	/** Messages from one connection per window. A whole school may share one address. */
	private const PER_CLIENT = 10;

	/** Messages to one portal per window, whoever sends them: a mailbox must not drown. */
	private const PER_PORTAL = 60;

	/** Seconds in which the same message again is a second click, not a second message. */
	private const SAME_MESSAGE = 60;

	public function __construct(
		private Mailer $mailer,
		private RateLimiter $limiter,
		private MessageMail $mail
	) {
	}

	/**
	 * @param Message $message What somebody wrote.
	 * @param string  $network Network of the sender; only counted, never stored.
	 * @throws TooManyMessages  When a limit is reached. Nothing was sent.
	 * @throws RuntimeException When the queue refuses. Nothing was sent.
	 */
	public function send( Message $message, string $network ): void {
		$portal = (string) get_current_blog_id();
		$passes = $this->limiter->hit( 'portal-form-client', $portal . ' ' . $network, self::PER_CLIENT, TooManyMessages::SECONDS )
			&& $this->limiter->hit( 'portal-form', $portal, self::PER_PORTAL, TooManyMessages::SECONDS );
		if ( ! $passes ) {
			throw new TooManyMessages( 'Too many messages.' );
		}
		// Last, so that a message refused above isn't taken for sent when it comes again.
		$same = $portal . ' ' . $message->fingerprint();
		if ( ! $this->limiter->hit( 'portal-form-same', $same, 1, self::SAME_MESSAGE ) ) {
			return;
		}
		try {
			$this->mailer->enqueue( $this->mail->of( $message ) );
		} catch ( RuntimeException $failure ) {
			$this->limiter->give_back( 'portal-form-same', $same, self::SAME_MESSAGE );
			throw $failure;
		}
	}
}
