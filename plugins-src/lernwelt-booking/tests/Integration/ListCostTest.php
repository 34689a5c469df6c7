<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Closure;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Content\OtherDates;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Rest\BookingAnswer;
use Lernwelt\Booking\Web\BookingViews;

/** Lists ask the database as often for twelve dates as for two. */
final class ListCostTest extends OrganiserTestCase {

	public function test_dates_of_organisers(): void {
		$this->far_dates( 12 );
		$list = fn ( int $count ): array => $this->rest( 'GET', '/lernwelt/v1/organiser/dates', [ 'per_page' => $count ] )->get_data()['items'];
		self::assertSame( self::cost( 2, $list ), self::cost( 12, $list ) );
	}

	public function test_seats_of_a_page(): void {
		$ids  = array_map( static fn ( EventDate $date ): int => $date->id, $this->far_dates( 12 ) );
		$list = fn ( int $count ): array => $this->rest( 'GET', '/lernwelt/v1/event-seats', [ 'ids' => array_slice( $ids, 0, $count ) ] )->get_data()['items'];
		self::assertSame( self::cost( 2, $list ), self::cost( 12, $list ) );
	}

	public function test_own_bookings_on_the_page_and_over_rest(): void {
		$bookings = array_map( fn ( EventDate $date ) => $this->booked( $date->id ), $this->far_dates( 12 ) );
		$answer   = new BookingAnswer( $this->parts->dates(), $this->parts->events(), $this->parts->links(), $this->clock );
		$page     = fn ( int $count ): array => ( new BookingViews( $this->parts ) )->of( array_slice( $bookings, 0, $count ), 0 );
		$rest     = static fn ( int $count ): array => $answer->all( array_slice( $bookings, 0, $count ) );
		self::assertSame( self::cost( 2, $page ), self::cost( 12, $page ) );
		self::assertSame( self::cost( 2, $rest ), self::cost( 12, $rest ) );
	}

	public function test_other_events_that_are_looked_at_in_vain(): void {
		$event = $this->event();
		wp_set_object_terms( $event, [ 'grundschule' ], EventTaxonomies::AUDIENCE );
		$other  = new OtherDates( $this->parts->dates(), $this->parts->events(), $this->clock );
		$search = static fn (): array => array_fill( 0, count( $other->of( $event ) ), 'found' );
		$this->date();
		$this->date();
		$two = self::cost( 0, $search );
		for ( $more = 0; $more < 10; $more++ ) {
			$this->date();
		}
		self::assertSame( $two, self::cost( 0, $search ) );
	}

	/**
	 * @return list<EventDate> Each of an event of its own.
	 */
	private function far_dates( int $count ): array {
		return array_map( fn (): EventDate => $this->far_date(), range( 1, $count ) );
	}

	/**
	 * @param int                       $count How many there shall be.
	 * @param Closure(int): array<mixed> $read Reads them.
	 * @return int Queries, when nothing is known yet.
	 */
	private static function cost( int $count, Closure $read ): int {
		// What a request reads only once is no part of it.
		$read( $count );
		wp_cache_flush();
		$before = $GLOBALS['wpdb']->num_queries;
		self::assertCount( $count, $read( $count ) );
		return $GLOBALS['wpdb']->num_queries - $before;
	}
}
