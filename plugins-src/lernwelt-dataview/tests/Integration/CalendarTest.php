<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\DataSources;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Blocks\DataView;
use Lernwelt\Dataview\Blocks\DataViewBlock;
use Lernwelt\Dataview\Blocks\Page;
use Lernwelt\Tests\FrozenClock;
use PHPUnit\Framework\Attributes\TestWith;

/** The month of a data view: what stands where, where its links lead, and what hostile addresses get. */
final class CalendarTest extends DataViewTestCase {
	private const VIEW = [ 'layouts' => [ 'calendar', 'list', 'chart' ] ];

	private AppointmentsSource $source;

	protected function setUp(): void {
		parent::setUp();
		$this->source           = self::appointments();
		$_SERVER['REQUEST_URI'] = '/termine/';
	}

	public function test_dates_stand_on_their_days_with_time_and_name(): void {
		$html = $this->month( [ 'monat' => '2026-12' ] );
		self::assertSame( [ 'Termine im Dezember 2026' ], self::texts( $html, '//table/caption' ) );
		self::assertSame( [ 'Dezember 2026' ], self::texts( $html, '//h2' ) );
		self::assertSame( [ 'KW', 'MoMontag', 'DiDienstag', 'MiMittwoch', 'DoDonnerstag', 'FrFreitag', 'SaSamstag', 'SoSonntag' ], self::texts( $html, '//thead//th' ) );
		self::assertSame( [ '49', '50', '51', '52', '53' ], self::texts( $html, '//tbody//th' ) );
		self::assertCount( 31, self::texts( $html, '//td[@data-lw-day]' ) );
		self::assertSame( [ 'Donnerstag, 3. Dezember, 2 Termine', 'Freitag, 4. Dezember, 0 Termine' ], self::texts( $html, '//td[@data-lw-day="3" or @data-lw-day="4"]/time/span[@class="screen-reader-text"]' ) );
		self::assertSame( [ '09:00 Uhr Werkstatt', '14:00 Uhr Sprechstunde' ], self::texts( $html, '//td[@data-lw-day="3"]//li' ) );
		self::assertSame( [ home_url( '/termin-2/' ), home_url( '/termin-1/' ) ], self::attributes( $html, '//td[@data-lw-day="3"]//a', 'href' ) );
		self::assertSame( [ 'ab 22:00 Uhr Lange Nacht', 'bis 02:00 Uhr Lange Nacht' ], self::texts( $html, '//td[@data-lw-day="5" or @data-lw-day="6"]//li' ) );
		self::assertSame( [ 'Tag 1 von 4 Exkursion', 'Tag 2 von 4 Exkursion' ], self::texts( $html, '//td[@data-lw-day="30" or @data-lw-day="31"]//li' ) );
		self::assertSame( [ 'Ganztägig Studientag' ], self::texts( $html, '//td[@data-lw-day="11"]//li' ) );
		self::assertSame( [ 'Tag 3 von 4 Exkursion', 'Tag 4 von 4 Exkursion' ], self::texts( $this->month( [ 'monat' => '2027-01' ] ), '//td//li' ) );
	}

	public function test_links_to_other_months_keep_everything_else(): void {
		$query = [ 'monat' => '2026-12', 'suche' => 'e', 'stadt' => [ 'burg', 'halle' ] ];
		$html  = $this->month( $query );
		self::assertSame( '5 Termine im Dezember 2026 für „e“ in Burg oder Halle', self::said( $html ) );
		self::assertSame( [ 'November 2026', 'Januar 2027', 'Aktueller Monat' ], self::texts( $html, '//nav[@aria-label="Monat"]/a' ) );
		$rest = '?suche=e&stadt%5B%5D=burg&stadt%5B%5D=halle';
		self::assertSame( [ "/termine/$rest&monat=2026-11#lw-dv-main", "/termine/$rest&monat=2027-01#lw-dv-main", "/termine/$rest#lw-dv-main" ], self::attributes( $html, '//nav[@aria-label="Monat"]/a', 'href' ) );
		self::assertSame( [ '2026-12' ], self::attributes( $html, '//form/input[@type="hidden" and @name="monat"]', 'value' ), 'the form keeps the month' );
		self::assertSame( [ 'stadt[]' ], array_values( array_unique( self::attributes( $html, '//form//input[@type="checkbox"]', 'name' ) ) ), 'the calendar itself chooses the month' );
		self::assertSame( [ '/termine/?suche=e&monat=2026-12#lw-dv-main' ], self::attributes( $html, '//a[@class="lw-dv__clear"]', 'href' ) );
		self::assertSame( [ 'Halle, 4', 'Burg, 1' ], array_map( static fn ( string $text ): string => (string) preg_replace( '/ (\d+), .*/', ', $1', $text ), array_reverse( self::texts( $html, '//fieldset/label' ) ) ), 'counted within the month' );
	}

