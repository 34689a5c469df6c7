<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit;

use Lernwelt\Dataview\Domain\Calendar\Month;
use Lernwelt\Dataview\Domain\Layout;
use Lernwelt\Dataview\Domain\Parameters;
use Lernwelt\Dataview\Domain\ViewOptions;
use Lernwelt\Dataview\Domain\ViewState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

#[CoversClass( ViewState::class )]
final class ViewStateTest extends TestCase {
	use Samples;

	public function test_an_empty_address_is_the_editor_s_view(): void {
		self::assertEquals( new ViewState(), self::read( [] ) );
	}

	public function test_reads_everything_an_address_can_say(): void {
		$state = self::read(
			[ 'suche' => ' Werk  statt ', 'region' => [ 'harz', 'halle' ], 'offen' => [ '1' ], 'sortierung' => '-ort', 'ansicht' => 'tabelle', 'seite' => '3' ]
		);
		self::assertEquals( new ViewState( 'Werk statt', [ 'region' => [ 'harz', 'halle' ], 'open' => [ '1' ] ], 'city', true, Layout::Table, 3 ), $state );
	}

	public function test_a_single_value_and_one_that_looks_like_a_number_are_values(): void {
		self::assertSame( [ 'region' => [ 'harz' ] ], self::read( [ 'region' => 'harz' ] )->filters );
		self::assertSame( [ 'region' => [ '2' ] ], self::read( [ 'region' => [ '2' ] ] )->filters );
	}

	public function test_a_key_keeps_two_views_apart(): void {
		$query = [ 'suche' => 'Kunst', 'v2-suche' => 'Werkstatt', 'v2-region' => [ 'harz' ], 'v2-seite' => '2' ];
		self::assertEquals( new ViewState( 'Werkstatt', [ 'region' => [ 'harz' ] ], page: 2 ), self::read( $query, [ 'key' => 'v2' ] ) );
		self::assertEquals( new ViewState( 'Kunst' ), self::read( $query ) );
	}

	/**
	 * @param array<mixed> $query Parameters.
	 */
	#[DataProvider( 'malformed' )]
	public function test_what_is_malformed_counts_as_not_given( array $query ): void {
		self::assertEquals( new ViewState(), self::read( $query ) );
	}

	/** @return iterable<string, array{array<mixed>}> */
	public static function malformed(): iterable {
		yield 'unknown parameter' => [ [ 'foo' => 'bar', 0 => 'x', 'utm' => [ [ 'x' ] ] ] ];
		yield 'list for words' => [ [ 'suche' => [ 'x' ] ] ];
		yield 'words that are no UTF-8' => [ [ 'suche' => "\xC3\x28" ] ];
		yield 'huge words' => [ [ 'suche' => str_repeat( 'ä', 101 ) ] ];
		yield 'white space and control characters' => [ [ 'suche' => " \t\u{200B}\x00\n" ] ];
		yield 'unknown value' => [ [ 'region' => [ 'atlantis', '', "\xFF", 'HARZ' ] ] ];
		yield 'nested values' => [ [ 'region' => [ [ 'harz' ], [ 'x' => [ 'harz' ] ] ] ] ];
		yield 'a field that is no filter' => [ [ 'ort' => [ 'Halle' ] ] ];
		yield 'a field by its id instead of its parameter' => [ [ 'subject' => [ 'kunst' ] ] ];
		yield 'other truth' => [ [ 'offen' => [ '0', 'true', '2' ] ] ];
		yield 'order by what is no order' => [ [ 'sortierung' => 'region;DROP' ] ];
		yield 'order by a list' => [ [ 'sortierung' => [ 'titel' ] ] ];
		yield 'order by a hidden field' => [ [ 'sortierung' => '-note' ] ];
		yield 'order by nothing' => [ [ 'sortierung' => '-' ] ];
		yield 'a layout that is not offered' => [ [ 'ansicht' => 'kacheln' ] ];
		yield 'a layout by its name in code' => [ [ 'ansicht' => 'table' ] ];
		yield 'pages that are none' => [ [ 'seite' => '0' ] ];
		yield 'negative page' => [ [ 'seite' => '-2' ] ];
		yield 'page beyond numbers' => [ [ 'seite' => '99999999999999999999' ] ];
		yield 'page with a tail' => [ [ 'seite' => '2x' ] ];
	}

	public function test_the_search_is_ignored_where_there_is_none(): void {
		self::assertSame( '', self::read( [ 'suche' => 'x' ], [ 'search' => false ] )->search );
	}

	public function test_filters_an_editor_left_out_are_ignored(): void {
		self::assertSame( [], self::read( [ 'region' => [ 'harz' ] ], [ 'filters' => [ 'subject' ] ] )->filters );
	}

	public function test_a_long_list_is_cut_instead_of_worked_through(): void {
		$values = [ ...array_map( static fn ( int $number ): string => "x$number", range( 1, 50 ) ), 'harz' ];
		self::assertSame( [], self::read( [ 'region' => $values ] )->filters );
	}

