<?php
/**
 * Writing to everybody who booked.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Bookings;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Events;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\RateLimiter;
use Lernwelt\Core\Transaction;
use RuntimeException;

/** One mail for each person: nobody sees who else is coming. */
final readonly class WriteToAll {

	/** Messages to a whole date that an organiser may send in an hour. */
	public const PER_HOUR = 10;

	private const HOUR = 3600;

	/** Seconds in which the same message is taken for a second press of the button. */
	private const SAME = 600;

	/**
	 * @param Bookings      $bookings      Bookings.
	 * @param Events        $events        Events.
	 * @param Announcements $announcements Writes the mails.
	 * @param Transaction   $transaction   All or none.
	 * @param AuditLog      $audit         Log.
	 * @param RateLimiter   $limiter       Counts messages.
	 */
	public function __construct( private Bookings $bookings, private Events $events, private Announcements $announcements, private Transaction $transaction, private AuditLog $audit, private RateLimiter $limiter ) {}

	/**
	 * Writes to everybody who has a seat.
	 *
	 * @param EventDate $date    Date.
	 * @param mixed     $subject Subject as it was typed.
	 * @param mixed     $message Text as it was typed.
	 * @return array{sent: int, without_address: int} Mails in the queue, and people who gave no address.
	 * @throws InvalidInput     With fields `subject`, `message`.
	 * @throws BookingRefused   When the event is gone, the same message was just sent, or too many were.
	 * @throws RuntimeException When the database refuses.
	 */
	public function write( EventDate $date, mixed $subject, mixed $message ): array {
		[ $line, $text ] = ParticipantInput::message( $subject, $message );
		$event           = $this->events->find( $date->event_id ) ?? throw new BookingRefused( Refusal::NotFound );
		$this->refuse_floods( $date->id, $line, $text );
		$bookings = $this->bookings->of_date( $date->id );
		$sent            = $this->transaction->run(
			function () use ( $bookings, $event, $date, $line, $text ): int {
				$sent = 0;
				foreach ( $bookings as $booking ) {
					if ( '' !== $booking->person->email ) {
						$this->announcements->message( $event, $date, $booking, $line, $text );
						++$sent;
					}
				}
				return $sent;
			}
		);
		$this->audit->record( new AuditEvent( 'booking', 'written-to', object: "date:$date->id", details: [ 'rows' => $sent ] ) );
		return [ 'sent' => $sent, 'without_address' => count( $bookings ) - $sent ];
	}

	/**
	 * @param int    $date_id Date.
	 * @param string $subject Subject.
	 * @param string $message Text.
	 * @throws BookingRefused With JustSent or TooManyMessages.
	 */
	private function refuse_floods( int $date_id, string $subject, string $message ): void {
		$who = (string) get_current_user_id();
		if ( ! $this->limiter->hit( 'booking-message-same', hash( 'sha256', "$who\n$date_id\n$subject\n$message" ), 1, self::SAME ) ) {
			throw new BookingRefused( Refusal::JustSent );
		}
		if ( ! $this->limiter->hit( 'booking-message', $who, self::PER_HOUR, self::HOUR ) ) {
			throw new BookingRefused( Refusal::TooManyMessages );
		}
	}
}
