<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests\Integration;

use DateTimeImmutable;
use DateTimeZone;
use Lernwelt\Core\Autoload;
use Lernwelt\Core\Core;
use Lernwelt\Demo\DateRules;
use Lernwelt\Demo\DemoError;
use Lernwelt\Demo\Import;
use Lernwelt\Demo\Ledger;
use Lernwelt\Demo\Source;
use Lernwelt\Booking\Domain\Booking;
use Lernwelt\Booking\Domain\DateFacts;
use Lernwelt\Booking\Domain\EventDate;
use Lernwelt\Booking\Parts;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\PortalPlugins;
use WP_Post;

/** The demo content of the main portal, imported into a network that has none. */
final class DemoImportTest extends IntegrationTestCase {

	private const PORTAL = 'lernwelt-lsa';

	/** Folder of uploads of this test alone. */
	private string $uploads = '';

	public static function setUpBeforeClass(): void {
		parent::setUpBeforeClass();
		Autoload::add( 'Lernwelt\\Demo\\', self::demo() . '/importer' );
	}

	protected function setUp(): void {
		parent::setUp();
		PortalPlugins::load( 'lernwelt-booking' );
		$this->uploads = get_temp_dir() . 'lernwelt-demo-' . bin2hex( random_bytes( 6 ) );
		add_filter(
			'upload_dir',
			fn ( array $dir ): array => [ 'path' => $this->uploads, 'basedir' => $this->uploads, 'subdir' => '', 'error' => false ] + $dir
		);
		// Only full-size pictures: the test is about the import, not about GD.
		add_filter( 'intermediate_image_sizes_advanced', static fn (): array => [] );
		wp_mkdir_p( $this->uploads );
	}

	protected function tearDown(): void {
		$files = glob( $this->uploads . '/*' );
		array_map( 'unlink', false === $files ? [] : $files );
		rmdir( $this->uploads );
		parent::tearDown();
	}

	public function test_imports_everything_the_templates_need(): void {
		$counts = $this->import();

		self::assertSame( 0, $counts['kept'] );
		self::assertSame( 'page', get_option( 'show_on_front' ) );
		self::assertSame( 'start', get_post( (int) get_option( 'page_on_front' ) )?->post_name );
		self::assertSame( 'aktuelles', get_post( (int) get_option( 'page_for_posts' ) )?->post_name );
		$detail = $this->page( 'angebote/telepraesenzroboter' );
		self::assertSame( 'page-templates/detail.php', get_post_meta( $detail->ID, '_wp_page_template', true ) );
		self::assertEqualsCanonicalizing( [ 'alle Klassen', 'Teilhabe' ], wp_list_pluck( (array) get_the_terms( $detail, 'post_tag' ), 'name' ) );
		self::assertGreaterThan( 0, get_post_thumbnail_id( $detail ) );
		self::assertCount( 5, get_posts( [ 'post_type' => 'attachment', 'post_mime_type' => 'application/pdf', 'numberposts' => -1 ] ) );
		self::assertEqualsCanonicalizing(
			[ 'footer-help', 'footer-legal', 'footer-portal', 'main', 'service' ],
			array_keys( (array) get_theme_mod( 'nav_menu_locations' ) )
		);
		self::assertStringContainsString( 'lernwelt@example.org', $this->page( 'impressum' )->post_content );
		foreach ( get_posts( [ 'post_type' => [ 'page', 'post', 'lernwelt_event' ], 'numberposts' => -1 ] ) as $post ) {
			self::assertInstanceOf( WP_Post::class, $post );
			$this->assert_sound( $post );
		}
	}

	public function test_a_second_run_adds_nothing_and_what_a_person_edited_or_deleted_stays_so(): void {
		$first  = $this->import();
		$before = $this->rows();
		self::assertSame( [ 'added' => 0, 'renewed' => 0, 'kept' => $first['added'], 'removed' => 0 ], $this->import() );
		self::assertSame( $before, $this->rows() );

		$edited = $this->page( 'ueber-das-projekt' );
		wp_update_post( [ 'ID' => $edited->ID, 'post_content' => 'Neu geschrieben.' ] );
		wp_delete_post( $this->page( 'angebote/online-lernen' )->ID, true );
		wp_trash_post( $this->page( 'kontakt' )->ID );
		$menus = (array) get_theme_mod( 'nav_menu_locations' );
		wp_delete_nav_menu( is_numeric( $menus['main'] ) ? (int) $menus['main'] : 0 );
		update_option( 'blogdescription', 'Eigener Untertitel' );

		self::assertSame( [ 'added' => 0, 'renewed' => 0, 'kept' => $first['added'], 'removed' => 0 ], $this->import() );
		self::assertSame( 'Neu geschrieben.', get_post( $edited->ID )?->post_content );
		self::assertNull( get_page_by_path( 'angebote/online-lernen' ) );
		self::assertNull( get_page_by_path( 'kontakt' ) );
		self::assertFalse( wp_get_nav_menu_object( 'Hauptnavigation' ) );
		self::assertSame( 'Eigener Untertitel', get_option( 'blogdescription' ) );
	}

