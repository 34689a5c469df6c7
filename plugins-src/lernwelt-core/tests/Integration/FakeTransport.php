<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration;

use Lernwelt\Core\Delivery\DeliveryFailed;
use Lernwelt\Core\Delivery\Transport;
use Lernwelt\Core\Mail;

/** A mail server in memory. */
final class FakeTransport implements Transport {

	/** @var list<array{mail: Mail, message_id: string}> */
	public array $sent = [];

	/** Mails it was asked to take. */
	public int $attempts = 0;

	/** What it answers to everything; null accepts. */
	public ?DeliveryFailed $problem = null;

	/** Subject it refuses. */
	public string $refuse = '';

	public function send( Mail $mail, string $message_id ): void {
		++$this->attempts;
		if ( null !== $this->problem ) {
			throw $this->problem;
		}
		if ( $this->refuse === $mail->subject ) {
			throw new DeliveryFailed( '550 no', false );
		}
		$this->sent[] = [ 'mail' => $mail, 'message_id' => $message_id ];
	}

	/**
	 * @return list<string>
	 */
	public function subjects(): array {
		return array_map( static fn ( array $sent ): string => $sent['mail']->subject, $this->sent );
	}
}