	public function test_another_layout_shows_the_same_month(): void {
		$links = self::attributes( $this->month( [ 'monat' => '2026-12' ] ), '//nav[contains(@class, "lw-dv__layouts")]/a', 'href' );
		self::assertSame( [ '/termine/?monat=2026-12#lw-dv-main', '/termine/?monat%5B%5D=2026-12&ansicht=liste#lw-dv-main', '/termine/?monat%5B%5D=2026-12&ansicht=diagramm#lw-dv-main' ], $links );
		$html = $this->month( [ 'monat' => [ '2027-01' ], 'ansicht' => 'liste' ] );
		self::assertSame( [ 'Exkursion' ], self::titles( $html ) );
		self::assertSame( '/termine/?monat=2027-01#lw-dv-main', self::attributes( $html, '//nav[contains(@class, "lw-dv__layouts")]/a', 'href' )[0] ?? '' );
		$without = self::html( $this->view( [ 'filters' => [ 'city' ] ], [ 'monat' => '2026-12' ] ) );
		self::assertSame( '/termine/?ansicht=liste#lw-dv-main', self::attributes( $without, '//nav[contains(@class, "lw-dv__layouts")]/a', 'href' )[1] ?? '', 'a view without the filter has no use for it' );
	}

	public function test_without_a_month_it_is_that_of_the_portal_s_clock(): void {
		$view = $this->view( [], [], '2026-11-30 23:30:00' );
		self::assertSame( 'Dezember 2026', $view->month?->title, 'half past midnight in Berlin' );
		self::assertSame( [ '1' ], self::attributes( self::html( $view ), '//td[@aria-current="date"]', 'data-lw-day' ) );
		self::assertSame( [ 'November 2026', 'Januar 2027' ], self::texts( self::html( $view ), '//nav[@aria-label="Monat"]/a' ), 'nobody needs to be led to where they are' );
	}

	/**
	 * @param mixed $value Value of the parameter.
	 */
	#[TestWith( [ '2026-13' ] )]
	#[TestWith( [ '0000-00' ] )]
	#[TestWith( [ '99999-01' ] )]
	#[TestWith( [ '2100-01' ] )]
	#[TestWith( [ "2026-11' OR 1=1 --" ] )]
	#[TestWith( [ '"><script>alert(1)</script>' ] )]
	#[TestWith( [ [ [ '2026-11' ] ] ] )]
	#[TestWith( [ "\xF0\x28\x8C\x28" ] )]
	#[TestWith( [ '2026-11-30' ] )]
	public function test_what_is_no_month_counts_as_not_given( mixed $value ): void {
		$now = '2026-12-01 08:00:00';
		self::assertSame( self::html( $this->view( [], [], $now ) ), self::html( $this->view( [], [ 'monat' => $value ], $now ) ) );
	}

	public function test_a_month_without_anything_leads_to_the_next_one(): void {
		$html = $this->month( [ 'monat' => '2026-11' ] );
		self::assertSame( '0 Termine im November 2026', self::said( $html ) );
		self::assertSame( [ 'In diesem Monat gibt es nichts. Dezember 2026 zeigen' ], self::texts( $html, '//p[@class="lw-dv__note"]' ) );
		self::assertSame( [ '/termine/?monat=2026-12#lw-dv-main' ], self::attributes( $html, '//a[@id="lw-dv-calendar-nearest"]', 'href' ) );
		self::assertSame( [ 'Januar 2027 zeigen' ], self::texts( $this->month( [ 'monat' => '2098-05' ] ), '//a[@id="lw-dv-calendar-nearest"]' ), 'the last one when nothing follows' );
		self::assertSame( [ 'Dezember 2026 zeigen' ], self::texts( $this->month( [ 'monat' => '2027-01', 'stadt' => [ 'burg' ] ] ), '//a[@id="lw-dv-calendar-nearest"]' ), 'that the filters leave' );
		$nothing = $this->month( [ 'monat' => '2026-12', 'suche' => 'Gibtesnicht' ] );
		self::assertSame( [ 'Nichts gefunden' ], self::texts( $nothing, '//h2' ) );
		self::assertSame( [ '/termine/?monat=2026-12#lw-dv-main' ], self::attributes( $nothing, '//a[@id="lw-dv-reset"]', 'href' ) );
	}

