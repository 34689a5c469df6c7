<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use DateTimeZone;
use Lernwelt\Booking\Content\EventDatesSource;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Domain\Period;
use Lernwelt\Booking\Parts;
use Lernwelt\Booking\SourceHooks;
use Lernwelt\Core\Core;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FacetValue;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Core\Viewer;
use PHPUnit\Framework\Attributes\TestWith;

/** Dates in data views: who finds which, how fresh it is, what it costs. */
final class EventDatesSourceTest extends BookingTestCase {

	protected function setUp(): void {
		parent::setUp();
		// Those of the plugin look at the real clock; dates of these tests are over or not by the test's own.
		array_map( remove_all_actions( ... ), [ Parts::DATE_CHANGED, 'wp_after_insert_post', 'set_object_terms', 'edited_term', 'delete_term', Sweep::HOOK ] );
		$this->parts = new Parts( new Services( ...[ ...get_object_vars( Core::services() ), 'clock' => $this->clock, 'data_sources' => new DataSources() ] ) );
		( new SourceHooks( $this->parts ) )->register();
		$this->source()->rebuild();
	}

	public function test_finds_filters_counts_and_sorts(): void {
		$reading = $this->event( [ 'post_title' => 'Lesen', 'post_excerpt' => 'Lesebänder planen.' ] );
		wp_set_object_terms( $reading, [ 'grundschule', 'lehrkraefte' ], EventTaxonomies::AUDIENCE );
		wp_set_object_terms( $reading, [ 'deutsch' ], EventTaxonomies::SUBJECT );
		$second = $this->changed( $this->date( [ 'period' => self::period( '2026-12-10 14:00', '2026-12-10 16:00' ) ], $reading ) );
		$first  = $this->changed( $this->date( [], $reading ) );
		$online = $this->event( [ 'post_title' => 'Änderungen im Förderrecht' ] );
		update_post_meta( $online, Event::META, [ 'format' => 'online' ] );
		wp_set_object_terms( $online, [ 'schulleitungen' ], EventTaxonomies::AUDIENCE );
		$this->changed( $this->date( [ 'place' => '', 'link' => 'https://konferenz.example.org/geheim', 'period' => self::period( '2027-01-12 10:00', '2027-01-12 11:00' ), 'capacity' => 1 ], $online ) );

		self::assertSame( [ 'Lesen 2026-12-03T13:00:00Z', 'Lesen 2026-12-10T13:00:00Z', 'Änderungen im Förderrecht 2027-01-12T09:00:00Z' ], $this->found( new Query( sort: 'start' ) ) );
		self::assertSame( [ 'Lesen 2026-12-03T13:00:00Z', 'Lesen 2026-12-10T13:00:00Z' ], $this->found( new Query( filters: [ 'audience' => [ 'grundschule' ] ], sort: 'start' ) ) );
		self::assertSame( [ 'Lesen 2026-12-10T13:00:00Z', 'Lesen 2026-12-03T13:00:00Z' ], $this->found( new Query( filters: [ 'month' => [ '2026-12' ] ], sort: 'start', descending: true ) ) );
		self::assertSame( [ 'Änderungen im Förderrecht 2027-01-12T09:00:00Z' ], $this->found( new Query( filters: [ 'format' => [ 'online' ] ] ) ) );
		self::assertSame( [ 'Änderungen im Förderrecht 2027-01-12T09:00:00Z' ], $this->found( new Query( search: 'aenderungen foerderrecht' ) ) );
		self::assertCount( 2, $this->found( new Query( search: 'lesebaender riebeckplatz' ) ) );
		self::assertSame( [], $this->found( new Query( search: 'geheim' ) ), 'the link is for those who booked' );
		self::assertSame( [ 'lehrkraefte 2', 'schulleitungen 1', 'grundschule 2' ], $this->counts( 'audience' ) );
		self::assertSame( [ 'onsite 2', 'online 1' ], $this->counts( 'format' ) );
		self::assertSame( [ '2026-12 2', '2027-01 1' ], $this->counts( 'month' ) );
		self::assertSame( [ 'kommend 3' ], $this->counts( 'period' ) );

		$record = $this->source()->records( [ $second->id ], Viewer::guest() )[0];
		self::assertSame( add_query_arg( 'termin', $second->id, get_permalink( $reading ) ), $record->url );
		self::assertSame( [ 'start' => '2026-12-10T13:00:00Z', 'end' => '2026-12-10T15:00:00Z', 'seats' => '20 von 20 Plätzen frei', 'place' => 'LISA, Riebeckplatz 9, Halle' ], array_intersect_key( $record->values, array_flip( [ 'start', 'end', 'seats', 'place', 'link', 'all_day' ] ) ) );
		self::assertSame( [ 'Dezember 2026', 'Januar 2027' ], array_values( $this->choices( 'month' ) ) );
		self::assertSame( $first->id, $this->source()->query( new Query( sort: 'start', per_page: 1 ), Viewer::guest() )->records[0]->id ?? 0 );
	}

