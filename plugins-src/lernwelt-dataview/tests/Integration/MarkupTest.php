<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Blocks\FrontEnd;
use PHPUnit\Framework\Attributes\TestWith;

/** What scripts, style sheets and people rely on in the HTML. */
final class MarkupTest extends DataViewTestCase {

	public function test_the_form_needs_no_script(): void {
		self::meeting( 'Alpha' );
		$html = self::show( [ 'layouts' => [ 'list', 'table' ] ], [ 'suche' => 'Alpha', 'sortierung' => '-titel', 'ansicht' => 'tabelle' ] );
		self::assertSame( [ 'get' ], self::attributes( $html, '//form', 'method' ) );
		self::assertSame( [ '/treffen/#lw-dv-main' ], self::attributes( $html, '//form', 'action' ) );
		self::assertSame( [ 'Alpha' ], self::attributes( $html, '//input[@name="suche"]', 'value' ) );
		self::assertSame( [ '-titel', 'tabelle' ], self::attributes( $html, '//input[@type="hidden"]', 'value' ) );
		self::assertSame( [ 'stadt[]' ], self::attributes( $html, '//input[@type="checkbox"]', 'name' ) );
		self::assertSame( [ 'Anwenden' ], self::texts( $html, '//button[@type="submit"]' ) );
		self::assertStringNotContainsString( 'style=', $html );
		self::assertStringNotContainsString( 'nonce', $html );
	}

	public function test_a_short_list_without_anything_to_choose_needs_no_script(): void {
		foreach ( [ 'Alpha', 'Beta', 'Gamma' ] as $title ) {
			self::meeting( $title );
		}
		$teaser = [ 'layouts' => [ 'cards' ], 'perPage' => 2, 'paged' => false, 'search' => false, 'filters' => [] ];
		foreach ( [ [], [ 'seite' => '2' ] ] as $query ) {
			$html = self::show( $teaser, $query );
			self::assertSame( [ 'Alpha', 'Beta' ], self::texts( $html, '//h2' ) );
			self::assertSame( [ [], [], [] ], [ self::texts( $html, '//nav' ), self::texts( $html, '//form' ), self::texts( $html, '//*[@role="status"]' ) ] );
			self::assertStringNotContainsString( 'data-wp-', $html );
		}
		foreach ( [ [ 'search' => true ], [ 'filters' => [ 'city' ] ], [ 'layouts' => [ 'cards', 'table' ] ], [ 'map' => true ] ] as $more ) {
			$html = self::show( $more + $teaser );
			self::assertStringContainsString( 'data-wp-interactive', $html );
			self::assertSame( [], self::texts( $html, '//nav[contains(@class, "lw-dv__pages")]' ) );
			self::assertStringNotContainsString( 'Seite 1', $html );
		}
	}

	public function test_the_script_comes_with_a_view_that_needs_it(): void {
		$teaser = '<!-- wp:lernwelt/data-view {"source":"articles","paged":false,"search":false,"filters":[]} /-->';
		$whole  = '<!-- wp:lernwelt/data-view {"source":"articles","key":"zwei"} /-->';
		foreach ( [ [ $teaser, false ], [ $teaser . $whole, true ], [ $whole . $teaser, true ] ] as [ $content, $wanted ] ) {
			wp_dequeue_script_module( 'lernwelt-data-view-view-script-module' );
			$front = new FrontEnd( new BaseLayer( Core::services()->settings ) );
			remove_all_filters( 'render_block_lernwelt/data-view' );
			add_filter( 'render_block_lernwelt/data-view', $front->configure( ... ) );
			do_blocks( $content );
			self::assertSame( $wanted, in_array( 'lernwelt-data-view-view-script-module', wp_script_modules()->get_queue(), true ), $content );
		}
	}