	public function test_filters_keep_their_values_in_every_month(): void {
		$counts = fn ( string $month ): array => array_map( static fn ( string $text ): string => (string) preg_replace( '/^(\S+) (\d+).*/', '$1 $2', $text ), self::texts( $this->month( [ 'monat' => $month, 'stadt' => [ 'halle' ] ] ), '//fieldset/label' ) );
		self::assertSame( [ 'Burg 1', 'Halle 6' ], $counts( '2026-12' ) );
		self::assertSame( [ 'Burg 0', 'Halle 1' ], $counts( '2027-01' ) );
		self::assertSame( [ 'Burg 0', 'Halle 0' ], $counts( '2030-01' ) );
	}

	public function test_the_first_and_the_last_month_end_the_calendar(): void {
		self::assertSame( [ 'Februar 2000', 'Aktueller Monat' ], self::texts( $this->month( [ 'monat' => '2000-01' ] ), '//nav[@aria-label="Monat"]/a' ) );
		self::assertSame( [ 'November 2099', 'Aktueller Monat' ], self::texts( $this->month( [ 'monat' => '2099-12' ] ), '//nav[@aria-label="Monat"]/a' ) );
	}

	public function test_what_an_editor_fixed_holds_in_every_month(): void {
		$this->source->add( 'Später', '2027-03-01 10:00' );
		$html = self::html( $this->view( [ 'scope' => [ 'month' => [ '2026-12' ] ] ], [ 'monat' => '2027-03' ] ) );
		self::assertSame( '0 Termine im März 2027', self::said( $html ) );
		self::assertSame( [ 'Januar 2027 zeigen' ], self::texts( $html, '//a[@id="lw-dv-calendar-nearest"]' ), 'where the excursion of December ends' );
		self::assertSame( '1 Termin im Dezember 2026', self::said( self::html( $this->view( [ 'scope' => [ 'city' => [ 'burg' ] ] ], [ 'monat' => '2026-12' ] ) ) ) );
	}

	public function test_a_full_day_folds_and_more_than_a_page_is_shown(): void {
		for ( $number = 1; $number <= 230; $number++ ) {
			$this->source->add( sprintf( 'Kurs %03d', $number ), '2027-02-16 10:00', '2027-02-16 11:00' );
		}
		$html = $this->month( [ 'monat' => '2027-02' ] );
		self::assertSame( '230 Termine im Februar 2027', self::said( $html ) );
		self::assertCount( 230, self::texts( $html, '//td[@data-lw-day="16"]//li' ) );
		self::assertCount( 4, self::texts( $html, '//td[@data-lw-day="16"]/ul/li' ) );
		self::assertSame( [ '226 weitere' ], self::texts( $html, '//td[@data-lw-day="16"]/details/summary' ) );
	}

	public function test_ids_are_there_once_and_titles_are_escaped(): void {
		$this->source->add( '<b>Fett</b> & "so"', '2026-12-03 08:00' );
		$html = $this->month( [ 'monat' => '2026-12' ] );
		$ids  = self::attributes( $html, '//*[@id]', 'id' );
		self::assertSame( $ids, array_values( array_unique( $ids ) ) );
		self::assertSame( [], array_diff( self::attributes( $html, '//*[@aria-labelledby]', 'aria-labelledby' ), $ids ) );
		self::assertStringNotContainsString( '<b>Fett', $html );
		self::assertStringNotContainsString( 'style=', $html );
		self::assertSame( [], self::attributes( $html, '//td[@tabindex]', 'id' ), 'without scripts only links take the focus' );
	}

	public function test_who_may_not_see_the_month_gets_the_list(): void {
		$this->source = self::appointments( 'edit_others_posts' );
		self::assertNull( $this->view( [], [ 'monat' => '2027-01' ] )->month );
		self::assertCount( 7, $this->view( [], [ 'monat' => '2027-01' ] )->records, 'a hidden month filters nothing' );
		$this->log_in_as( 'editor' );
		self::assertSame( 'Januar 2027', $this->view( [], [ 'monat' => '2027-01' ] )->month?->title );
	}

	public function test_moments_are_printed_in_german_and_whole_days_as_days(): void {
		$html = self::html( $this->view( [ 'columns' => [ 'start', 'end' ], 'layouts' => [ 'table' ], 'sort' => 'start' ], [] ) );
		self::assertSame( [ 'Do., 3. Dezember 2026, 09:00 Uhr', 'Do., 3. Dezember 2026, 10:00 Uhr' ], self::texts( $html, '(//tbody/tr)[1]//time' ) );
		self::assertSame( [ 'Mi., 30. Dezember 2026', 'Sa., 2. Januar 2027' ], self::texts( $html, '(//tbody/tr)[7]//time' ) );
		self::assertSame( [ '2026-12-03T08:00:00Z', '2026-12-03T09:00:00Z' ], self::attributes( $html, '(//tbody/tr)[1]//time', 'datetime' ) );
	}