	/**
	 * @param array{post_status?: string, post_date?: string, post_date_gmt?: string, edit_date?: string, post_password?: string} $post What makes it invisible.
	 */
	#[TestWith( [ [ 'post_status' => 'draft' ] ] )]
	#[TestWith( [ [ 'post_status' => 'pending' ] ] )]
	#[TestWith( [ [ 'post_status' => 'private' ] ] )]
	#[TestWith( [ [ 'post_status' => 'trash' ] ] )]
	#[TestWith( [ [ 'post_status' => 'future', 'post_date' => '2099-01-01 08:00:00', 'post_date_gmt' => '2099-01-01 07:00:00', 'edit_date' => '1' ] ] )]
	#[TestWith( [ [ 'post_password' => 'sesam' ] ] )]
	public function test_only_published_events_appear_to_anybody( array $post ): void {
		$event = $this->event( [ 'post_title' => 'Verborgen' ] );
		$date  = $this->changed( $this->date( [], $event ) );
		self::assertCount( 1, $this->found( new Query() ) );
		wp_update_post( [ 'ID' => $event ] + $post );
		$everything = Viewer::with( 'edit_posts', 'lernwelt_read_private_events', 'lernwelt_edit_others_events', 'read_private_posts' );
		foreach ( [ Viewer::guest(), $everything ] as $viewer ) {
			$result = $this->source()->query( new Query( facets: [ 'audience', 'month', 'period', 'booking', 'format' ] ), $viewer );
			self::assertSame( [ 0, [] ], [ $result->total, $result->records ] );
			self::assertSame( 0, array_sum( array_merge( ...array_map( static fn ( Facet $facet ): array => array_map( static fn ( FacetValue $value ): int => $value->count, $facet->values ), $result->facets ) ) ), 'nor in a count' );
			self::assertSame( [], $this->source()->records( [ $date->id ], $viewer ), 'also not by its number' );
		}
		self::assertSame( 0, $this->source()->query( new Query( search: 'Verborgen' ), Viewer::guest() )->total );
		$this->source()->rebuild();
		self::assertSame( [], $this->found( new Query() ), 'a rebuild finds no more' );
		wp_update_post( [ 'ID' => $event, 'post_status' => 'publish', 'post_password' => '', 'post_date' => '2026-01-01 08:00:00', 'post_date_gmt' => '2026-01-01 07:00:00', 'edit_date' => '1' ] );
		self::assertCount( 1, $this->found( new Query() ), 'published again' );
	}

	public function test_seats_are_those_of_this_moment_and_the_last_one_changes_the_filter(): void {
		// What hears of seats hears of them when they are taken for good.
		$this->work_without_rollback();
		$date = $this->changed( $this->date( [ 'capacity' => 2 ] ) );
		$seen = fn (): array => [ $this->source()->records( [ $date->id ], Viewer::guest() )[0]->values['seats'] ?? '', $this->found( new Query( filters: [ 'booking' => [ 'frei' ] ] ) ) === [] ? 'full' : 'free' ];
		self::assertSame( [ '2 von 2 Plätzen frei', 'free' ], $seen() );
		$this->booked( $date->id );
		self::assertSame( [ '1 von 2 Plätzen frei', 'free' ], $seen() );
		$last = $this->booked( $date->id, self::person( 'Berta' ) );
		self::assertSame( [ 'ausgebucht', 'full' ], $seen() );
		$this->parts->cancel_booking()->cancel( $last, CancelledBy::Person );
		self::assertSame( [ '1 von 2 Plätzen frei', 'free' ], $seen() );
		$this->parts->manage_dates()->cancel( $this->fresh_date( $date->id ) );
		self::assertSame( [ 'abgesagt', 'full' ], $seen() );
	}

