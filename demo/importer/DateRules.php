<?php
/**
 * @package Lernwelt\Demo
 */

declare( strict_types=1 );

namespace Lernwelt\Demo;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Application\DateInput;
use Lernwelt\Booking\Application\PlanSeries;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Core\Holidays\SchoolHolidays;

/** Turns rules that count from today into dates, so that the demo content is never old when it is imported. */
final class DateRules {

	private const DAY = 'Y-m-d';

	private const MINUTE = 'Y-m-d H:i';

	/** A day that isn't free comes within so many weeks; summer holidays have six. */
	private const WEEKS = 10;

	/** @var DateTimeImmutable Now on the clocks of the portal. */
	private readonly DateTimeImmutable $now;

	/**
	 * @param SchoolHolidays    $holidays Days without lessons.
	 * @param DateTimeImmutable $now      Now.
	 * @param DateTimeZone      $zone     Zone of the portal.
	 */
	public function __construct( private readonly SchoolHolidays $holidays, DateTimeImmutable $now, private readonly DateTimeZone $zone ) {
		$this->now = $now->setTimezone( $zone );
	}

	/**
	 * The dates of a rule: one, or several when it says `weeks`.
	 *
	 * @param array<mixed> $rule `day` (as in `thursday +2 weeks`), `from` and `until` (`14:00`), `days`, `weeks`; `opens` (from today), `closes` and `cancel` (from the start); the rest as DateInput reads it.
	 * @param string       $name What messages call it.
	 * @return list<DateFacts>
	 * @throws DemoError When it makes no date.
	 */
	public function facts( array $rule, string $name ): array {
		$day   = $this->lesson_day( self::text( $rule, 'day' ), $name );
		$start = new DateTimeImmutable( "{$day->format( self::DAY )} " . self::text( $rule, 'from', '00:00' ), $this->zone );
		$last  = $day->modify( '+' . ( ( is_int( $rule['days'] ?? null ) ? $rule['days'] : 1 ) - 1 ) . ' days' );
		$given = [
			'start'        => true === ( $rule['all_day'] ?? false ) ? $day->format( self::DAY ) : $start->format( self::MINUTE ),
			'end'          => $last->format( self::DAY ) . ( true === ( $rule['all_day'] ?? false ) ? '' : ' ' . self::text( $rule, 'until' ) ),
			'opens_at'     => '' === self::text( $rule, 'opens' ) ? '' : $this->now->modify( self::text( $rule, 'opens' ) )->format( 'Y-m-d 08:00' ),
			'closes_at'    => $start->modify( self::text( $rule, 'closes', '-1 day' ) )->format( self::MINUTE ),
			'cancel_until' => $start->modify( self::text( $rule, 'cancel', '-2 days' ) )->format( self::MINUTE ),
		] + $rule;
		$weeks = $rule['weeks'] ?? 0;
		try {
			/** @var array<string, mixed> $given */
			return 0 === $weeks || ! is_int( $weeks )
				? [ DateInput::facts( $given, $this->zone ) ]
				: ( new PlanSeries( $this->holidays ) )->plan( [ 'rhythm' => 'weekly', 'skip_free' => true, 'until' => $day->modify( "+$weeks weeks" )->format( self::DAY ) ] + $given, $this->zone )['dates'];
		} catch ( InvalidInput $refused ) {
			throw new DemoError( "The rule \"$name\" in dates.json makes no date: " . wp_json_encode( $refused->errors ), 0, $refused );
		}
	}

	/**
	 * The day of a rule; when it is a holiday, the same weekday of another week, further away from today.
	 *
	 * @param string $rule Rule.
	 * @param string $name What messages call it.
	 */
	private function lesson_day( string $rule, string $name ): DateTimeImmutable {
		$day = '' === $rule || false === strtotime( $rule ) ? throw new DemoError( "The rule \"$name\" in dates.json names no day." ) : $this->now->modify( $rule )->setTime( 12, 0 );
		$by  = $day < $this->now ? '-1 week' : '+1 week';
		$weeks = 0;
		while ( $weeks++ < self::WEEKS && null !== $this->holidays->on( $day->format( self::DAY ) ) ) {
			$day = $day->modify( $by );
		}
		return $day;
	}

	/** @param array<mixed> $rule Rule. */
	private static function text( array $rule, string $name, string $otherwise = '' ): string {
		return is_string( $rule[ $name ] ?? null ) ? $rule[ $name ] : $otherwise;
	}
}
