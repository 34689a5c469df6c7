<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\BookingPolicy;
use Lernwelt\Booking\Domain\BookingState;
use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Booking\Domain\SchoolFacts;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Who may book and cancel when. */
final class BookingPolicyTest extends TestCase {

	/**
	 * @param ?Refusal             $expected What is said.
	 * @param string               $now      UTC.
	 * @param array<string, mixed> $date     Parameters of EventDate.
	 * @param array<string, mixed> $facts    Parameters of DateFacts.
	 * @param array<string, mixed> $person   Parameters of Person.
	 * @param bool                 $published Whether the event is.
	 */
	#[DataProvider( 'cases_of_booking' )]
	public function test_booking( ?Refusal $expected, string $now, array $date = [], array $facts = [], array $person = [], bool $published = true ): void {
		self::assertSame( $expected, BookingPolicy::refusal( Facts::date( $date, $facts ), $published, Facts::person( $person ), Facts::instant( $now ) ) );
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function cases_of_booking(): iterable {
		$fine = '2026-11-20 10:00';
		yield 'fine' => [ null, $fine ];
		yield 'a draft' => [ Refusal::NotFound, $fine, [], [], [], false ];
		yield 'called off' => [ Refusal::DateCancelled, $fine, [ 'state' => DateState::Cancelled ] ];
		yield 'the second before bookings begin' => [ Refusal::NotOpenYet, '2026-10-31 23:59:59' ];
		yield 'the second in which they begin' => [ null, '2026-11-01 00:00:00' ];
		yield 'no beginning' => [ null, '2020-01-01 00:00', [], [ 'opens_at' => null ] ];
		yield 'the last second' => [ null, '2026-12-02 11:59:59' ];
		yield 'the second after' => [ Refusal::Closed, '2026-12-02 12:00:00' ];
		yield 'begun' => [ Refusal::Begun, '2026-12-03 13:00:00' ];
		yield 'one seat left' => [ null, $fine, [ 'booked' => 19 ] ];
		yield 'full' => [ Refusal::Full, $fine, [ 'booked' => 20 ] ];
		yield 'another role' => [ Refusal::WrongRole, $fine, [], [ 'audience' => new Audience( [ 'lernwelt_head_teacher' ] ) ] ];
		yield 'the right one of two roles' => [ null, $fine, [], [ 'audience' => new Audience( [ 'lernwelt_head_teacher' ] ) ], [ 'roles' => [ 'lernwelt_teacher', 'lernwelt_head_teacher' ] ] ];
		yield 'another school' => [ Refusal::WrongSchool, $fine, [], [ 'audience' => new Audience( [], [ '900102' ] ) ] ];
		yield 'this school' => [ null, $fine, [], [ 'audience' => new Audience( [], [ '900101', '900102' ] ) ] ];
		yield 'a Startchancen school' => [ null, $fine, [], [ 'audience' => new Audience( startchancen_only: true ) ] ];
		yield 'no Startchancen school' => [ Refusal::NotStartchancen, $fine, [], [ 'audience' => new Audience( startchancen_only: true ) ], [ 'school' => new SchoolFacts( '900104', startchancen: false ) ] ];
		yield 'an unknown school' => [ Refusal::NotStartchancen, $fine, [], [ 'audience' => new Audience( startchancen_only: true ) ], [ 'school' => new SchoolFacts() ] ];
		yield 'for others, even when full' => [ Refusal::WrongRole, $fine, [ 'booked' => 20 ], [ 'audience' => new Audience( [ 'lernwelt_head_teacher' ] ) ] ];
		yield 'no address' => [ Refusal::NoContact, $fine, [], [], [ 'email' => '' ] ];
	}

	/**
	 * @param ?Refusal     $expected What is said.
	 * @param string       $now      UTC.
	 * @param BookingState $state    State of the booking.
	 */
	#[DataProvider( 'cases_of_cancelling' )]
	public function test_cancelling( ?Refusal $expected, string $now, BookingState $state = BookingState::Booked ): void {
		$booking = new Booking( 1, '7KQ2MXP4TC', 7, Facts::person(), $state, 0, [], '', null, 0, Facts::instant( '2026-11-10 10:00' ) );
		self::assertSame( $expected, BookingPolicy::cancel_refusal( Facts::date(), $booking, Facts::instant( $now ) ) );
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function cases_of_cancelling(): iterable {
		yield 'the last second' => [ null, '2026-12-01 11:59:59' ];
		yield 'the second after' => [ Refusal::TooLateToCancel, '2026-12-01 12:00:00' ];
		yield 'twice' => [ Refusal::AlreadyCancelled, '2026-11-20 10:00', BookingState::Cancelled ];
	}
}
