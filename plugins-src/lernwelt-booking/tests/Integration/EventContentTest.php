<?php
/**
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Tests\Integration;

use Lernwelt\Booking\Content\EventCopy;
use Lernwelt\Booking\Content\EventFormats;
use Lernwelt\Booking\Content\EventGuard;
use Lernwelt\Booking\Content\EventList;
use Lernwelt\Booking\Content\EventTaxonomies;
use Lernwelt\Booking\Domain\CancelledBy;
use WP_Post;

/** Events in wp-admin: details, list, copies, what can't be deleted. */
final class EventContentTest extends BookingTestCase {

	private const DETAILS = [ 'format' => 'online', 'contact_name' => 'Anna "Ä" \\ Muster', 'contact_email' => 'anna@example.org', 'materials' => [ [ 'title' => 'Plan', 'url' => '/plan.pdf' ] ] ];

	public function test_details_are_saved_with_the_event_and_known_everywhere(): void {
		$this->log_in_as( 'editor' );
		$response = $this->rest( 'POST', '/wp/v2/events', [ 'title' => 'Abend', 'status' => 'publish', 'excerpt' => 'Kurz.', 'meta' => [ 'lernwelt_event' => self::DETAILS ] ] );
		self::assertSame( 201, $response->get_status(), (string) wp_json_encode( $response->get_data() ) );
		$id = (int) $response->get_data()['id'];
		self::assertEquals( (object) self::DETAILS, $response->get_data()['meta']['lernwelt_event'] );
		$event = $this->parts->events()->find( $id );
		self::assertSame( [ 'Anna "Ä" \\ Muster', 'anna@example.org', 'online' ], [ $event?->contact_name, $event?->contact_email, EventFormats::of( $id ) ] );
	}

	public function test_what_is_wrong_is_said_in_german_and_nothing_is_saved(): void {
		$this->log_in_as( 'editor' );
		$id       = $this->event( [ 'post_title' => 'Vorher' ] );
		$response = $this->rest( 'POST', "/wp/v2/events/$id", [ 'title' => 'Nachher', 'meta' => [ 'lernwelt_event' => [ 'contact_email' => 'kaputt', 'materials' => [ [ 'title' => 'A', 'url' => 'http://example.org' ] ] ] ] ] );
		self::assertSame( [ 422, [ 'contact_email' => 'email', 'materials.0.url' => 'uri' ] ], [ $response->get_status(), $response->get_data()['data']['fields'] ] );
		self::assertStringStartsWith( 'Noch wurde nichts gespeichert. E-Mail der Ansprechperson: Bitte prüfen Sie die E-Mail-Adresse.', $response->get_data()['message'] );
		self::assertStringContainsString( 'Material 1: Bitte prüfen Sie die Webadresse.', $response->get_data()['message'] );
		self::assertSame( [ 'Vorher', '' ], [ get_post( $id )?->post_title, $this->parts->events()->find( $id )?->contact_email ] );

		foreach ( [ [ 'title' => '' ], [ 'title' => str_repeat( 'ä', 151 ) ], [ 'excerpt' => str_repeat( 'a', 10_000 ) ] ] as $wrong ) {
			self::assertSame( 422, $this->rest( 'POST', "/wp/v2/events/$id", $wrong )->get_status() );
		}
		self::assertSame( 200, $this->rest( 'POST', "/wp/v2/events/$id", [ 'status' => 'draft', 'title' => '' ] )->get_status(), 'a draft may wait for its name' );
	}

	public function test_a_password_protects_the_details(): void {
		$id = $this->event( [ 'post_password' => 'geheim', 'meta_input' => [ 'lernwelt_event' => self::DETAILS ] ] );
		self::assertArrayNotHasKey( 'lernwelt_event', $this->rest( 'GET', "/wp/v2/events/$id" )->get_data()['meta'] );
		self::assertArrayHasKey( 'lernwelt_event', $this->rest( 'GET', "/wp/v2/events/$id", [ 'password' => 'geheim' ] )->get_data()['meta'] );
	}