	public function test_directives_would_change_nothing(): void {
		foreach ( [ 'halle', 'burg', 'zeitz' ] as $city ) {
			self::meeting( "Treffen in $city", [ 'city' => $city ] );
		}
		foreach ( [ [], [ 'suche' => 'Treffen' ], [ 'suche' => 'gibtesnicht' ], [ 'ansicht' => 'tabelle' ], [ 'stadt' => [ 'halle' ] ] ] as $query ) {
			$html = self::show( [ 'layouts' => [ 'list', 'cards', 'table' ], 'perPage' => 2, 'map' => true ], $query );
			self::assertStringContainsString( 'data-wp-bind--hidden', $html );
			self::assertSame( wp_interactivity_process_directives( $html ), $html );
		}
	}

	public function test_every_control_has_a_label_and_every_id_is_there_once(): void {
		foreach ( [ 'halle', 'burg', 'zeitz', 'calbe', 'genthin', 'naumburg', 'stendal' ] as $city ) {
			self::meeting( "Treffen in $city", [ 'city' => $city ] );
		}
		$html = self::show( [ 'layouts' => [ 'list', 'cards', 'table' ], 'perPage' => 2, 'map' => true ], [ 'stadt' => [ 'halle', 'burg', 'zeitz' ], 'seite' => '2' ] );
		$ids  = self::attributes( $html, '//*[@id]', 'id' );
		self::assertSame( $ids, array_values( array_unique( $ids ) ) );
		self::assertSame( [], array_diff( self::attributes( $html, '//label', 'for' ), $ids ) );
		self::assertSame( [], array_values( array_filter( $ids, static fn ( string $id ): bool => 'lw-dv' !== $id && ! str_starts_with( $id, 'lw-dv-' ) ) ) );
	}

	public function test_the_first_five_values_stand_there_and_the_others_open(): void {
		foreach ( [ 'halle', 'burg', 'zeitz', 'calbe', 'genthin', 'naumburg', 'stendal' ] as $city ) {
			self::meeting( "Treffen in $city", [ 'city' => $city ] );
		}
		$html = self::show();
		self::assertCount( 5, self::texts( $html, '//fieldset/label' ) );
		self::assertSame( [ 'Alle 7 zeigen : Stadt' ], self::texts( $html, '//details/summary' ) );
		self::assertCount( 2, self::texts( $html, '//details//label' ) );
		self::assertSame( [], self::texts( $html, '//details[@open]' ) );
		self::assertCount( 1, self::texts( self::show( [], [ 'stadt' => [ 'naumburg' ] ] ), '//details[@open]' ) );
	}

	public function test_the_status_says_what_was_chosen_and_chips_remove_it(): void {
		self::meeting( 'Werkstatt', [ 'city' => 'halle' ] );
		self::meeting( 'Werkstatt 2', [ 'city' => 'burg' ] );
		self::meeting( 'Anderes', [ 'city' => 'burg' ] );
		$html = self::show( [], [ 'suche' => 'Werkstatt', 'stadt' => [ 'burg', 'halle' ] ] );
		self::assertSame( '2 Treffen für „Werkstatt“ in Halle oder Burg', self::said( $html ) );
		self::assertSame( [ 'Halle ✕Filter Halle entfernen', 'Burg ✕Filter Burg entfernen', 'Alle Filter lösen' ], self::texts( $html, '//ul[contains(@class, "lw-dv__chips")]/li' ) );
		self::assertSame(
			[ '/treffen/?suche=Werkstatt&stadt%5B%5D=burg#lw-dv-main', '/treffen/?suche=Werkstatt&stadt%5B%5D=halle#lw-dv-main', '/treffen/?suche=Werkstatt#lw-dv-main' ],
			self::attributes( $html, '//ul[contains(@class, "lw-dv__chips")]//a', 'href' )
		);
	}

