<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Domain\EventDate;
use PHPUnit\Framework\Attributes\DataProvider;

/** Series over REST. */
final class DatesSeriesTest extends DatesTestCase {

	/** Four Thursdays and Tuesdays around Christmas, one of them in the holidays, one an exception. */
	private const SERIES = self::INPUT + [
		'closes_at'    => '2026-12-02 12:00',
		'cancel_until' => '2026-12-01 12:00',
		'until'        => '2027-01-05',
		'rhythm'       => 'weekly',
		'weekdays'     => [ 2, 4 ],
		'except'       => [ '2026-12-10' ],
		'skip_free'    => true,
		'preview'      => true,
	];

	private const DAYS = [
		[ 'day' => '2026-12-03', 'skipped' => '' ],
		[ 'day' => '2026-12-08', 'skipped' => '' ],
		[ 'day' => '2026-12-10', 'skipped' => 'except' ],
		[ 'day' => '2026-12-15', 'skipped' => '' ],
		[ 'day' => '2026-12-17', 'skipped' => '' ],
		[ 'day' => '2026-12-22', 'skipped' => 'Weihnachtsferien' ],
		[ 'day' => '2026-12-24', 'skipped' => 'Weihnachtsferien' ],
		[ 'day' => '2026-12-29', 'skipped' => 'Weihnachtsferien' ],
		[ 'day' => '2026-12-31', 'skipped' => 'Weihnachtsferien' ],
		[ 'day' => '2027-01-05', 'skipped' => '' ],
	];

	private int $event;

	protected function setUp(): void {
		parent::setUp();
		$this->event = $this->event();
		$this->log_in_as( 'editor' );
	}

	public function test_a_preview_says_which_days_and_why_not_and_makes_nothing(): void {
		$response = $this->ask( 'POST', "events/$this->event/series", self::SERIES );
		$this->assert_answer( $response, self::SCHEMAS . 'event-series.json' );
		self::assertSame( [ 'days' => self::DAYS, 'known_until' => '', 'made' => 0 ], $response->get_data() );
		self::assertSame( [], $this->parts->dates()->of_event( $this->event ) );
	}

	public function test_then_they_are_made_with_their_own_deadlines(): void {
		$response = $this->ask( 'POST', "events/$this->event/series", [ ...self::SERIES, 'preview' => false ] );
		$this->assert_answer( $response, self::SCHEMAS . 'event-series.json', 201 );
		self::assertSame( 5, $response->get_data()['made'] );
		$items = $this->items( $this->ask( 'GET', "events/$this->event/dates" ) );
		self::assertSame(
			[ [ '2026-12-03 14:00', '2026-12-02 12:00' ], [ '2026-12-08 14:00', '2026-12-07 12:00' ], [ '2026-12-15 14:00', '2026-12-14 12:00' ], [ '2026-12-17 14:00', '2026-12-16 12:00' ], [ '2027-01-05 14:00', '2027-01-04 12:00' ] ],
			array_map( static fn ( array $item ): array => [ $item['input']['start'], $item['input']['closes_at'] ], $items )
		);
		self::assertCount( 1, array_unique( array_column( $items, 'series' ) ) );
		self::assertNotSame( '', $items[0]['series'] );
	}

	public function test_it_says_when_holidays_are_not_known(): void {
		$known    = $this->parts->services->holidays->known_until();
		$start    = ( new \DateTimeImmutable( $known ) )->modify( '-8 days' )->format( 'Y-m-d' );
		$until    = ( new \DateTimeImmutable( $known ) )->modify( '+100 days' )->format( 'Y-m-d' );
		$response = $this->ask( 'POST', "events/$this->event/series", [ ...self::SERIES, 'start' => "$start 14:00", 'end' => "$start 16:00", 'closes_at' => '', 'cancel_until' => '', 'until' => $until ] );
		self::assertSame( $known, $response->get_data()['known_until'] );
	}

	/**
	 * @param array<string, mixed>  $wrong  Fields that are wrong.
	 * @param array<string, string> $fields What is said about them.
	 */
	#[DataProvider( 'refusals' )]
	public function test_wrong_rules_are_refused_in_words( array $wrong, array $fields ): void {
		foreach ( [ true, false ] as $preview ) {
			$this->assert_refused( $this->ask( 'POST', "events/$this->event/series", [ ...self::SERIES, ...$wrong, 'preview' => $preview ] ), $fields );
		}
		self::assertSame( [], $this->parts->dates()->of_event( $this->event ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>, array<string, string>}>
	 */
	public static function refusals(): iterable {
		yield 'no end' => [ [ 'until' => '' ], [ 'until' => 'date' ] ];
		yield 'ends before' => [ [ 'until' => '2026-12-02' ], [ 'until' => 'before_start' ] ];
		yield 'three years' => [ [ 'until' => '2029-12-03' ], [ 'until' => 'too_long' ] ];
		yield 'too many' => [ [ 'until' => '2028-11-30', 'weekdays' => [ 1, 2, 3, 4, 5 ] ], [ 'until' => 'too_many' ] ];
		yield 'all holidays' => [ [ 'start' => '2026-12-24 14:00', 'end' => '2026-12-24 16:00', 'until' => '2026-12-30' ], [ 'until' => 'no_day' ] ];
		yield 'eighth weekday' => [ [ 'weekdays' => [ 8 ] ], [ 'weekdays' => 'out_of_range' ] ];
		yield 'weekdays of months' => [ [ 'rhythm' => 'monthly' ], [ 'weekdays' => 'not_allowed' ] ];
		yield 'exception that is no day' => [ [ 'except' => [ 'Heiligabend' ] ], [ 'except' => 'date' ] ];
		yield 'past' => [ [ 'start' => '2026-10-01 14:00', 'end' => '2026-10-01 16:00', 'closes_at' => '', 'cancel_until' => '' ], [ 'start' => 'in_the_past' ] ];
		yield 'the date itself' => [ [ 'capacity' => 0 ], [ 'capacity' => 'out_of_range' ] ];
	}

	public function test_all_or_none(): void {
		// The third Sunday has no half past two at night.
		$response = $this->ask( 'POST', "events/$this->event/series", [ ...self::SERIES, 'start' => '2027-03-14 02:30', 'end' => '2027-03-14 05:00', 'closes_at' => '', 'cancel_until' => '', 'until' => '2027-04-11', 'weekdays' => [], 'except' => [], 'skip_free' => false, 'preview' => false ] );
		$this->assert_refused( $response, [ 'start' => 'no_such_time' ] );
		self::assertSame( [], array_map( static fn ( EventDate $date ): int => $date->id, $this->parts->dates()->of_event( $this->event ) ) );
	}
}