	public function test_a_chart_counts_what_was_found(): void {
		$html = $this->month( [ 'ansicht' => 'diagramm' ] );
		self::assertSame( [ 'Termine nach Stadt' ], self::texts( $html, '//table/caption' ) );
		self::assertSame( [ 'Stadt', 'Anzahl' ], self::texts( $html, '//thead//th' ) );
		self::assertSame( [ 'Burg 1', 'Halle 6' ], self::texts( $html, '//tbody/tr' ) );
		self::assertSame( [ '16.67', '100.00' ], self::attributes( $html, '//tbody//*[local-name()="rect"]', 'width' ) );
		self::assertSame( [ 'true', 'true' ], self::attributes( $html, '//tbody//*[local-name()="svg"]', 'aria-hidden' ) );
		self::assertSame( [ '/termine/?stadt%5B%5D=burg&ansicht=liste#lw-dv-main', '/termine/?stadt%5B%5D=halle&ansicht=liste#lw-dv-main' ], self::attributes( $html, '//tbody//a', 'href' ) );
		self::assertSame( [ 'Halle 6' ], self::texts( $this->month( [ 'ansicht' => 'diagramm', 'stadt' => [ 'halle' ] ] ), '//tbody/tr' ), 'chosen values only' );
		self::assertStringNotContainsString( 'style=', $html );
	}

	public function test_a_chart_of_months_leaves_no_gap_and_says_that_entries_count_twice(): void {
		$this->source->add( 'Später', '2027-03-01 10:00' )->add( 'Dazwischen', '2027-02-01 10:00', '', false, 'zeitz' );
		$view = [ 'chart' => 'month', 'layouts' => [ 'chart' ] ];
		$html = self::html( $this->view( $view, [ 'stadt' => [ 'halle' ] ] ) );
		self::assertSame( [ 'Dezember 2026 6', 'Januar 2027 1', 'Februar 2027 0', 'März 2027 1' ], self::texts( $html, '//tbody/tr' ) );
		self::assertSame( [ 'Einträge mit mehreren dieser Angaben sind bei jeder mitgezählt.' ], self::texts( $html, '//p[@class="lw-dv__note"]' ) );
		self::assertSame( [], self::attributes( $html, '//tbody//a', 'href' ), 'no layout shows records' );
	}

	public function test_sources_without_dates_or_filters_have_neither(): void {
		self::meeting( 'Alpha' );
		self::assertSame( [ 'Liste', 'Diagramm' ], self::texts( self::show( [ 'layouts' => [ 'calendar', 'list', 'chart' ] ] ), '//nav[contains(@class, "lw-dv__layouts")]/a' ) );
	}

	private static function appointments( ?string $capability = null ): AppointmentsSource {
		return ( new AppointmentsSource( $capability ) )
			->add( 'Sprechstunde', '2026-12-03 14:00', '2026-12-03 16:00' )
			->add( 'Werkstatt', '2026-12-03 09:00', '2026-12-03 10:00', false, 'burg' )
			->add( 'Lange Nacht', '2026-12-05 22:00', '2026-12-06 02:00' )
			->add( 'Bis Mitternacht', '2026-12-10 20:00', '2026-12-11 00:00' )
			->add( 'Studientag', '2026-12-11 00:00', '2026-12-12 00:00', true )
			->add( 'Exkursion', '2026-12-30 00:00', '2027-01-03 00:00', true )
			->add( 'Andacht', '2026-12-24 17:00' );
	}

	/**
	 * @param array<mixed> $query Parameters.
	 */
	private function month( array $query ): string {
		return self::html( $this->view( [], $query ) );
	}

	/**
	 * @param array<string, mixed> $attributes Attributes of the block.
	 * @param array<mixed>         $query      Parameters.
	 * @param string               $now        Instant in UTC.
	 */
	private function view( array $attributes, array $query, string $now = '2026-06-15 08:00:00' ): DataView {
		$_GET    = wp_slash( $query );
		$sources = new DataSources();
		$sources->register( AppointmentsSource::ID, fn (): AppointmentsSource => $this->source );
		$block = new DataViewBlock( $sources, new Page( $sources, static fn (): array => [] ), new BaseLayer( Core::services()->settings ), new FrozenClock( $now ) );
		return $block->view( [ 'source' => AppointmentsSource::ID, ...self::VIEW, ...$attributes ] );
	}

	private static function html( DataView $view ): string {
		ob_start();
		require dirname( __DIR__, 2 ) . '/blocks/data-view/render.php';
		return (string) ob_get_clean();
	}
}
