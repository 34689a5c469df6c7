<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use DateTimeZone;
use Lernwelt\Booking\Application\DateInput;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Period;
use PHPUnit\Framework\TestCase;

/** What a form sends, and what it is shown. */
final class DateInputTest extends TestCase {

	private const GIVEN = [
		'start'             => '2026-12-03 14:00',
		'end'               => '2026-12-03 16:00',
		'all_day'           => false,
		'place'             => 'LISA Halle, Raum 12',
		'link'              => '',
		'capacity'          => 20,
		'minimum'           => 5,
		'opens_at'          => '2026-11-01 00:00',
		'closes_at'         => '2026-12-02 12:00',
		'cancel_until'      => '2026-12-01 12:00',
		'roles'             => [ 'lernwelt_teacher' ],
		'schools'           => [ '900101' ],
		'startchancen_only' => true,
		'questions'         => [
			[
				'id'       => 'workshop',
				'label'    => 'Welcher Workshop?',
				'type'     => 'one',
				'choices'  => [ 'Lesen', 'Schreiben' ],
				'required' => true,
			],
		],
	];

	public function test_a_form_shows_what_it_sent(): void {
		self::assertSame( self::GIVEN, DateInput::of( DateInput::facts( self::GIVEN, self::berlin() ) ) );
		$days = [
			...self::GIVEN,
			'start'   => '2027-03-27',
			'end'     => '2027-03-28',
			'all_day' => true,
		];
		self::assertSame( $days, DateInput::of( DateInput::facts( $days, self::berlin() ) ) );
	}

	public function test_deadlines_that_nobody_says_are_the_start(): void {
		$facts = DateInput::facts(
			[
				...self::GIVEN,
				'opens_at'     => '',
				'closes_at'    => '',
				'cancel_until' => '',
			],
			self::berlin()
		);
		self::assertSame( [ null, true, true ], [ $facts->opens_at, $facts->closes_at->getTimestamp() === $facts->period->start->getTimestamp(), $facts->cancel_until->getTimestamp() === $facts->period->start->getTimestamp() ] );
	}

	public function test_bytes_that_are_no_text_are_replaced(): void {
		$question = [ ...self::GIVEN['questions'][0], 'label' => "W\xFFrum?", 'choices' => [ "A\xFF", 'B' ] ];
		$facts    = DateInput::facts( [ ...self::GIVEN, 'place' => "Aul\xFF", 'questions' => [ $question ] ], self::berlin() );
		self::assertSame( [ 'Aul?', 'W?rum?', [ 'A?', 'B' ] ], [ $facts->place, $facts->questions->all[0]->label, $facts->questions->all[0]->choices ] );
	}

	public function test_everything_wrong_is_said_at_once(): void {
		try {
			DateInput::facts(
				[
					'start'     => '2026-12-03 14:00',
					'end'       => '2026-12-03 13:00',
					'capacity'  => -1,
					'link'      => 'javascript:alert(1)',
					'opens_at'  => 'gestern',
					'roles'     => [ '<b>' ],
					'questions' => [ [ 'label' => '' ], 7 ],
				],
				self::berlin()
			);
			self::fail( 'It was taken.' );
		} catch ( InvalidInput $refused ) {
			$expected = [
				'end'                 => 'before_start',
				'roles'               => 'invalid',
				'questions.0.label'   => 'required',
				'questions.0.type'    => 'not_allowed',
				'questions.0.choices' => 'too_few',
				'questions.1.label'   => 'required',
				'questions.1.type'    => 'not_allowed',
				'questions.1.choices' => 'too_few',
				'opens_at'            => 'date',
				'link'                => 'uri',
				'capacity'            => 'out_of_range',
				'minimum'             => 'out_of_range',
			];
			ksort( $expected );
			$said = $refused->errors;
			ksort( $said );
			self::assertSame( $expected, $said );
		}
	}

	public function test_the_same_on_another_day(): void {
		$summer = Facts::date_facts()->on_day( '2027-06-10' );
		self::assertSame(
			[ '2027-06-10T12:00', '2027-06-10T14:00', '2026-11-01T00:00', '2027-06-09T11:00', '2027-06-08T11:00' ],
			array_map( static fn ( $instant ): string => $instant?->format( 'Y-m-d\TH:i' ) ?? '', [ $summer->period->start, $summer->period->end, $summer->opens_at, $summer->closes_at, $summer->cancel_until ] ),
			'14:00 on the clocks; deadlines keep their hour'
		);
		$days = Facts::date_facts(
			[
				'period'       => Period::typed( '2027-03-26', '2027-03-27', self::berlin(), true ),
				'closes_at'    => Facts::instant( '2027-03-25 23:00' ),
				'cancel_until' => Facts::instant( '2027-03-25 23:00' ),
			]
		)->on_day( '2027-03-27' );
		self::assertSame( [ '2027-03-27', '2027-03-28' ], [ $days->period->first_day(), $days->period->last_day() ] );
	}

	private static function berlin(): DateTimeZone {
		return new DateTimeZone( 'Europe/Berlin' );
	}
}
