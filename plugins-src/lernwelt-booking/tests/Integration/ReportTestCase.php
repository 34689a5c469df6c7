<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Application\Statistics;
use Lernwelt\Booking\Content\EventAudiences;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Persistence\FigureQueries;

/** What a test of the statistics needs. */
abstract class ReportTestCase extends BookingTestCase {

	/** The statistics as the screen, the command and the exports see them. */
	public static function statistics_of_portal(): Statistics {
		return new Statistics( new FigureQueries( $GLOBALS['wpdb'] ), EventAudiences::of( ... ), wp_timezone() );
	}

	/**
	 * A date of an hour.
	 *
	 * @param string       $start    On the clocks of Berlin, in the future of the test's clock or not.
	 * @param ?int         $event    Event; a new one by default.
	 * @param int          $capacity Seats.
	 * @param list<string> $groups   Target groups (slugs) of a new event.
	 */
	protected function date_at( string $start, ?int $event = null, int $capacity = 20, array $groups = [] ): EventDate {
		$zone   = new DateTimeZone( 'Europe/Berlin' );
		$begin  = ( new \DateTimeImmutable( $start, $zone ) )->setTimezone( new DateTimeZone( 'UTC' ) );
		$event ??= $this->event();
		foreach ( $groups as $slug ) {
			wp_add_object_terms( $event, $slug, \Lernwelt\Booking\Content\EventTaxonomies::AUDIENCE );
		}
		return $this->date(
			[
				'period'   => new Period( $begin, $begin->modify( '+1 hour' ), $zone ),
				'capacity' => $capacity,
				'audience' => new Audience(),
			],
			$event
		);
	}
}
