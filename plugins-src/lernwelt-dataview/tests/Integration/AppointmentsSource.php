<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use DateTimeImmutable;
use Lernwelt\Core\Data\CalendarFields;
use Lernwelt\Core\Data\CalendarSpan;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\HasCalendar;
use Lernwelt\Core\Data\Index\Catalogue;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\Evaluator;
use Lernwelt\Core\Data\Index\IndexRow;
use Lernwelt\Core\Data\Moment;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;

/** Appointments that are kept in memory, found and counted by the index's own rules. */
final class AppointmentsSource implements HasCalendar {
	public const ID = 'appointments';

	/** @var array<int, array{title: string, start: DateTimeImmutable, end: ?DateTimeImmutable, all_day: bool, city: string}> */
	private array $appointments = [];

	/**
	 * @param ?string $capability What is needed to see the month; null for nothing.
	 */
	public function __construct( private readonly ?string $capability = null ) {}

	/**
	 * Adds an appointment.
	 *
	 * @param string $title   Title.
	 * @param string $start   `YYYY-MM-DD HH:MM` in the portal's zone.
	 * @param string $end     The same, or '' for none.
	 * @param bool   $all_day Whether whole days count.
	 * @param string $city    City.
	 */
	public function add( string $title, string $start, string $end = '', bool $all_day = false, string $city = 'halle' ): self {
		$this->appointments[ count( $this->appointments ) + 1 ] = [
			'title'   => $title,
			'start'   => new DateTimeImmutable( $start, wp_timezone() ),
			'end'     => '' === $end ? null : new DateTimeImmutable( $end, wp_timezone() ),
			'all_day' => $all_day,
			'city'    => $city,
		];
		return $this;
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return 'Termine';
	}

	public function counted( int $count ): string {
		return 1 === $count ? '1 Termin' : "$count Termine";
	}

	/** @return list<Field> */
	public function fields(): array {
		return [
			new Field( 'start', 'Beginn', FieldType::Moment, sort: true, parameter: 'beginn' ),
			new Field( 'end', 'Ende', FieldType::Moment, parameter: 'ende' ),
			new Field( 'all_day', 'Ganze Tage', FieldType::Boolean, parameter: 'ganztags' ),
			new Field( 'city', 'Stadt', FieldType::Terms, filter: true, parameter: 'stadt', choices: static fn (): array => [ 'burg' => 'Burg', 'halle' => 'Halle', 'zeitz' => 'Zeitz' ], phrase: 'in %s' ),
			new Field( 'month', 'Monat', FieldType::Terms, filter: true, capability: $this->capability, parameter: 'monat', choices: $this->months( ... ) ),
		];
	}

	public function calendar(): CalendarFields {
		return new CalendarFields( 'month', 'start', 'end', 'all_day' );
	}

	public function has_map(): bool {
		return false;
	}

	public function query( Query $query, Viewer $viewer ): Result {
		$rows = [];
		foreach ( $this->appointments as $id => $appointment ) {
			$row    = IndexRow::of( new Document( $id, $appointment['title'], [ 'city' => [ $appointment['city'] ], 'month' => self::span( $appointment )->months() ], sort: [ 'start' => Moment::text( $appointment['start'] ) ] ) );
			$rows[] = [ $row['record_id'], $row['title'], $row['title_key'], $row['terms'], $row['capability'], null, null, $row['sort_keys'] ];
		}
		$found = array_keys( array_filter( $this->appointments, static fn ( array $appointment ): bool => '' === $query->search || str_contains( $appointment['title'], $query->search ) ) );
		$hits  = ( new Evaluator( Catalogue::of_rows( $rows ), $this->fields(), $query, $viewer, $found ) )->hits();
		return new Result( $hits->total, $this->records( $hits->ids, $viewer ), $hits->facets, $hits->page, $hits->pages );
	}

	public function markers( Query $query, Viewer $viewer ): array {
		return [];
	}

	public function records( array $ids, Viewer $viewer ): array {
		$records = [];
		foreach ( array_intersect( $ids, array_keys( $this->appointments ) ) as $id ) {
			$appointment = $this->appointments[ $id ];
			$values      = [
				'start'   => Moment::text( $appointment['start'] ),
				'end'     => null === $appointment['end'] ? '' : Moment::text( $appointment['end'] ),
				'all_day' => $appointment['all_day'],
				'city'    => [ $appointment['city'] ],
				'month'   => self::span( $appointment )->months(),
			];
			$records[]   = new Record( $id, $appointment['title'], home_url( "/termin-$id/" ), array_filter( $values, static fn ( mixed $value ): bool => '' !== $value && false !== $value ) );
		}
		return $records;
	}

	public function version(): string {
		return (string) count( $this->appointments );
	}

	/** @return array<string, string> */
	private function months(): array {
		$months = array_unique( array_merge( ...array_map( static fn ( array $appointment ): array => self::span( $appointment )->months(), array_values( $this->appointments ) ) ) );
		sort( $months );
		return array_combine( $months, array_map( static fn ( string $month ): string => (string) wp_date( 'F Y', (int) strtotime( "$month-15" ) ), $months ) );
	}

	/**
	 * @param array{start: DateTimeImmutable, end: ?DateTimeImmutable, ...} $appointment Appointment.
	 */
	private static function span( array $appointment ): CalendarSpan {
		return new CalendarSpan( $appointment['start'], $appointment['end'], wp_timezone() );
	}
}