	public function test_a_new_a_moved_and_a_deleted_date_are_found_at_once(): void {
		$event = $this->event( [ 'post_title' => 'Runde' ] );
		$dates = $this->parts->manage_dates()->add( $event, [ self::facts(), self::facts( [ 'period' => self::period( '2027-02-02 09:00', '2027-02-02 10:00' ) ] ) ] );
		self::assertSame( [ '2026-12 1', '2027-02 1' ], $this->counts( 'month' ) );
		$this->parts->manage_dates()->change( $dates[0], self::facts( [ 'period' => self::period( '2027-01-05 09:00', '2027-01-05 10:00' ) ] ), 1 );
		self::assertSame( [ '2027-01 1', '2027-02 1' ], $this->counts( 'month' ) );
		self::assertTrue( $this->parts->manage_dates()->remove( $dates[1] ) );
		self::assertSame( [ 'Runde 2027-01-05T08:00:00Z' ], $this->found( new Query() ) );
	}

	public function test_saving_an_event_or_a_term_shows_at_once(): void {
		$event = $this->event( [ 'post_title' => 'Alt' ] );
		$this->changed( $this->date( [], $event ) );
		wp_update_post( [ 'ID' => $event, 'post_title' => 'Größe neu' ] );
		self::assertCount( 1, $this->found( new Query( search: 'groesse' ) ) );
		self::assertSame( [], $this->found( new Query( search: 'alt' ) ) );
		wp_set_object_terms( $event, [ 'sport' ], EventTaxonomies::SUBJECT );
		self::assertSame( [ 'sport 1' ], $this->counts( 'subject' ) );
		$sport = get_term_by( 'slug', 'sport', EventTaxonomies::SUBJECT );
		self::assertInstanceOf( \WP_Term::class, $sport );
		$before = $this->source()->version();
		wp_update_term( $sport->term_id, EventTaxonomies::SUBJECT, [ 'name' => 'Leibesübungen', 'slug' => 'leibesuebungen' ] );
		self::assertSame( [ 'leibesuebungen 1' ], $this->counts( 'subject' ) );
		self::assertCount( 1, $this->found( new Query( search: 'leibesuebungen' ) ) );
		self::assertNotSame( $before, $this->source()->version() );
		wp_delete_term( $sport->term_id, EventTaxonomies::SUBJECT );
		self::assertSame( [], $this->counts( 'subject' ) );
	}

	public function test_an_event_deleted_for_good_leaves_nothing_to_find(): void {
		$event = $this->event();
		$this->changed( $this->date( [], $event ) );
		$booked = $this->changed( $this->date( [ 'period' => self::period( '2026-11-05 09:00', '2026-11-05 10:00' ) ], $event ) );
		$this->booked( $booked->id );
		$this->clock->advance( '+4 days' );
		self::assertCount( 2, $this->found( new Query() ) );
		wp_delete_post( $event, true );
		self::assertSame( 0, $this->source()->query( new Query(), Viewer::guest() )->total );
	}

	public function test_what_ended_is_over_after_the_next_sweep(): void {
		$today = $this->changed( $this->date( [ 'period' => self::period( '2026-11-02 10:00', '2026-11-02 12:00' ) ] ) );
		$this->changed( $this->date() );
		self::assertSame( [ 'kommend 2' ], $this->counts( 'period' ) );
		do_action( Sweep::HOOK );
		self::assertSame( [ 'kommend 2' ], $this->counts( 'period' ), 'not yet' );
		$this->clock->advance( '+3 hours' );
		self::assertSame( 'vorbei', $this->source()->records( [ $today->id ], Viewer::guest() )[0]->values['seats'] ?? '', 'said at once' );
		do_action( Sweep::HOOK );
		self::assertSame( [ 'kommend 1', 'vorbei 1' ], $this->counts( 'period' ) );
		self::assertSame( [ $today->id ], array_map( static fn ( Record $record ): int => $record->id, $this->source()->query( new Query( scope: [ 'period' => [ 'vorbei' ] ] ), Viewer::guest() )->records ) );
		$this->clock->advance( '+52 days' );
		do_action( Sweep::HOOK );
		self::assertSame( [ 'vorbei 2' ], $this->counts( 'period' ), 'also when no sweep came for weeks' );
	}

	public function test_dates_of_several_days_belong_to_each_of_their_months(): void {
		$this->changed( $this->date( [ 'period' => Period::typed( '2027-01-29', '2027-02-02', new DateTimeZone( 'Europe/Berlin' ), true ) ], $this->event( [ 'post_title' => 'Akademie' ] ) ) );
		$this->changed( $this->date( [ 'period' => self::period( '2027-01-31 20:00', '2027-02-01 00:00' ) ], $this->event( [ 'post_title' => 'Abend' ] ) ) );
		self::assertSame( [ '2027-01 2', '2027-02 1' ], $this->counts( 'month' ), 'an end at midnight belongs to the evening' );
		self::assertSame( [ '2027-01', '2027-02' ], array_keys( $this->choices( 'month' ) ), 'the last to begin is not the last to end' );
		$values = $this->source()->query( new Query( search: 'Akademie' ), Viewer::guest() )->records[0]->values ?? [];
		self::assertSame( [ true, '2027-01-28T23:00:00Z', '2027-02-02T23:00:00Z' ], [ $values['all_day'] ?? null, $values['start'] ?? '', $values['end'] ?? '' ] );
	}