	public function test_goes_on_after_an_interruption_and_renews_what_nobody_edited(): void {
		$own = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_name' => 'kontakt', 'post_title' => 'Eigene Seite', 'post_content' => 'Eigener Text.' ] );
		$this->import();
		self::assertSame( $own, $this->page( 'kontakt' )->ID );
		self::assertSame( 'Eigener Text.', $this->page( 'kontakt' )->post_content );

		// As if the run had ended before it could record a page, an article and a menu …
		$before = $this->rows();
		$ledger = (array) get_option( Ledger::OPTION );
		unset( $ledger['post:angebote/online-lernen'], $ledger['post:aktuelles/leitfaden-ki'], $ledger['menu:main'] );
		// … and as if the imprint came from an older version of its file.
		$page = $this->page( 'impressum' );
		$old  = str_replace( 'Direktorin', 'Leiterin', $page->post_content );
		wp_update_post( [ 'ID' => $page->ID, 'post_content' => addslashes( $old ) ] );
		$ledger['post:impressum'] = [ 'id' => $page->ID, 'hash' => md5( "{$page->post_title}\0$old\0{$page->post_excerpt}" ) ];
		update_option( Ledger::OPTION, $ledger, false );

		$counts = $this->import();

		self::assertSame( 3, $counts['added'] );
		self::assertSame( 1, $counts['renewed'] );
		self::assertSame( $before, $this->rows() );
		self::assertSame( $page->post_content, get_post( $page->ID )?->post_content );
	}

	public function test_takes_away_what_is_no_longer_in_the_files_unless_a_person_edited_it(): void {
		$this->import();
		$ledger = (array) get_option( Ledger::OPTION );
		$pages  = [];
		foreach ( [ 'alt', 'bearbeitet' ] as $slug ) {
			$pages[ $slug ]          = (int) wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_name' => $slug, 'post_title' => 'Alt', 'post_content' => 'Text.' ] );
			$ledger[ "post:$slug" ] = [ 'id' => $pages[ $slug ], 'hash' => md5( "Alt\0Text.\0" ) ];
		}
		update_option( Ledger::OPTION, $ledger, false );
		wp_update_post( [ 'ID' => $pages['bearbeitet'], 'post_content' => 'Mein Text.' ] );

		self::assertSame( 1, $this->import()['removed'] );
		self::assertSame( 'trash', get_post_status( $pages['alt'] ) );
		self::assertSame( 'publish', get_post_status( $pages['bearbeitet'] ) );
		self::assertSame( 0, $this->import()['removed'] );
	}

	public function test_events_come_with_dates_ahead_and_people_who_booked_and_then_belong_to_the_organisers(): void {
		$this->import();
		$event = get_page_by_path( 'digitallabor-kennenlernen', OBJECT, 'lernwelt_event' );
		self::assertInstanceOf( WP_Post::class, $event );
		self::assertSame( home_url( '/veranstaltungen/digitallabor-kennenlernen/' ), get_permalink( $event ) );
		self::assertSame( [ 'lehrkraefte' ], wp_list_pluck( (array) get_the_terms( $event, 'event_audience' ), 'slug' ) );
		self::assertSame( 'Yara Neumeister', ( (array) get_post_meta( $event->ID, 'lernwelt_event', true ) )['contact_name'] ?? '' );
		$parts = new Parts( Core::services() );
		$dates = $parts->dates()->of_event( $event->ID );
		self::assertSame( [ 6, 1 ], array_map( static fn ( EventDate $date ): int => $date->booked, $dates ) );
		$people = $parts->bookings()->of_date( $dates[0]->id );
		self::assertCount( 6, $people, 'counter and rows' );
		foreach ( $people as $booking ) {
			self::assertStringEndsWith( '@schule.example.org', $booking->person->email );
		}
		self::assertCount( 6, array_unique( array_map( static fn ( Booking $booking ): string => $booking->person->key, $people ) ) );
		foreach ( $dates as $date ) {
			self::assertGreaterThan( Core::services()->clock->now(), $date->facts->period->start );
			self::assertNull( Core::services()->holidays->on( $date->facts->period->first_day() ), 'no holidays' );
		}

		self::assertTrue( $parts->dates()->remove( $parts->dates()->add( $event->ID, $dates[0]->facts, '', Core::services()->clock->now() ) ) );
		$parts->manage_dates()->cancel( $dates[1] );
		self::assertSame( 0, $this->import()['added'] );
		self::assertSame( [ 'planned', 'cancelled' ], array_map( static fn ( EventDate $date ): string => $date->state->value, $parts->dates()->of_event( $event->ID ) ) );
	}

