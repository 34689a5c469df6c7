<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Unit;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Domain\Audience;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Domain\Person;
use Lernwelt\Booking\Domain\Questions;
use Lernwelt\Booking\Domain\SchoolFacts;

/** A date and a person as most tests need them: 3 December 2026, 14:00 to 16:00 in Berlin, booked until the day before, cancelled until two days before. */
final class Facts {

	/**
	 * What editors say.
	 *
	 * @param array<string, mixed> $changes Parameters of DateFacts that differ.
	 */
	public static function date_facts( array $changes = [] ): DateFacts {
		return new DateFacts(
			...array_merge(
				[
					'period'       => Period::typed( '2026-12-03 14:00', '2026-12-03 16:00', new DateTimeZone( 'Europe/Berlin' ) ),
					'place'        => 'LISA Halle, Raum 12',
					'link'         => '',
					'capacity'     => 20,
					'minimum'      => 0,
					'opens_at'     => self::instant( '2026-11-01 00:00' ),
					'closes_at'    => self::instant( '2026-12-02 12:00' ),
					'cancel_until' => self::instant( '2026-12-01 12:00' ),
					'audience'     => new Audience(),
					'questions'    => new Questions(),
				],
				$changes
			)
		);
	}

	/**
	 * A date.
	 *
	 * @param array<string, mixed> $changes Parameters of EventDate that differ.
	 * @param array<string, mixed> $facts   Parameters of DateFacts that differ.
	 */
	public static function date( array $changes = [], array $facts = [] ): EventDate {
		return new EventDate(
			...array_merge(
				[
					'id'       => 7,
					'event_id' => 3,
					'facts'    => self::date_facts( $facts ),
				],
				$changes
			)
		);
	}

	/**
	 * A teacher.
	 *
	 * @param array<string, mixed> $changes Parameters of Person that differ.
	 */
	public static function person( array $changes = [] ): Person {
		return new Person(
			...array_merge(
				[
					'key'     => 'u5',
					'user_id' => 5,
					'name'    => 'Anna Lindner',
					'email'   => 'anna.lindner@example.org',
					'roles'   => [ 'lernwelt_teacher' ],
					'school'  => new SchoolFacts( '900101', 'Grundschule Nordpark', 'grundschule', 'magdeburg', true ),
				],
				$changes
			)
		);
	}

	/**
	 * An instant.
	 *
	 * @param string $text UTC.
	 */
	public static function instant( string $text ): DateTimeImmutable {
		return new DateTimeImmutable( $text, new DateTimeZone( 'UTC' ) );
	}
}
