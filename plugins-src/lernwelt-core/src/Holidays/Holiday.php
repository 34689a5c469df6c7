<?php
/**
 * One holiday.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Holidays;

use DateTimeImmutable;
use DateTimeZone;

/** Days in a row without lessons. Days are `YYYY-MM-DD` without time and zone. */
final readonly class Holiday {

	/** Longest name, in characters. */
	public const NAME = 60;

	/** Most days: summer holidays with room to spare; more is a slip of the keyboard. */
	private const DAYS = 60;

	/** Name in German, plain text. */
	public string $name;

	/**
	 * @param string      $name  Name in German, e.g. `Herbstferien`.
	 * @param string      $first First day, `YYYY-MM-DD`.
	 * @param string      $last  Last day, the same for a single one.
	 * @param HolidayKind $kind  Kind.
	 * @throws InvalidHoliday When the name is missing or a day isn't one of the calendar's or they are in the wrong order.
	 */
	public function __construct(
		string $name,
		public string $first,
		public string $last,
		public HolidayKind $kind = HolidayKind::School,
	) {
		$this->name = trim( $name );
		self::refuse_if( '' === $this->name, HolidayProblem::NameMissing );
		self::refuse_if( ! mb_check_encoding( $this->name, 'UTF-8' ) || mb_strlen( $this->name ) > self::NAME || 1 === preg_match( '/[\p{Cc}<>]/u', $this->name ), HolidayProblem::NameInvalid );
		$from = self::day( $first );
		$to   = self::day( $last );
		self::refuse_if( null === $from, HolidayProblem::FirstInvalid );
		self::refuse_if( null === $to, HolidayProblem::LastInvalid );
		self::refuse_if( $to < $from, HolidayProblem::LastTooEarly );
		self::refuse_if( $from?->modify( '+' . self::DAYS . ' days' ) <= $to, HolidayProblem::TooLong );
	}

	/**
	 * Whether a day belongs to it.
	 *
	 * @param string $day `YYYY-MM-DD`.
	 */
	public function covers( string $day ): bool {
		return $this->first <= $day && $day <= $this->last;
	}

	/**
	 * Whether it has a day in common with a span.
	 *
	 * @param string $first First day.
	 * @param string $last  Last day.
	 */
	public function touches( string $first, string $last ): bool {
		return $this->first <= $last && $first <= $this->last;
	}

	private static function day( string $day ): ?DateTimeImmutable {
		$found = DateTimeImmutable::createFromFormat( '!Y-m-d', $day, new DateTimeZone( 'UTC' ) );
		// Without the comparison the 31st of November would be the 1st of December.
		return false !== $found && $found->format( 'Y-m-d' ) === $day && $day >= '2000-01-01' && $day <= '2099-12-31' ? $found : null;
	}

	private static function refuse_if( bool $bad, HolidayProblem $problem ): void {
		if ( $bad ) {
			throw new InvalidHoliday( $problem );
		}
	}
}
