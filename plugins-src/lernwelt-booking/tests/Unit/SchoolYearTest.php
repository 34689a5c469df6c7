<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use DateTimeZone;
use Lernwelt\Booking\Domain\SchoolYear;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

final class SchoolYearTest extends TestCase {

	#[TestWith( [ '2026-07-31 21:59:59', '2025/26', '2025-08-01', '2026-07-31' ] )]
	#[TestWith( [ '2026-07-31 22:00:00', '2026/27', '2026-08-01', '2027-07-31' ] )]
	#[TestWith( [ '2026-12-31 23:30:00', '2026/27', '2026-08-01', '2027-07-31' ] )]
	#[TestWith( [ '2099-09-01 12:00:00', '2099/00', '2099-08-01', '2100-07-31' ] )]
	public function test_it_runs_from_august_to_july_on_the_clocks_of_the_portal( string $now, string $name, string $first, string $last ): void {
		$year = SchoolYear::running( Facts::instant( $now ), new DateTimeZone( 'Europe/Berlin' ) );
		self::assertSame( [ $name, $first, $last ], [ $year->name, $year->first, $year->last ] );
		self::assertEquals( $year, $year->before()->after() );
		self::assertSame( $year->begins - 1, $year->before()->begins );
	}
}
