<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

/** The search box and the number that stand on other pages than the data view. */
final class SearchAndCountTest extends DataViewTestCase {

	public function test_the_search_leads_to_the_page_of_the_data_view_with_its_parameters(): void {
		self::meeting( 'Auftakt' );
		self::meeting( 'Abschluss', [ 'city' => 'zeitz' ] );
		$html = self::block( 'search', [ 'filter' => 'city', 'page' => '/treffen/', 'everything' => 'Ganzes Land' ] );

		self::assertSame( [ '/treffen/' ], self::attributes( $html, '//form', 'action' ) );
		self::assertSame( [ 'get' ], self::attributes( $html, '//form', 'method' ) );
		self::assertSame( [ 'suche' ], self::attributes( $html, '//input', 'name' ) );
		self::assertSame( [ 'stadt[]' ], self::attributes( $html, '//select', 'name' ) );
		self::assertSame( [ 'Ganzes Land', 'Halle', 'Zeitz' ], self::texts( $html, '//option' ), 'Only values that lead to something.' );
		self::assertSame( [ '', 'halle', 'zeitz' ], self::attributes( $html, '//option', 'value' ) );
		self::assertSame( self::attributes( $html, '//input | //select', 'id' ), self::attributes( $html, '//label', 'for' ) );
		self::assertSame( [ 'Abschluss' ], self::titles( self::show( [], [ 'suche' => '', 'stadt' => [ 'zeitz' ] ] ) ) );
		self::assertCount( 2, self::titles( self::show( [], [ 'suche' => '', 'stadt' => [ '' ] ] ) ) );
	}

	public function test_the_search_stays_on_this_portal(): void {
		foreach ( [ '//evil.example/', 'https://evil.example/', '\\\\evil.example', '/orte/?x=1#y' ] as $page ) {
			$action = self::attributes( self::block( 'search', [ 'page' => $page ] ), '//form', 'action' )[0];
			self::assertMatchesRegularExpression( '~^/(?!/)[^?#]*$~', $action, $page );
		}
	}

	public function test_fields_of_editors_are_no_filter_for_guests(): void {
		self::meeting( 'Geheim', [ 'grade' => 'rot' ] );
		$html = self::block( 'search', [ 'filter' => 'grade' ] );
		self::assertSame( [], self::attributes( $html, '//select', 'name' ) );
		self::assertStringNotContainsString( 'Stufe Rot', $html );
		$this->log_in_as( 'editor' );
		self::assertStringContainsString( 'Stufe Rot', self::block( 'search', [ 'filter' => 'grade' ] ) );
	}

	public function test_the_number_is_right_for_whoever_looks(): void {
		self::meeting( 'Auftakt' );
		self::meeting( 'Abschluss', [ 'city' => 'zeitz' ] );
		self::meeting( 'Entwurf', [], 'draft' );
		self::assertSame( [ '2 Treffen im Land' ], self::texts( self::block( 'count', [ 'text' => 'Treffen im Land' ] ), '//p' ) );
		self::assertSame( [ '1 Treffen' ], self::texts( self::block( 'count', [ 'scope' => [ 'city' => [ 'zeitz' ] ] ] ), '//p' ) );
		self::assertSame( [ '2 <b>' ], self::texts( self::block( 'count', [ 'text' => '<b>' ] ), '//p' ), 'Texts are escaped.' );
	}

	public function test_without_a_source_guests_see_nothing_and_editors_what_to_do(): void {
		foreach ( [ 'search', 'count' ] as $block ) {
			$this->log_out();
			self::assertSame( '', trim( self::block( $block, [ 'source' => 'gibt-es-nicht' ] ) ) );
			$this->log_in_as( 'editor' );
			self::assertStringContainsString( '<p', self::block( $block, [ 'source' => 'gibt-es-nicht' ] ) );
		}
	}

	public function test_a_page_with_three_numbers_and_a_search_loads_no_record(): void {
		global $wpdb;
		self::meeting( 'Auftakt' );
		self::meeting( 'Abschluss', [ 'city' => 'zeitz' ] );
		$page = static fn (): string => self::block( 'search', [ 'filter' => 'city' ] ) . self::block( 'count', [] ) . self::block( 'count', [ 'scope' => [ 'city' => [ 'zeitz' ] ] ] ) . self::block( 'count', [ 'scope' => [ 'city' => [ 'halle' ] ] ] );
		$page();
		wp_cache_flush();
		wp_load_alloptions();
		$asked = [];
		add_filter(
			'query',
			static function ( string $statement ) use ( &$asked ): string {
				$asked[] = $statement;
				return $statement;
			}
		);
		$before = $wpdb->num_queries;
		self::assertSame( [ '2 Treffen', '1 Treffen', '1 Treffen' ], self::texts( $page(), '//p' ) );
		self::assertSame( 4, $wpdb->num_queries - $before, implode( "\n", $asked ) );
		self::assertSame( 4, substr_count( implode( "\n", $asked ), 'lw_index_sources' ), 'Each asks once how fresh the index is.' );
	}

	public function test_a_change_between_two_numbers_of_one_page_counts(): void {
		self::meeting( 'Auftakt' );
		self::assertSame( [ '1 Treffen' ], self::texts( self::block( 'count', [] ), '//p' ) );
		self::meeting( 'Abschluss', [ 'city' => 'zeitz' ] );
		self::assertSame( [ '2 Treffen' ], self::texts( self::block( 'count', [] ), '//p' ) );
		self::assertSame( [ '', 'halle', 'zeitz' ], self::attributes( self::block( 'search', [ 'filter' => 'city' ] ), '//option', 'value' ) );
	}

	/**
	 * A block as a page prints it.
	 *
	 * @param string               $name       `search` or `count`.
	 * @param array<string, mixed> $attributes Attributes.
	 */
	private static function block( string $name, array $attributes ): string {
		return do_blocks( "<!-- wp:lernwelt/data-$name " . wp_json_encode( [ 'source' => MeetingsSource::ID, ...$attributes ] ) . ' /-->' );
	}
}
