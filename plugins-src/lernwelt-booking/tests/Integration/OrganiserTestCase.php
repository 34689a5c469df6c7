<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Core\AuditEvent;
use Lernwelt\Core\AuditLog;
use Lernwelt\Core\Core;
use ReflectionMethod;

/** Organisers on the portal that has events; routes have the real clock. */
abstract class OrganiserTestCase extends BookingTestCase {

	protected const SCHEMAS = __DIR__ . '/../../schemas/';

	/** Who is no organiser → status of the refusal. */
	protected const STRANGERS = [ '' => 401, 'lernwelt_teacher' => 403, 'editor' => 403, 'lernwelt_statistics_reader' => 403, 'subscriber' => 403 ];

	/** @var list<AuditEvent> */
	protected array $recorded = [];

	protected function setUp(): void {
		parent::setUp();
		// The log itself waits for the end of a transaction that never ends well.
		remove_all_actions( AuditLog::ACTION );
		add_action( AuditLog::ACTION, $this->take( ... ) );
		$this->log_in_as( 'lernwelt_event_organiser' );
	}

	/**
	 * A date to come, whatever day it is.
	 *
	 * @param array<string, mixed> $facts As for facts().
	 * @param ?int                 $event Event.
	 */
	protected function far_date( array $facts = [], ?int $event = null ): EventDate {
		return $this->date( $facts + [ 'period' => Period::typed( '2060-05-04 14:00', '2060-05-04 16:00', new DateTimeZone( 'Europe/Berlin' ) ) ], $event );
	}

	/**
	 * What the log got about an area.
	 *
	 * @param string $area Area.
	 * @return list<string> `action object rows`.
	 */
	protected function log_of( string $area ): array {
		$transaction = Core::services()->transaction;
		( new ReflectionMethod( $transaction, 'do_what_waited' ) )->invoke( $transaction );
		$events = array_filter( $this->recorded, static fn ( AuditEvent $event ): bool => $area === $event->area );
		return array_map( static fn ( AuditEvent $event ): string => trim( "$event->action $event->object " . ( $event->details['rows'] ?? '' ) ), array_values( $events ) );
	}

	private function take( AuditEvent $event ): void {
		$this->recorded[] = $event;
	}
}