	public function test_the_question_carries_what_the_editor_fixed(): void {
		$options = ViewOptions::from( [ 'scope' => [ 'region' => [ 'harz' ] ], 'sort' => 'city', 'descending' => true, 'perPage' => 5 ] );
		$query   = ( new ViewState( 'x', [ 'subject' => [ 'kunst' ] ], page: 2 ) )->query( $options, [ 'region' ] );
		self::assertSame( [ [ 'region' => [ 'harz' ] ], [ 'subject' => [ 'kunst' ] ], 'city', true, 2, 5, [ 'region' ] ], [ $query->scope, $query->filters, $query->sort, $query->descending, $query->page, $query->per_page, $query->facets ] );
		self::assertFalse( ( new ViewState( sort: 'title' ) )->query( $options )->descending, 'an own order has an own direction' );
	}

	public function test_steps_begin_on_the_first_page_and_keep_the_rest(): void {
		$state = new ViewState( 'x', [ 'region' => [ 'harz', 'halle' ] ], 'city', true, Layout::Table, 4 );
		self::assertEquals( new ViewState( 'x', [ 'region' => [ 'halle' ] ], 'city', true, Layout::Table ), $state->without( 'region', 'harz' ) );
		self::assertSame( [], $state->without( 'region', 'harz' )->without( 'region', 'halle' )->filters );
		self::assertEquals( new ViewState( 'x', [], 'city', true, Layout::Table ), $state->without_filters() );
		self::assertEquals( new ViewState( '', [], 'city', true, Layout::Table ), $state->reset() );
		self::assertSame( 1, $state->sorted( 'title', false )->page );
		self::assertSame( 4, $state->shown_as( null )->page );
		self::assertTrue( $state->narrows() );
		self::assertFalse( $state->reset()->narrows() );
	}

	#[TestWith( [ '2026-12', '2026-12' ] )]
	#[TestWith( [ [ '2026-12', '2027-01' ], '2026-12' ] )]
	#[TestWith( [ '2026-13', null ] )]
	#[TestWith( [ '1999-12', null ] )]
	#[TestWith( [ '"><script>', null ] )]
	#[TestWith( [ [ [ '2026-12' ] ], null ] )]
	#[TestWith( [ [ 'x' => '2026-12' ], '2026-12' ] )]
	#[TestWith( [ '', null ] )]
	#[TestWith( [ null, null ] )]
	public function test_a_calendar_shows_the_month_of_the_address( mixed $given, ?string $month ): void {
		$state = self::read( [ 'monat' => $given, 'ansicht' => 'kalender', 'seite' => '3' ], [ 'layouts' => [ 'list', 'calendar' ] ] );
		self::assertSame( [ Layout::Calendar, $month, [], 1 ], [ $state->layout, $state->month?->text(), $state->filters, $state->page ] );
		self::assertSame( $month, self::read( [ 'monat' => $given ], [ 'layouts' => [ 'calendar' ] ] )->month?->text(), 'where it is the first layout' );
	}

	public function test_in_other_layouts_the_month_is_a_filter_of_known_values(): void {
		$layouts = [ 'layouts' => [ 'list', 'calendar' ] ];
		self::assertEquals( new ViewState( filters: [ 'month' => [ '2026-12' ] ] ), self::read( [ 'monat' => [ '2026-12', '2031-01' ] ], $layouts ) );
		self::assertNull( self::read( [ 'monat' => '2026-12', 'ansicht' => 'kalender' ] )->month, 'a calendar that is not offered' );
	}

	public function test_steps_keep_the_month(): void {
		$state = new ViewState( 'x', [ 'region' => [ 'harz' ] ], layout: Layout::Calendar, month: Month::parse( '2026-12' ) );
		foreach ( [ $state->without( 'region', 'harz' ), $state->with( 'region', [ 'halle' ] ), $state->without_filters(), $state->reset(), $state->sorted( 'title', true ), $state->shown_as( null ), $state->on_page( 2 ) ] as $step ) {
			self::assertSame( '2026-12', $step->month?->text() );
		}
		self::assertSame( [ 'region' => [ 'halle' ] ], $state->with( 'region', [ 'halle' ] )->filters );
		self::assertSame( [], $state->with( 'region', [] )->filters );
		self::assertNull( $state->in_month( null )->month );
	}

	/**
	 * @param array<mixed>         $query      Parameters.
	 * @param array<string, mixed> $attributes Attributes of the block.
	 */
	private static function read( array $query, array $attributes = [] ): ViewState {
		$options = ViewOptions::from( [ 'source' => 'places', 'layouts' => [ 'list', 'table' ], ...$attributes ] );
		$month   = self::months();
		$visible = array_values( array_filter( [ ...self::fields(), $month ], static fn ( $field ): bool => null === $field->capability ) );
		return ViewState::read( $query, new Parameters( $options->key ), $options, $visible, $month );
	}
}
