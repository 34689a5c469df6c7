<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Content\BookingPersonalData;

final class RepeatedErasureTest extends RetentionTestCase {

	public function test_bookings_that_a_backup_brought_back_are_anonymised_again(): void {
		$date  = $this->date_until( '2100-01-01 12:00:00' );
		$first = $this->registered( $date, 'Anja Lehmann' );
		$other = $this->registered( $date, 'Bernd Schulze', 0, 4711 );
		$data  = new BookingPersonalData( self::personal(), $this->parts->dates(), $this->parts->events(), $this->forget() );

		$this->parts->services->transaction->run( fn () => $data->erase_again( [ "booking:$first->id", "booked-by:$other->id", 'booking:999999' ], $this->journal ) );

		self::assertSame( [ '', '', 'cancelled' ], [ self::row( $first->id )['name'], self::row( $first->id )['email'], self::row( $first->id )['state'] ] );
		self::assertSame( [ 'Bernd Schulze', '0' ], [ self::row( $other->id )['name'], (string) self::row( $other->id )['booked_by'] ] );
		self::assertSame( [ "bookings anonymised booking:$first->id" ], $this->lines() );
		self::assertSame( 1, $this->parts->dates()->find( $date->id )->booked ?? null, 'the seat is free again' );

		$this->parts->services->transaction->run( fn () => $data->erase_again( [ "booking:$first->id" ], $this->journal ) );
		self::assertCount( 1, $this->lines(), 'nothing more to do' );
	}
}
