<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use WP_User;

/** One person's bookings through WordPress's own tools. */
final class BookingPersonalDataTest extends RetentionTestCase {

	private WP_User $user;

	protected function setUp(): void {
		parent::setUp();
		$this->user = $this->log_in_as( 'lernwelt_teacher' );
	}

	public function test_somebody_gets_to_see_everything_about_them(): void {
		$date    = $this->date_until( '2026-12-03 13:00:00' );
		$booking = $this->registered( $date, 'Anja <b>Lehmann</b>', $this->user->ID );
		$this->parts->bookings()->mark( $booking->id, true );
		$this->registered( $date, 'Bernd Böhme' );
		$found = $this->export( strtoupper( $this->user->user_email ) );

		self::assertSame( [ "booking-$booking->id" ], array_keys( $found ) );
		self::assertSame(
			[
				'Was'                  => 'Lesen „mit allen Sinnen“',
				'Buchungsnummer'       => $booking->number,
				'Name'                 => 'Anja &lt;b&gt;Lehmann&lt;/b&gt;',
				'E-Mail'               => $booking->person->email,
				'Womit kommen Sie?'    => 'Bahn',
			],
			array_intersect_key( $found[ "booking-$booking->id" ], array_flip( [ 'Was', 'Buchungsnummer', 'Name', 'E-Mail', 'Womit kommen Sie?' ] ) )
		);
		$all = implode( ' | ', $found[ "booking-$booking->id" ] );
		foreach ( [ 'Kommt etwas später', 'Sekundarschule Auendorf 0471188', '3. Dezember 2026', 'gebucht' ] as $part ) {
			self::assertStringContainsString( $part, $all );
		}
		self::assertStringNotContainsString( 'Böhme', $all );
	}

	public function test_somebody_without_an_account_is_found_by_the_address(): void {
		$booking = $this->registered( $this->date_until( '2026-12-03 13:00:00' ), 'Dirk Demir' );
		self::assertSame( [ "booking-$booking->id" ], array_keys( $this->export( strtoupper( $booking->person->email ) ) ) );
		self::assertSame( [], $this->export( 'x' . $booking->person->email ) );
	}

	public function test_who_booked_for_a_colleague_sees_that_and_not_the_colleague(): void {
		$booking = $this->registered( $this->date_until( '2026-12-03 13:00:00' ), 'Elif Ebert', self::GONE, $this->user->ID );
		$found   = $this->export( $this->user->user_email );
		self::assertSame( [ "booked-by-$booking->id" ], array_keys( $found ) );
		$all = implode( ' ', $found[ "booked-by-$booking->id" ] );
		self::assertStringContainsString( 'Lesen', $all );
		self::assertStringNotContainsString( 'Ebert', $all );
		self::assertStringNotContainsString( $booking->number, $all );
	}

	public function test_erasing_gives_the_seat_back_and_forgets_once(): void {
		$ahead   = $this->date_until( '2026-12-03 13:00:00' );
		$behind  = $this->date_until( '2026-10-01 12:00:00' );
		$future  = $this->registered( $ahead, 'Anja Lehmann', $this->user->ID );
		$past    = $this->registered( $behind, 'Anja Lehmann', $this->user->ID );
		$other   = $this->registered( $ahead, 'Bernd Böhme', self::GONE, $this->user->ID );
		$outcome = $this->erase( $this->user->user_email );

		self::assertSame( [ true, false, [] ], [ $outcome['items_removed'], $outcome['items_retained'], $outcome['messages'] ] );
		foreach ( [ $future, $past ] as $booking ) {
			self::assertSame( [ '', '', '{}', '', "X$booking->id" ], array_map( static fn ( string $column ): ?string => self::row( $booking->id )[ $column ], [ 'name', 'email', 'answers', 'note', 'number' ] ) );
			self::assertSame( [], $this->parts->services->mail_log->of_topic( "booking:$booking->id" ) );
		}
		$this->assert_counted( $ahead->id, 1 );
		$this->assert_counted( $behind->id, 1 );
		self::assertSame( [ 'Bernd Böhme', '0' ], [ self::row( $other->id )['name'], self::row( $other->id )['booked_by'] ] );
		self::assertSame( [ "bookings anonymised booking:$future->id", "bookings anonymised booking:$past->id", "bookings anonymised booked-by:$other->id" ], $this->lines() );
		self::assertSame( [], $this->export( $this->user->user_email ) );
		self::assertFalse( $this->erase( $this->user->user_email )['items_removed'], 'nothing is left' );
	}

	/**
	 * @return array<string, array<string, string>> Item → name → value.
	 */
	private function export( string $email ): array {
		$exporters = apply_filters( 'wp_privacy_personal_data_exporters', [] );
		self::assertArrayHasKey( 'lernwelt-bookings', $exporters );
		$found = ( $exporters['lernwelt-bookings']['callback'] )( $email, 1 );
		self::assertTrue( $found['done'] );
		return array_map( static fn ( array $item ): array => array_column( $item['data'], 'value', 'name' ), array_column( $found['data'], null, 'item_id' ) );
	}

	/**
	 * @return array{items_removed: bool, items_retained: bool, messages: list<string>, done: bool}
	 */
	private function erase( string $email ): array {
		$erasers = apply_filters( 'wp_privacy_personal_data_erasers', [] );
		return ( $erasers['lernwelt-bookings']['callback'] )( $email, 1 );
	}
}
