<?php
/**
 * Dates as a data source.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\DateState;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Core\Clock;
use Lernwelt\Core\Data\CalendarFields;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\HasCalendar;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\IndexedSource;
use Lernwelt\Core\Data\Index\IndexStore;
use Lernwelt\Core\Data\Moment;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Viewer;
use WP_Post;

/** Dates of published events. The index finds them; seats and states are read from the dates at every request. */
final class EventDatesSource extends IndexedSource implements HasCalendar {

	public const ID = 'event-dates';

	/** Dates of one batch of a rebuild. */
	private const BATCH = 500;

	/** Characters of the text that are searched. */
	private const SEARCHED = 20_000;

	/** @var ?array<string, string> Months in which there are dates, of this request. */
	private ?array $months = null;

	/**
	 * @param IndexStore $index Index.
	 * @param EventDates $dates Dates.
	 * @param Clock      $clock Time.
	 */
	public function __construct( IndexStore $index, private readonly EventDates $dates, private readonly Clock $clock ) {
		parent::__construct( $index );
	}

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return __( 'Dates of events', 'lernwelt-booking' );
	}

	public function counted( int $count ): string {
		/* translators: %s: number of dates. */
		return sprintf( _n( '%s date', '%s dates', $count, 'lernwelt-booking' ), number_format_i18n( $count ) );
	}

	public function has_map(): bool {
		return false;
	}

	public function calendar(): CalendarFields {
		return new CalendarFields( 'month', 'start', 'end', 'all_day' );
	}

	/** @return list<Field> */
	public function fields(): array {
		return [
			new Field( 'start', __( 'When', 'lernwelt-booking' ), FieldType::Moment, sort: true, parameter: 'beginn' ),
			new Field( 'end', __( 'End', 'lernwelt-booking' ), FieldType::Moment, parameter: 'ende' ),
			new Field( 'all_day', __( 'All day', 'lernwelt-booking' ), FieldType::Boolean, parameter: 'ganztags' ),
			new Field( 'seats', __( 'Seats', 'lernwelt-booking' ), FieldType::Text, parameter: 'plaetze' ),
			new Field( 'place', __( 'Where', 'lernwelt-booking' ), FieldType::Text, parameter: 'ort' ),
			new Field( 'summary', __( 'In one sentence', 'lernwelt-booking' ), FieldType::LongText, parameter: 'kurztext' ),
			new Field( 'period', __( 'Time', 'lernwelt-booking' ), FieldType::Terms, filter: true, parameter: 'zeit', choices: self::periods( ... ) ),
			new Field( 'month', __( 'Month', 'lernwelt-booking' ), FieldType::Terms, filter: true, parameter: 'monat', choices: $this->months( ... ) ),
			new Field( 'audience', __( 'Target group', 'lernwelt-booking' ), FieldType::Terms, filter: true, parameter: 'zielgruppe', choices: static fn (): array => EventTaxonomies::all( EventTaxonomies::AUDIENCE ) ),
			new Field( 'subject', _x( 'Subject', 'of an event', 'lernwelt-booking' ), FieldType::Terms, filter: true, parameter: 'fach', choices: static fn (): array => EventTaxonomies::all( EventTaxonomies::SUBJECT ) ),
			new Field( 'format', __( 'On site or online', 'lernwelt-booking' ), FieldType::Terms, filter: true, choices: EventFormats::words( ... ) ),
			new Field( 'booking', __( 'Booking', 'lernwelt-booking' ), FieldType::Terms, filter: true, parameter: 'buchung', choices: self::booking_words( ... ) ),
		];
	}

	public function documents( array $ids ): iterable {
		foreach ( $this->published( $ids ) as [ $date, $post ] ) {
			$audiences = EventTaxonomies::of( $post->ID, EventTaxonomies::AUDIENCE );
			$subjects  = EventTaxonomies::of( $post->ID, EventTaxonomies::SUBJECT );
			yield new Document(
				$date->id,
				self::line( $post->post_title ),
				[
					'period'   => [ $date->is_over( $this->clock->now() ) ? 'vorbei' : 'kommend' ],
					'month'    => $date->facts->period->months(),
					'audience' => array_keys( $audiences ),
					'subject'  => array_keys( $subjects ),
					'format'   => [ EventFormats::of( $post->ID ) ],
					'booking'  => self::is_bookable( $date ) ? [ 'frei' ] : [],
				],
				implode( "\n", [ ...array_values( $audiences ), ...array_values( $subjects ), self::line( $post->post_excerpt ), $date->facts->place, mb_substr( wp_strip_all_tags( $post->post_content ), 0, self::SEARCHED ) ] ),
				null,
				null,
				[ 'start' => Moment::text( $date->facts->period->start ) ]
			);
		}
	}

	public function records( array $ids, Viewer $viewer ): array {
		$records = [];
		foreach ( $this->published( array_slice( $ids, 0, 200 ) ) as [ $date, $post ] ) {
			SeatState::shown( $date, $this->clock->now() );
			$values    = [
				'start'    => Moment::text( $date->facts->period->start ),
				'end'      => Moment::text( $date->facts->period->end ),
				'all_day'  => $date->facts->period->all_day,
				'seats'    => SeatWords::of( $date, $this->clock->now() ),
				'place'    => '' === $date->facts->place ? __( 'Online', 'lernwelt-booking' ) : $date->facts->place,
				'summary'  => self::line( $post->post_excerpt ),
				'period'   => [ $date->is_over( $this->clock->now() ) ? 'vorbei' : 'kommend' ],
				'month'    => $date->facts->period->months(),
				'audience' => array_keys( EventTaxonomies::of( $post->ID, EventTaxonomies::AUDIENCE ) ),
				'subject'  => array_keys( EventTaxonomies::of( $post->ID, EventTaxonomies::SUBJECT ) ),
				'format'   => [ EventFormats::of( $post->ID ) ],
				'booking'  => self::is_bookable( $date ) ? [ 'frei' ] : [],
			];
			$records[] = new Record(
				$date->id,
				self::line( $post->post_title ),
				add_query_arg( 'termin', $date->id, (string) get_permalink( $post ) ),
				array_filter( $values, static fn ( string|array|bool $value ): bool => '' !== $value && [] !== $value && false !== $value ),
				(int) get_post_thumbnail_id( $post ),
				$post->post_name
			);
		}
		return $records;
	}

	protected function batches(): iterable {
		return array_chunk( $this->dates->ids(), self::BATCH );
	}

	protected function forget( array $ids ): void {
		$this->months = null;
	}

	/**
	 * Dates of published events, in the order asked for.
	 *
	 * @param list<int> $ids Dates.
	 * @return list<array{EventDate, WP_Post}>
	 */
	private function published( array $ids ): array {
		$dates = $this->dates->find_all( $ids );
		_prime_post_caches( array_values( array_unique( array_map( static fn ( EventDate $date ): int => $date->event_id, $dates ) ) ) );
		$found = [];
		foreach ( $ids as $id ) {
			$date = $dates[ $id ] ?? null;
			$post = null === $date ? null : get_post( $date->event_id );
			if ( null !== $date && $post instanceof WP_Post && Event::TYPE === $post->post_type && 'publish' === $post->post_status && '' === $post->post_password ) {
				$found[] = [ $date, $post ];
			}
		}
		return $found;
	}

	/** Whether there are seats; that the window is open shows the record itself. */
	private static function is_bookable( EventDate $date ): bool {
		return DateState::Planned === $date->state && 0 < $date->free();
	}

	/** @return array<string, string> */
	private static function periods(): array {
		return [
			'kommend' => __( 'upcoming', 'lernwelt-booking' ),
			'vorbei'  => __( 'over', 'lernwelt-booking' ),
		];
	}

	/** @return array<string, string> */
	private static function booking_words(): array {
		return [ 'frei' => __( 'with free seats', 'lernwelt-booking' ) ];
	}

	/**
	 * Months from the first to the last date.
	 *
	 * @return array<string, string> `YYYY-MM` → name.
	 */
	private function months(): array {
		if ( null === $this->months ) {
			$months       = $this->dates->months();
			$this->months = array_combine( $months, array_map( static fn ( string $month ): string => (string) wp_date( 'F Y', (int) strtotime( "$month-15 12:00 UTC" ) ), $months ) );
		}
		return $this->months;
	}

	private static function line( string $html ): string {
		return trim( html_entity_decode( wp_strip_all_tags( $html, true ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
	}
}
