<?php
/**
 * Makes the month of a calendar.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Closure;
use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\PageChanges;
use Lernwelt\Dataview\Domain\Calendar\Entry;
use Lernwelt\Dataview\Domain\Calendar\Month;
use Lernwelt\Dataview\Domain\Calendar\MonthPlan;

/** Gives days, weeks and months their words. */
final readonly class MonthCalendar {
	private string $id;

	/**
	 * @param string                  $view    Id of the view it stands in.
	 * @param string                  $label   Name of what is shown: "Events".
	 * @param Closure(int): string    $counted Words for a number of records.
	 * @param MonthRecords            $asked   The month and what its source says.
	 * @param Closure(?Month): string $url     Address of a month; null for the current one.
	 */
	public function __construct( string $view, private string $label, private Closure $counted, private MonthRecords $asked, private Closure $url ) {
		$this->id = $view . '-calendar';
	}

	/**
	 * The month as it is printed.
	 *
	 * @param Result $result Its records.
	 */
	public function view( Result $result ): MonthView {
		$month   = $this->asked->month;
		// It marks today, and without a month in the address it shows this one.
		PageChanges::right_until( $this->asked->now->modify( 'tomorrow' ) );
		$plan    = new MonthPlan( $month, $result->records, $this->asked->calendar->fields, $this->asked->now->getTimezone() );
		$nearest = 0 === $result->total ? $this->asked->nearest() : null;
		return new MonthView(
			$this->id,
			/* translators: 1: what is shown, e.g. "Events", 2: month and year. */
			sprintf( __( '%1$s in %2$s', 'lernwelt-dataview' ), $this->label, self::name( $month ) ),
			self::name( $month ),
			$this->months( $month ),
			self::weekdays(),
			array_map( fn ( array $week ): array => array_map( fn ( ?int $day ): ?DayView => null === $day ? null : $this->day( $month, $day, $plan->days[ $day ] ?? [] ), $week ), $month->weeks() ),
			$this->note( $result ),
			/* translators: %s: month and year. */
			null === $nearest ? null : new Link( $this->id . '-nearest', sprintf( __( 'Show %s', 'lernwelt-dataview' ), self::name( $nearest ) ), ( $this->url )( $nearest ) )
		);
	}

	/**
	 * Month and year in words.
	 *
	 * @param Month $month The month.
	 */
	public static function name( Month $month ): string {
		return self::words( 'F Y', $month->day( 1 ) );
	}

	/** @return list<Link> */
	private function months( Month $month ): array {
		$links = [];
		foreach ( [ 'previous' => $month->previous(), 'next' => $month->next() ] as $end => $other ) {
			if ( null !== $other ) {
				$links[] = new Link( "{$this->id}-$end", self::name( $other ), ( $this->url )( $other ) );
			}
		}
		if ( Month::of( $this->asked->now )->text() !== $month->text() ) {
			$links[] = new Link( "{$this->id}-current", __( 'Current month', 'lernwelt-dataview' ), ( $this->url )( null ) );
		}
		return $links;
	}

	/**
	 * @param Month       $month   The month.
	 * @param int         $day     Day.
	 * @param list<Entry> $entries What is on it.
	 */
	private function day( Month $month, int $day, array $entries ): DayView {
		$date = $month->day( $day );
		$id   = "{$this->id}-$day";
		return new DayView(
			$id,
			$day,
			$date->format( 'Y-m-d' ),
			/* translators: weekday and day, see https://www.php.net/manual/datetime.format.php */
			self::words( _x( 'D, j F', 'short day of a month', 'lernwelt-dataview' ), $date ),
			/* translators: 1: "Thursday, 3 December", 2: "2 events". */
			sprintf( __( '%1$s, %2$s', 'lernwelt-dataview' ), self::words( _x( 'l, j F', 'day of a month', 'lernwelt-dataview' ), $date ), ( $this->counted )( count( $entries ) ) ),
			$this->asked->now->format( 'Y-m-d' ) === $date->format( 'Y-m-d' ),
			array_map( static fn ( Entry $entry ): EntryView => new EntryView( "$id-{$entry->record->id}", self::time( $entry ), $entry->record->title, $entry->record->url ), $entries )
		);
	}

	private static function time( Entry $entry ): string {
		return match ( true ) {
			/* translators: %s: time at which something of several days begins. */
			$entry->begins() && 1 < $entry->days => sprintf( __( 'from %s', 'lernwelt-dataview' ), self::clock( $entry->span->start ) ),
			$entry->begins()                     => self::clock( $entry->span->start ),
			/* translators: %s: time at which something of several days ends. */
			$entry->ends()                       => sprintf( __( 'until %s', 'lernwelt-dataview' ), self::clock( $entry->span->end ) ),
			/* translators: 1: which day of something that takes several, 2: how many days. */
			1 < $entry->days                     => sprintf( __( 'Day %1$s of %2$s', 'lernwelt-dataview' ), number_format_i18n( $entry->day ), number_format_i18n( $entry->days ) ),
			default                              => __( 'All day', 'lernwelt-dataview' ),
		};
	}

	private static function clock( DateTimeImmutable $instant ): string {
		/* translators: time, see https://www.php.net/manual/datetime.format.php */
		return (string) wp_date( _x( 'H:i', 'time of a day', 'lernwelt-dataview' ), $instant->getTimestamp(), $instant->getTimezone() );
	}

	private function note( Result $result ): string {
		if ( 0 === $result->total ) {
			return __( 'There is nothing in this month.', 'lernwelt-dataview' );
		}
		$shown = count( $result->records );
		/* translators: 1: number of shown entries, 2: number of all entries. */
		return $shown < $result->total ? sprintf( __( 'The first %1$s of %2$s entries are shown. Choose filters to see the others.', 'lernwelt-dataview' ), number_format_i18n( $shown ), number_format_i18n( $result->total ) ) : '';
	}

	/** @return list<array{short: string, long: string}> */
	private static function weekdays(): array {
		$monday = new DateTimeImmutable( '2024-01-01', new DateTimeZone( 'UTC' ) );
		return array_map(
			static fn ( int $days ): array => [ 'short' => rtrim( self::words( 'D', $monday->modify( "+$days days" ) ), '.' ), 'long' => self::words( 'l', $monday->modify( "+$days days" ) ) ],
			range( 0, 6 )
		);
	}

	/** Translated words of a day that is counted in UTC. */
	private static function words( string $format, DateTimeImmutable $day ): string {
		return (string) wp_date( $format, $day->getTimestamp(), $day->getTimezone() );
	}
}