	public function test_the_table_has_heads_that_sort_and_say_how(): void {
		self::meeting( 'Alpha', [ 'city' => 'halle' ] );
		self::meeting( 'Ähre', [ 'city' => 'burg' ] );
		self::meeting( 'Zeta', [ 'city' => 'zeitz' ] );
		$view = [ 'layouts' => [ 'table', 'list' ], 'columns' => [ 'city', 'summary' ], 'sort' => 'title' ];
		$html = self::show( $view );
		self::assertSame( [ 'Ähre', 'Alpha', 'Zeta' ], self::titles( $html ) );
		self::assertSame( [ 'Titel', 'Stadt', 'Kurztext' ], self::texts( $html, '//table[@role="table"]//th[@scope="col" and @role="columnheader"]' ) );
		self::assertSame( [ 'ascending', '', '' ], self::attributes( $html, '//th[@scope="col"]', 'aria-sort' ) );
		self::assertSame( [ '/treffen/?sortierung=-titel#lw-dv-main', '/treffen/?sortierung=stadt#lw-dv-main' ], self::attributes( $html, '//th[@scope="col"]/a', 'href' ) );
		self::assertSame( [ 'Stadt', 'Kurztext' ], self::texts( $html, '(//tbody/tr)[1]//*[@class="lw-dv__head"]' ), 'cards of small screens name every value' );

		$html = self::show( $view, [ 'sortierung' => '-stadt' ] );
		self::assertSame( [ '', 'descending', '' ], self::attributes( $html, '//th[@scope="col"]', 'aria-sort' ) );
		self::assertSame( [ 'Zeta', 'Alpha', 'Ähre' ], self::titles( $html ) );
	}

	public function test_pages_are_links_and_beyond_the_last_one_the_first_is_shown(): void {
		foreach ( [ 'A', 'B', 'C', 'D', 'E' ] as $title ) {
			self::meeting( $title );
		}
		$html = self::show( [ 'perPage' => 2 ], [ 'seite' => '2' ] );
		self::assertSame( [ 'C', 'D' ], self::titles( $html ) );
		self::assertSame( '5 Treffen, Seite 2 von 3', self::said( $html ) );
		self::assertSame( [ 'Zurück', '1', '2', '3', 'Weiter' ], self::texts( $html, '//nav[contains(@class, "lw-dv__pages")]//a' ) );
		self::assertSame( [ '2' ], self::texts( $html, '//a[@aria-current="page"]' ) );
		self::assertSame( self::show( [ 'perPage' => 2 ] ), self::show( [ 'perPage' => 2 ], [ 'seite' => '4' ] ) );
	}

	public function test_nothing_found_says_so_and_leads_back(): void {
		self::meeting( 'Alpha' );
		$html = self::show( [], [ 'suche' => 'Gibtesnicht' ] );
		self::assertSame( '0 Treffen für „Gibtesnicht“', self::said( $html ) );
		self::assertSame( [ 'Nichts gefunden' ], self::texts( $html, '//h2' ) );
		self::assertSame( [ '/treffen/#lw-dv-main' ], self::attributes( $html, '//a[@id="lw-dv-reset"]', 'href' ) );
		self::assertStringContainsString( '<svg class="lw-motif', $html );
	}

	public function test_two_views_on_a_page_do_not_disturb_each_other(): void {
		self::meeting( 'Alpha', [ 'city' => 'halle' ] );
		self::meeting( 'Beta', [ 'city' => 'burg' ] );
		$content = '<!-- wp:lernwelt/data-view {"source":"meetings"} /--> <!-- wp:lernwelt/data-view {"source":"meetings","key":"v2"} /-->';
		$page    = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Zwei', 'post_content' => $content ] );

		$GLOBALS['post'] = get_post( $page );
		$_GET            = [ 'stadt' => [ 'halle' ], 'v2-stadt' => [ 'burg' ], 'utm_source' => 'x' ];
		$html            = apply_filters( 'the_content', $content );
		unset( $GLOBALS['post'] );

		self::assertSame( [ 'Alpha', 'Beta' ], self::titles( $html ) );
		self::assertSame( [ 'lw-dv', 'lw-dv-v2' ], self::attributes( $html, '//section', 'id' ) );
		self::assertSame(
			[ '/treffen/?v2-stadt%5B%5D=burg#lw-dv-main', '/treffen/?stadt%5B%5D=halle#lw-dv-v2-main' ],
			self::attributes( $html, '//a[@class="lw-dv__clear"]', 'href' )
		);
		self::assertSame( [ 'v2-stadt[]', 'stadt[]' ], self::attributes( $html, '//input[@type="hidden"]', 'name' ) );
		self::assertStringNotContainsString( 'utm_source', $html );
	}