	public function test_dates_count_from_today_and_avoid_holidays(): void {
		$berlin = new DateTimeZone( 'Europe/Berlin' );
		$rules  = static fn ( string $now ): DateRules => new DateRules( Core::services()->holidays, new DateTimeImmutable( $now, $berlin ), $berlin );
		$starts = static fn ( string $now, array $rule ): array => array_map( static fn ( DateFacts $facts ): string => $facts->period->local_start()->format( 'Y-m-d H:i' ), $rules( $now )->facts( $rule + [ 'from' => '15:00', 'until' => '16:00', 'link' => 'https://konferenz.example.org/x', 'capacity' => 5 ], 'x' ) );
		self::assertSame( [ '2026-12-03 15:00' ], $starts( '2026-11-15 10:00', [ 'day' => 'thursday +2 weeks' ] ) );
		self::assertSame( [ '2027-05-13 15:00' ], $starts( '2027-04-20 10:00', [ 'day' => 'thursday +2 weeks' ] ), 'Ascension Day is free' );
		self::assertSame( [ '2026-12-15 15:00', '2027-01-05 15:00' ], $starts( '2026-12-09 10:00', [ 'day' => 'tuesday', 'weeks' => 3 ] ), 'a series without Christmas' );
		self::assertSame( [ '2026-10-13 15:00' ], $starts( '2026-11-15 10:00', [ 'day' => 'tuesday -4 weeks' ] ), 'back to before the holidays' );
		$this->expectException( DemoError::class );
		$this->expectExceptionMessage( 'The rule "x" in dates.json names no day' );
		$starts( '2026-11-15 10:00', [ 'day' => 'irgendwann' ] );
	}

	public function test_every_rule_makes_its_dates_in_every_week_of_two_years(): void {
		$berlin = new DateTimeZone( 'Europe/Berlin' );
		foreach ( [ 'startchancen', self::PORTAL ] as $portal ) {
			$rules = ( new Source( self::demo(), $portal ) )->dates();
			self::assertNotSame( [], $rules );
			$first = new DateTimeImmutable( '2026-11-20 23:30', $berlin );
			foreach ( range( 0, 768, 8 ) as $later ) {
				$day   = $first->modify( "+$later days" );
				$made  = new DateRules( Core::services()->holidays, $day, $berlin );
				$count = 0;
				foreach ( $rules as $event => $all ) {
					foreach ( $all as $rule ) {
						$dates  = $made->facts( $rule, $event );
						$count += count( $dates );
						$past   = is_string( $rule['day'] ) && str_contains( $rule['day'], '-' );
						self::assertSame( $past, $dates[0]->period->end < $day, "$event on " . $day->format( 'Y-m-d' ) );
					}
				}
				self::assertGreaterThanOrEqual( self::PORTAL === $portal ? 2 : 19, $count, $day->format( 'Y-m-d' ) );
			}
		}
	}

	public function test_refuses_the_content_of_another_portal(): void {
		$this->expectException( DemoError::class );
		$this->expectExceptionMessage( 'This is the portal lernwelt-lsa, not lernorte' );
		Import::of( self::demo(), 'lernorte', Core::services() );
	}

	public function test_says_when_a_portal_has_no_content(): void {
		$this->expectException( DemoError::class );
		$this->expectExceptionMessage( 'There is no demo content for the portal "nirgends"' );
		Import::of( self::demo(), 'nirgends', Core::services() );
	}

	/**
	 * Runs the importer as the command does.
	 *
	 * @return array{added: int, renewed: int, kept: int, removed: int}
	 */
	private function import(): array {
		return Import::of( self::demo(), self::PORTAL, Core::services() )->run();
	}

	/**
	 * No placeholder is left, every link of the portal leads somewhere, and an editor who may not use all HTML can
	 * save the text without losing any of it.
	 */
	private function assert_sound( WP_Post $post ): void {
		self::assertStringNotContainsString( '{{', $post->post_content . $post->post_excerpt, $post->post_name );
		preg_match_all( '~href="(/[^"?#]*)~', $post->post_content, $links );
		foreach ( $links[1] as $path ) {
			self::assertTrue( $this->exists( $path ), "{$post->post_name} links to $path" );
		}
		$saved = wp_unslash( wp_filter_post_kses( wp_slash( $post->post_content ) ) );
		self::assertSame( $post->post_content, str_replace( '" />', '"/>', $saved ), $post->post_name );
	}

	private function page( string $path ): WP_Post {
		$page = get_page_by_path( $path );
		self::assertInstanceOf( WP_Post::class, $page, $path );
		return $page;
	}

	private function exists( string $path ): bool {
		$path = trim( $path, '/' );
		return '' === $path
			|| get_page_by_path( $path ) instanceof WP_Post
			|| ( str_starts_with( $path, 'veranstaltungen/' ) && get_page_by_path( substr( $path, 16 ), OBJECT, 'lernwelt_event' ) instanceof WP_Post )
			|| ( str_starts_with( $path, 'aktuelles/' ) && get_page_by_path( substr( $path, 10 ), OBJECT, 'post' ) instanceof WP_Post );
	}

	/**
	 * How many rows of each type there are.
	 *
	 * @return array<string, int>
	 */
	private function rows(): array {
		$rows = [];
		foreach ( [ 'page', 'post', 'lernwelt_event', 'attachment', 'nav_menu_item' ] as $type ) {
			$rows[ $type ] = count( get_posts( [ 'post_type' => $type, 'post_status' => 'any', 'numberposts' => -1, 'fields' => 'ids' ] ) );
		}
		return $rows;
	}

	private static function demo(): string {
		return dirname( __DIR__, 3 ) . '/demo';
	}
}
