<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use DateTimeZone;
use Lernwelt\Booking\Application\Reminders;
use Lernwelt\Booking\Domain\Period;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** When reminders are due. */
final class RemindersTest extends TestCase {

	/**
	 * @param bool   $due   Whether it is.
	 * @param string $now   UTC.
	 * @param string $start On the clocks of Berlin.
	 */
	#[DataProvider( 'moments' )]
	public function test_the_day_before_from_eight( bool $due, string $now, string $start = '2026-12-03 14:00' ): void {
		$start_at = Facts::instant( $start . ' Europe/Berlin' );
		$period   = Period::typed( $start, $start_at->setTimezone( new DateTimeZone( 'Europe/Berlin' ) )->modify( '+1 hour' )->format( 'Y-m-d H:i' ), new DateTimeZone( 'Europe/Berlin' ) );
		$date     = Facts::date(
			[],
			[
				'period'       => $period,
				'closes_at'    => $period->start,
				'cancel_until' => $period->start,
			]
		);
		self::assertSame( $due, Reminders::is_due( $date, Facts::instant( $now ) ) );
	}

	/**
	 * @return iterable<string, list<mixed>>
	 */
	public static function moments(): iterable {
		yield 'two days before' => [ false, '2026-12-01 12:00' ];
		yield 'the evening of that day' => [ false, '2026-12-01 22:59' ];
		yield 'the night before' => [ false, '2026-12-02 06:59' ];
		yield 'eight' => [ true, '2026-12-02 07:00' ];
		yield 'on the day itself, when the schedule stood still' => [ true, '2026-12-03 03:00' ];
		yield 'begun' => [ false, '2026-12-03 13:00' ];
		yield 'eight in summer' => [ true, '2027-06-02 06:00', '2027-06-03 00:30' ];
		yield 'before eight in summer' => [ false, '2027-06-02 05:59', '2027-06-03 00:30' ];
	}
}
