<?php
/**
 * Way to the mail server.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use Lernwelt\Core\Mail;

/** Hands a mail over to a server. */
interface Transport {

	/**
	 * Returns once the server has taken responsibility for the mail.
	 *
	 * @param Mail   $mail       Mail.
	 * @param string $message_id Message-ID with angle brackets.
	 * @throws DeliveryFailed When the server refused or couldn't be reached.
	 */
	public function send( Mail $mail, string $message_id ): void;
}
