<?php
/**
 * The list of events in wp-admin.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Booking\Domain\EventState;
use Lernwelt\Booking\Domain\EventSummary;
use Lernwelt\Core\Clock;
use WP_Post;

/** Columns that answer what editors look for: when is it next, is it full, how does it stand. All events of a page are asked for at once. */
final class EventList {

	/** @var array<int, EventSummary> Event → numbers, of this request. */
	private array $known = [];

	/**
	 * @param EventDates $dates Dates.
	 * @param Clock      $clock Time.
	 */
	public function __construct( private readonly EventDates $dates, private readonly Clock $clock ) {}

	/**
	 * Filter `manage_lernwelt_event_posts_columns`.
	 *
	 * @param array<string, string> $columns Name → title.
	 * @return array<string, string>
	 */
	public function columns( array $columns ): array {
		$at = (int) array_search( 'title', array_keys( $columns ), true ) + 1;
		return array_slice( $columns, 0, $at ) + [
			'event_state' => __( 'State', 'lernwelt-booking' ),
			'event_dates' => __( 'Dates', 'lernwelt-booking' ),
			'event_seats' => __( 'Booked', 'lernwelt-booking' ),
		] + $columns;
	}

	/**
	 * Filter `the_posts` of the list: reads the numbers of all of them.
	 *
	 * @param list<WP_Post> $posts Posts of a page.
	 */
	public function read( array $posts ): void {
		$ids          = array_map( static fn ( WP_Post $post ): int => $post->ID, array_filter( $posts, static fn ( mixed $post ): bool => $post instanceof WP_Post && Event::TYPE === $post->post_type ) );
		$this->known += $this->dates->summaries( array_values( array_diff( $ids, array_keys( $this->known ) ) ), $this->clock->now() );
	}

	/**
	 * Action `manage_lernwelt_event_posts_custom_column`.
	 *
	 * @param string $column Name.
	 * @param int    $id     Event.
	 */
	public function print_cell( string $column, int $id ): void {
		$post = get_post( $id );
		if ( null === $post || ! in_array( $column, [ 'event_state', 'event_dates', 'event_seats' ], true ) ) {
			return;
		}
		$this->read( [ $post ] );
		$summary = $this->known[ $id ] ?? new EventSummary();
		echo wp_kses(
			match ( $column ) {
				'event_state' => esc_html( self::state( $summary->state( 'publish' === $post->post_status, 'future' === $post->post_status ) ) ),
				'event_dates' => self::dates( $summary ),
				default => esc_html( self::seats( $summary ) ),
			},
			[ 'br' => [] ]
		);
	}

	/**
	 * State in one word.
	 *
	 * @param EventState $state State.
	 */
	public static function state( EventState $state ): string {
		return match ( $state ) {
			EventState::Draft     => __( 'Draft', 'lernwelt-booking' ),
			EventState::Scheduled => __( 'Scheduled', 'lernwelt-booking' ),
			EventState::Published => __( 'Published', 'lernwelt-booking' ),
			EventState::Cancelled => __( 'Called off', 'lernwelt-booking' ),
			EventState::Over      => _x( 'Over', 'state of an event', 'lernwelt-booking' ),
		};
	}

	/** Of what is to come; when nothing is, of what was. */
	private static function seats( EventSummary $summary ): string {
		[ $booked, $seats ] = 0 < $summary->upcoming ? [ $summary->upcoming_booked, $summary->upcoming_seats ] : [ $summary->booked, $summary->seats ];
		/* translators: 1: number of bookings, 2: number of seats. */
		return 0 === $summary->planned ? '—' : sprintf( __( '%1$s of %2$s', 'lernwelt-booking' ), number_format_i18n( $booked ), number_format_i18n( $seats ) );
	}

	private static function dates( EventSummary $summary ): string {
		if ( 0 === $summary->dates ) {
			return esc_html__( 'none yet', 'lernwelt-booking' );
		}
		/* translators: %s: number of dates. */
		$count = sprintf( _n( '%s date', '%s dates', $summary->dates, 'lernwelt-booking' ), number_format_i18n( $summary->dates ) );
		if ( null === $summary->next ) {
			return esc_html( $count );
		}
		if ( $summary->upcoming !== $summary->dates ) {
			/* translators: 1: number of dates with the word, 2: number of those to come. */
			$count = sprintf( __( '%1$s, %2$s to come', 'lernwelt-booking' ), $count, number_format_i18n( $summary->upcoming ) );
		}
		return esc_html( When::short( $summary->next->facts->period ) ) . '<br>' . esc_html( $count );
	}
}
