<?php
/**
 * Mails as numbers.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Metrics;

use Lernwelt\Core\Clock;
use Lernwelt\Core\Delivery\Backlog;
use Lernwelt\Core\Mailer;
use Lernwelt\Core\Metrics\Metric;
use Lernwelt\Core\Metrics\MetricType;
use Lernwelt\Core\Metrics\Sample;
use Lernwelt\Operations\Application\OnPortals;

/** The queues of all portals together, read at this moment. */
final readonly class MailMetrics {

	/**
	 * @param Mailer    $mailer  Knows the queue of the current portal.
	 * @param Clock     $clock   Time.
	 * @param OnPortals $portals Portals.
	 */
	public function __construct( private Mailer $mailer, private Clock $clock, private OnPortals $portals ) {}

	/**
	 * Looks at all queues.
	 *
	 * @return iterable<Metric>
	 */
	public function collect(): iterable {
		$now      = $this->clock->now()->getTimestamp();
		$backlogs = $this->portals->each( fn (): Backlog => $this->mailer->backlog() );
		$count    = static fn ( string $state, int ...$numbers ): Sample => new Sample( array_sum( $numbers ), [ 'state' => $state ] );
		$ages     = array_map( static fn ( Backlog $one ): int => null === $one->oldest ? 0 : max( 0, $now - $one->oldest->getTimestamp() ), $backlogs );
		yield new Metric(
			'lernwelt_mail_queue_messages',
			'Mails in the queues of all portals: waiting for their first attempt, or failed at least once and tried again.',
			MetricType::Gauge,
			[
				$count( 'waiting', ...array_values( array_map( static fn ( Backlog $one ): int => $one->waiting, $backlogs ) ) ),
				$count( 'failed', ...array_values( array_map( static fn ( Backlog $one ): int => $one->failed, $backlogs ) ) ),
			]
		);
		yield new Metric( 'lernwelt_mail_queue_oldest_seconds', 'Seconds since the oldest mail in any queue was queued; 0 when all are empty.', MetricType::Gauge, [ new Sample( [] === $ages ? 0 : max( $ages ) ) ] );
	}
}