	/**
	 * @param array<string, list<string>> $filters Filters.
	 */
	#[TestWith( [ [ 'month' => [ "2026-12' OR 1=1 --" ] ], '', '' ] )]
	#[TestWith( [ [ 'audience' => [ '<script>' ], 'nonsense' => [ 'x' ] ], '', '' ] )]
	#[TestWith( [ [ 'link' => [ 'https://konferenz.example.org/geheim' ] ], '%_\\', 'link' ] )]
	#[TestWith( [ [], "\xF0\x28\x8C\x28", '(SELECT 1)' ] )]
	#[TestWith( [ [ 'period' => [ '' ] ], '😀', 'seats' ] )]
	public function test_hostile_questions_break_nothing( array $filters, string $search, string $sort ): void {
		$this->changed( $this->date( [ 'place' => '', 'link' => 'https://konferenz.example.org/geheim' ] ) );
		$result = $this->source()->query( new Query( $search, $filters, sort: $sort, page: 999 ), Viewer::guest() );
		self::assertSame( [ 1, 1 ], [ $result->total, $result->page ], 'as if it had not been asked' );
		self::assertSame( [], $this->source()->records( [ 0, -1, PHP_INT_MAX ], Viewer::guest() ) );
	}

	public function test_twenty_dates_cost_as_many_queries_as_two(): void {
		$ids = [];
		for ( $day = 1; $day <= 20; $day++ ) {
			$event = $this->event( [ 'post_title' => "Nummer $day" ] );
			wp_set_object_terms( $event, [ 'grundschule' ], EventTaxonomies::AUDIENCE );
			$ids[] = $this->changed( $this->date( [ 'period' => self::period( sprintf( '2026-12-%02d 14:00', $day ), sprintf( '2026-12-%02d 15:00', $day ) ) ], $event ) )->id;
		}
		$cost = function ( int $count ) use ( $ids ): int {
			$this->source()->query( new Query( per_page: 0 ), Viewer::guest() );
			wp_cache_flush();
			$before = $GLOBALS['wpdb']->num_queries;
			self::assertCount( $count, $this->source()->records( array_slice( $ids, 0, $count ), Viewer::guest() ) );
			return $GLOBALS['wpdb']->num_queries - $before;
		};
		$two = $cost( 2 );
		self::assertSame( $two, $cost( 20 ) );
		self::assertLessThanOrEqual( 8, $two );
		$before = $GLOBALS['wpdb']->num_queries;
		$months = $this->source();
		foreach ( [ 1, 2, 3 ] as $time ) {
			self::assertCount( 1, $this->choices( 'month', $months ), "time $time" );
		}
		self::assertSame( 2, $GLOBALS['wpdb']->num_queries - $before, 'months are read once' );
	}

	private function source(): EventDatesSource {
		return new EventDatesSource( $this->parts->services->index, $this->parts->dates(), $this->clock );
	}

	private function changed( EventDate $date ): EventDate {
		do_action( Parts::DATE_CHANGED, $date->id );
		return $date;
	}

	private static function period( string $start, string $end ): Period {
		return Period::typed( $start, $end, new DateTimeZone( 'Europe/Berlin' ) );
	}

	/**
	 * @return list<string> Title and start.
	 */
	private function found( Query $query ): array {
		return array_map( static fn ( Record $record ): string => "$record->title " . ( is_string( $record->values['start'] ) ? $record->values['start'] : '' ), $this->source()->query( $query, Viewer::guest() )->records );
	}

	/**
	 * @return list<string> Value and number of those that occur.
	 */
	private function counts( string $field ): array {
		$values = $this->source()->query( new Query( per_page: 0, facets: [ $field ] ), Viewer::guest() )->facets[0]->values ?? [];
		return array_map( static fn ( FacetValue $value ): string => "$value->value $value->count", $values );
	}

	/**
	 * @return array<string, string>
	 */
	private function choices( string $field, ?EventDatesSource $source = null ): array {
		foreach ( ( $source ?? $this->source() )->fields() as $one ) {
			if ( $one->id === $field ) {
				return $one->choices();
			}
		}
		self::fail( "There is no field $field." );
	}
}