	public function test_the_list_says_how_events_stand_with_few_queries(): void {
		global $wpdb;
		$events = [];
		foreach ( range( 1, 12 ) as $number ) {
			$events[] = $this->event( [ 'post_title' => "Abend $number" ] );
		}
		$next = $this->date( [ 'capacity' => 1500 ], $events[0] );
		$this->booked( $next->id );
		$this->date( [ 'period' => \Lernwelt\Booking\Domain\Period::typed( '2026-12-10', '2026-12-11', new \DateTimeZone( 'Europe/Berlin' ), true ) ], $events[0] );
		$this->parts->dates()->cancel( $this->date( [], $events[0] )->id, $this->clock->now() );
		$this->parts->dates()->cancel( $this->date( [], $events[1] )->id, $this->clock->now() );
		wp_update_post( [ 'ID' => $events[3], 'post_status' => 'draft' ] );

		$list  = new EventList( $this->parts->dates(), $this->clock );
		$posts = array_map( static fn ( int $id ): WP_Post => get_post( $id ) ?? self::fail( 'gone' ), $events );
		$before = $wpdb->num_queries;
		$list->read( $posts );
		$cells = array_map( static fn ( int $event ): array => self::row( $list, $event ), array_slice( $events, 0, 4 ) );
		self::assertSame( 2, $wpdb->num_queries - $before );
		self::assertSame(
			[
				[ 'Veröffentlicht', 'Do., 3. Dez. 2026, 14:00 bis 16:00 Uhr<br>3 Termine, davon 2 künftig', '1 von 1.520' ],
				[ 'Abgesagt', '1 Termin', '—' ],
				[ 'Veröffentlicht', 'noch keine', '—' ],
				[ 'Entwurf', 'noch keine', '—' ],
			],
			$cells
		);
		$this->clock->advance( '+60 days' );
		$list = new EventList( $this->parts->dates(), $this->clock );
		self::assertSame( [ 'Vorbei', '3 Termine', '1 von 1.520' ], self::row( $list, $events[0] ) );
	}

	public function test_a_copy_has_everything_but_dates(): void {
		$author  = $this->log_in_as( 'editor' );
		$picture = wp_insert_attachment( [ 'post_mime_type' => 'image/png', 'post_title' => 'Bild' ], 'bild.png' );
		$id      = $this->event( [ 'post_author' => 1, 'post_title' => 'Lesen \\ „Sinne“', 'post_excerpt' => 'Kurz \\ gut', 'meta_input' => [ 'lernwelt_event' => self::DETAILS ] ] );
		wp_set_object_terms( $id, [ 'gymnasium', 'lehrkraefte' ], EventTaxonomies::AUDIENCE );
		set_post_thumbnail( $id, $picture );
		$this->date( [], $id );

		$event = get_post( $id );
		self::assertInstanceOf( WP_Post::class, $event );
		$copy = get_post( ( new EventCopy() )->copy( $event ) );
		self::assertInstanceOf( WP_Post::class, $copy );
		self::assertSame( [ 'draft', 'Lesen \\ „Sinne“ (Kopie)', $event->post_content, 'Kurz \\ gut', (string) $author->ID ], [ $copy->post_status, $copy->post_title, $copy->post_content, $copy->post_excerpt, (string) $copy->post_author ] );
		self::assertSame( [ self::DETAILS, $picture, [] ], [ get_post_meta( $copy->ID, 'lernwelt_event', true ), get_post_thumbnail_id( $copy ), $this->parts->dates()->of_event( $copy->ID ) ] );
		self::assertSame( EventTaxonomies::of( $id, EventTaxonomies::AUDIENCE ), EventTaxonomies::of( $copy->ID, EventTaxonomies::AUDIENCE ) );

		self::assertArrayHasKey( EventCopy::ACTION, ( new EventCopy() )->row_actions( [ 'trash' => '' ], $event ) );
		$this->log_in_as( 'lernwelt_teacher' );
		self::assertSame( [ 'trash' => '' ], ( new EventCopy() )->row_actions( [ 'trash' => '' ], $event ) );
	}

	public function test_a_copy_wants_a_nonce_and_the_right(): void {
		$id = $this->event( [ 'post_author' => 1 ] );
		add_filter( 'wp_die_handler', static fn (): \Closure => static fn ( mixed $message ) => throw new \RuntimeException( is_string( $message ) ? $message : 'refused' ) );
		$this->log_in_as( 'editor' );
		$_GET = [ 'event' => (string) $id ];
		self::assertNotNull( self::thrown( static fn () => ( new EventCopy() )->answer() ) );
		$this->log_in_as( 'lernwelt_teacher' );
		$_REQUEST = [ '_wpnonce' => wp_create_nonce( EventCopy::ACTION . $id ) ];
		self::assertSame( 'Diese Veranstaltung dürfen Sie nicht duplizieren.', self::thrown( static fn () => ( new EventCopy() )->answer() ) );
		self::assertCount( 1, get_posts( [ 'post_type' => 'lernwelt_event', 'post_status' => 'any', 's' => 'Sinnen', 'posts_per_page' => -1 ] ) );
	}

