<?php
/**
 * Statistics.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Application;

use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Booking\Domain\Figures;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Booking\Domain\Tally;

/** Counts for the funding programme. A booking counts where its date began, and by what was known of the school when it was made. */
final readonly class Statistics {

	/** Dimensions, in the order in which they are shown. */
	public const DIMENSIONS = [ 'month', 'district', 'school_type', 'startchancen', 'audience' ];

	/** Longest time, in years. */
	private const YEARS = 5;

	/**
	 * @param Figures                                 $figures   Counts.
	 * @param Closure(list<int>): array<int, list<string>> $audiences Target groups (slugs) of events.
	 * @param DateTimeZone                            $zone      Zone of the portal: days are counted there.
	 */
	public function __construct( private Figures $figures, private Closure $audiences, private DateTimeZone $zone ) {}

	/**
	 * All numbers of some days.
	 *
	 * @param string $first First day, `YYYY-MM-DD`.
	 * @param string $last  Last day.
	 * @return array{total: array<string, int>, month: array<string, array<string, int>>, district: array<string, array<string, int>>, school_type: array<string, array<string, int>>, startchancen: array<string, array<string, int>>, audience: array<string, array<string, int>>}
	 *         Numbers as {@see Tally::numbers()}, by the values of each dimension; '' for unknown, `yes`, `no` and '' for Startchancen.
	 * @throws InvalidInput With fields `first`, `last`: date, before_first, too_long.
	 */
	public function between( string $first, string $last ): array {
		[ $from, $until ] = $this->instants( $first, $last );
		$total    = new Tally();
		$by       = array_fill_keys( self::DIMENSIONS, [] );
		$of_dates = [];
		$dates    = $this->figures->dates( $from, $until );
		$groups   = ( $this->audiences )( array_values( array_unique( array_column( $dates, 'event_id' ) ) ) );
		foreach ( $dates as $date ) {
			$month   = $date['starts_at']->setTimezone( new DateTimeZone( $date['zone'] ) )->format( 'Y-m' );
			$tallies = [ $total, $by['month'][ $month ] ??= new Tally() ];
			foreach ( [] === ( $groups[ $date['event_id'] ] ?? [] ) ? [ '' ] : $groups[ $date['event_id'] ] as $group ) {
				$tallies[] = $by['audience'][ $group ] ??= new Tally();
			}
			foreach ( $tallies as $tally ) {
				$tally->add_date( $date['event_id'], $date['state'], $date['capacity'] );
			}
			$of_dates[ $date['id'] ] = $tallies;
		}
		foreach ( $this->figures->bookings_by_date( $from, $until ) as $row ) {
			foreach ( $of_dates[ $row['date_id'] ] ?? [] as $tally ) {
				$tally->add_bookings( $row['state'], $row['attended'], $row['count'] );
			}
		}
		foreach ( $this->figures->bookings_by_school( $from, $until ) as $row ) {
			$taking = null === $row['startchancen'] ? '' : ( $row['startchancen'] ? 'yes' : 'no' );
			foreach ( [ $by['district'][ $row['district'] ] ??= new Tally(), $by['school_type'][ $row['type'] ] ??= new Tally(), $by['startchancen'][ $taking ] ??= new Tally() ] as $tally ) {
				$tally->add_bookings( $row['state'], $row['attended'], $row['count'] );
			}
		}
		$numbers = static fn ( array $tallies ): array => array_map( static fn ( Tally $tally ): array => $tally->numbers(), $tallies );
		return [ 'total' => $total->numbers() ] + array_map( $numbers, $by );
	}

	/**
	 * @return array{DateTimeImmutable, DateTimeImmutable}
	 */
	private function instants( string $first, string $last ): array {
		$errors = [];
		$days   = [];
		foreach ( [ 'first' => $first, 'last' => $last ] as $field => $day ) {
			$read = DateTimeImmutable::createFromFormat( '!Y-m-d', $day, $this->zone );
			if ( false === $read || $read->format( 'Y-m-d' ) !== $day ) {
				$errors[ $field ] = 'date';
			} else {
				$days[] = $read;
			}
		}
		if ( [] !== $errors || 2 !== count( $days ) ) {
			throw new InvalidInput( [] === $errors ? [ 'first' => 'date' ] : $errors );
		}
		if ( $days[1] < $days[0] ) {
			throw new InvalidInput( [ 'last' => 'before_first' ] );
		}
		if ( $days[1] > $days[0]->modify( sprintf( '+%d years', self::YEARS ) ) ) {
			throw new InvalidInput( [ 'last' => 'too_long' ] );
		}
		return [ $days[0], $days[1]->modify( '+1 day' ) ];
	}
}