	public function test_the_same_view_twice_has_ids_of_its_own(): void {
		self::meeting( 'Alpha' );
		$block = '<!-- wp:lernwelt/data-view {"source":"meetings"} /-->';
		$html  = apply_filters( 'the_content', $block . $block );
		$ids   = self::attributes( $html, '//*[@id]', 'id' );
		self::assertSame( $ids, array_values( array_unique( $ids ) ) );
		self::assertSame( $html, apply_filters( 'the_content', $block . $block ), 'printing the content again gives the same' );
	}

	#[TestWith( [ '//evil.example/x/', '/evil.example/x/#lw-dv-main' ] )]
	#[TestWith( [ '/treffen/?x=1&suche=y', '/treffen/#lw-dv-main' ] )]
	#[TestWith( [ '/"><script>alert(1)</script>/', '/scriptalert(1)/script/#lw-dv-main' ] )]
	public function test_the_form_stays_on_this_host( string $uri, string $action ): void {
		self::meeting( 'Alpha' );
		$_SERVER['REQUEST_URI'] = $uri;
		self::assertSame( [ $action ], self::attributes( self::show(), '//form', 'action' ) );
	}

	public function test_everything_is_escaped(): void {
		self::meeting( '<b>Fett</b> & "so"', [ 'city' => 'halle' ] );
		$html = self::show( [ 'layouts' => [ 'list', 'table' ] ], [ 'suche' => '"><script>alert(1)</script>' ] );
		self::assertStringNotContainsString( '<script>alert', $html );
		foreach ( [ '', 'tabelle' ] as $layout ) {
			self::assertStringNotContainsString( '<b>Fett', self::show( [ 'layouts' => [ 'list', 'table' ] ], [ 'ansicht' => $layout ] ) );
		}
	}

	public function test_a_source_this_portal_does_not_have(): void {
		self::assertSame( '', trim( self::show( [ 'source' => 'gone' ] ) ) );
		$this->log_in_as( 'editor' );
		self::assertStringContainsString( 'keine Datenquelle „gone“', self::show( [ 'source' => 'gone' ] ) );
	}

	public function test_the_map_asks_for_what_the_list_shows(): void {
		self::meeting( 'Alpha' );
		$html = self::show( [ 'map' => true, 'scope' => [ 'city' => [ 'halle' ] ], 'key' => 'k' ], [ 'k-suche' => 'Al', 'k-stadt' => [ 'halle' ], 'k-sortierung' => 'titel' ] );
		$told = json_decode( self::attributes( $html, '//section[@id="lw-dv-k"]', 'data-wp-context' )[0] ?? '', true );
		self::assertIsArray( $told );
		self::assertStringEndsWith( '/data-views/meetings/points?suche=Al&stadt%5B%5D=halle&scope%5Bcity%5D%5B%5D=halle', $told['points'] );
		self::assertStringEndsWith( '/data-views/meetings/records?columns%5B%5D=city&columns%5B%5D=summary', $told['records'] );
		self::assertSame( '%d Treffen', $told['plural'] );
		self::assertCount( 1, self::attributes( $html, '//*[@data-lw-map]', 'id' ) );
		self::assertSame( [], self::attributes( self::show( [ 'layouts' => [ 'table' ], 'map' => true ] ), '//*[@data-lw-map]', 'id' ) );
	}
}