	public function test_an_event_with_bookings_to_come_stays(): void {
		$this->use_the_clock_of_the_test();
		$id      = $this->event( [ 'post_title' => 'Bleibt' ] );
		$date    = $this->date( [], $id );
		$booking = $this->booked( $date->id );
		$this->log_in_as( 'editor' );
		self::assertSame( [ false, false ], [ self::gone( $id, false ), self::gone( $id, true ) ] );
		foreach ( [ [], [ 'force' => true ] ] as $values ) {
			$response = $this->rest( 'DELETE', "/wp/v2/events/$id", $values );
			self::assertSame( [ 409, '„Bleibt“ kann nicht gelöscht werden: 1 Person hat einen künftigen Termin gebucht. Bitte sagen Sie zuerst die Termine ab, damit sie davon erfährt.' ], [ $response->get_status(), $response->get_data()['message'] ] );
		}
		$this->log_out();
		self::assertSame( 401, $this->rest( 'DELETE', "/wp/v2/events/$id" )->get_status(), 'guests learn nothing of bookings' );
		self::assertSame( 'publish', get_post_status( $id ) );

		$this->parts->cancel_booking()->cancel( $booking, CancelledBy::Person );
		$other = $this->date( [], $id );
		$this->log_in_as( 'editor' );
		self::assertSame( [ true, true ], [ self::gone( $id, false ), self::gone( $id, true ) ] );
		self::assertSame( [ null, $date->id ], [ $this->parts->dates()->find( $other->id ), $this->fresh_date( $date->id )->id ], 'a date that somebody once booked stays for the statistics' );
	}

	public function test_wp_admin_says_why_an_event_stays(): void {
		$this->use_the_clock_of_the_test();
		$id = $this->event( [ 'post_title' => 'Bleibt' ] );
		$this->booked( $this->date( [], $id )->id );
		add_filter( 'wp_die_handler', static fn (): \Closure => static fn ( mixed $message ) => throw new \RuntimeException( is_string( $message ) ? $message : '' ) );
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		set_current_screen( 'edit-lernwelt_event' );
		$said = self::thrown( static fn () => wp_trash_post( $id ) );
		unset( $GLOBALS['current_screen'] );
		self::assertStringStartsWith( '„Bleibt“ kann nicht gelöscht werden: 1 Person', (string) $said );
		self::assertSame( 'publish', get_post_status( $id ) );
	}

	/** The plugin's own guard looks at the real clock. */
	private function use_the_clock_of_the_test(): void {
		foreach ( [ 'pre_trash_post', 'pre_delete_post', 'rest_request_before_callbacks' ] as $hook ) {
			remove_all_filters( $hook );
		}
		$guard = new EventGuard( $this->parts->dates(), $this->parts->manage_dates(), $this->clock );
		add_filter( 'pre_trash_post', $guard->keep( ... ), 10, 2 );
		add_filter( 'pre_delete_post', $guard->keep( ... ), 10, 2 );
		add_filter( 'rest_request_before_callbacks', static fn ( mixed $response, mixed $handler, \WP_REST_Request $request ): mixed => $guard->refuse( $response, $request ), 10, 3 );
	}

	/** @return list<string> Cells of an event. */
	private static function row( EventList $list, int $event ): array {
		$cells = [];
		foreach ( [ 'event_state', 'event_dates', 'event_seats' ] as $column ) {
			ob_start();
			$list->print_cell( $column, $event );
			$cells[] = (string) ob_get_clean();
		}
		return $cells;
	}

	private static function gone( int $id, bool $forever ): bool {
		return ( $forever ? wp_delete_post( $id, true ) : wp_trash_post( $id ) ) instanceof WP_Post;
	}

	private static function thrown( \Closure $work ): ?string {
		try {
			$work();
			return null;
		} catch ( \RuntimeException $thrown ) {
			return $thrown->getMessage();
		}
	}
}
