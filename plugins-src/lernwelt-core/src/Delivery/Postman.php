<?php
/**
 * Delivery of the queue.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Delivery;

use DateInterval;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Logging\Log;
use Lernwelt\Core\Mail;
use Lernwelt\Core\Persistence\MailLogTable;
use Lernwelt\Core\Persistence\MailQueue;
use Throwable;

/** Hands waiting mails to the server: deleted when handed over, otherwise tried again, given up after a week. */
final class Postman {

	/** Seconds until the next attempt: 1, 2, 4 … minutes, at most 6 hours. */
	private const FIRST_DELAY   = 60;
	private const LONGEST_DELAY = 21600;

	/** Longer than a mail can take with the transport's time limits. */
	private const LEASE = 'PT5M';

	/** Nothing personal stays longer than this. */
	public const KEEP = 'P7D';

	/**
	 * @param MailQueue    $queue     Waiting mails of the current portal.
	 * @param MailLogTable $log       What became of them.
	 * @param Transport    $transport Way to the server.
	 * @param Clock        $clock     Time.
	 */
	public function __construct(
		private readonly MailQueue $queue,
		private readonly MailLogTable $log,
		private readonly Transport $transport,
		private readonly Clock $clock,
	) {}

	/**
	 * Delivers what is due. Several processes may do so at once.
	 *
	 * @param int $limit Mails at most.
	 * @return int Mails handed over.
	 */
	public function deliver( int $limit = 100 ): int {
		$owner     = bin2hex( random_bytes( 16 ) );
		$delivered = 0;
		for ( $turn = 0; $turn < $limit; ++$turn ) {
			$queued = $this->queue->take( $owner, $this->clock->now()->add( new DateInterval( self::LEASE ) ) );
			if ( null === $queued ) {
				break;
			}
			try {
				$sent = $this->hand_over( $queued );
			} catch ( Throwable $problem ) {
				$this->queue->give_back( $queued->id, $owner, $this->clock->now()->add( self::delay( $queued->attempts ) ), $problem->getMessage() );
				if ( $problem instanceof DeliveryFailed && $problem->unreachable ) {
					break;
				}
				continue;
			}
			$this->queue->remove( $queued->id, $owner );
			$delivered += $sent ? 1 : 0;
		}
		return $delivered;
	}

	/** Hands over what no server has yet: a process may have died between recording that and deleting the row. */
	private function hand_over( QueuedMail $queued ): bool {
		if ( $this->log->is_handed_over( $queued->message_id ) ) {
			return false;
		}
		$this->transport->send( Mail::from_json( $queued->json ), $queued->message_id );
		$this->log->record_hand_over( $queued->message_id );
		return true;
	}

	/**
	 * Deletes mails that couldn't be delivered for a week, and says so in the log without anybody's data.
	 *
	 * @return int Mails given up.
	 */
	public function purge(): int {
		$count = $this->queue->purge( $this->clock->now()->sub( new DateInterval( self::KEEP ) ) );
		if ( 0 < $count ) {
			// A loss must be visible to whoever runs the server.
			Log::say( "Lernwelt: $count mail(s) of portal " . get_current_blog_id() . ' could not be delivered for 7 days and were deleted.' );
		}
		return $count;
	}

	private static function delay( int $attempts ): DateInterval {
		$seconds = min( self::LONGEST_DELAY, self::FIRST_DELAY * 2 ** min( $attempts - 1, 10 ) );
		return new DateInterval( "PT{$seconds}S" );
	}
}
