<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Dataview\Domain\Address;
use Lernwelt\Dataview\Domain\Calendar\Month;
use Lernwelt\Dataview\Domain\Layout;
use Lernwelt\Dataview\Domain\Parameters;
use Lernwelt\Dataview\Domain\ViewOptions;
use Lernwelt\Dataview\Domain\ViewState;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

#[CoversClass( Address::class )]
#[CoversClass( Parameters::class )]
final class AddressTest extends TestCase {
	use Samples;

	public function test_the_default_has_no_query(): void {
		self::assertSame( '/orte/#lw-dv-main', self::address()->of( new ViewState() ) );
	}

	public function test_writes_as_a_form_does(): void {
		$state = new ViewState( 'Kunst & Müll', [ 'subject' => [ 'kunst' ], 'region' => [ 'harz', 'halle' ] ], 'city', true, Layout::Table, 2 );
		self::assertSame(
			'/orte/?suche=Kunst+%26+M%C3%BCll&region%5B%5D=harz&region%5B%5D=halle&fach%5B%5D=kunst&sortierung=-ort&ansicht=tabelle&seite=2#lw-dv-main',
			self::address()->of( $state )
		);
	}

	public function test_what_is_written_is_read_again(): void {
		$state   = new ViewState( 'Ä', [ 'region' => [ '2' ], 'open' => [ '1' ] ], ViewState::TITLE, true, Layout::Table, 7 );
		$options = ViewOptions::from( [ 'layouts' => [ 'list', 'table' ], 'key' => 'b' ] );
		parse_str( (string) parse_url( self::address( 'b' )->of( $state ), PHP_URL_QUERY ), $query );
		self::assertEquals( $state, ViewState::read( $query, new Parameters( 'b' ), $options, self::fields() ) );
	}

	public function test_a_form_carries_order_and_layout_but_no_page(): void {
		$state = new ViewState( 'x', [ 'region' => [ 'harz' ] ], ViewState::TITLE, false, Layout::Cards, 3 );
		self::assertSame( [ 'page_id' => '7', 'sortierung' => 'titel', 'ansicht' => 'kacheln' ], self::address( '', [ 'page_id' => '7' ] )->carried( $state ) );
	}

	public function test_the_month_of_a_calendar_is_one_value_and_goes_along_with_the_form(): void {
		$state   = new ViewState( '', [ 'region' => [ 'harz' ] ], layout: Layout::Calendar, month: Month::parse( '2026-12' ) );
		$address = new Address( new Parameters( 'k' ), [ ...self::fields(), self::months() ], '/termine/', '', [], self::months() );
		self::assertSame( '/termine/?k-region%5B%5D=harz&k-ansicht=kalender&k-monat=2026-12', $address->of( $state ) );
		self::assertSame( [ 'k-ansicht' => 'kalender', 'k-monat' => '2026-12' ], $address->carried( $state ) );
		self::assertSame( '/termine/?k-ansicht=kalender', $address->of( $state->reset()->in_month( null ) ) );
	}

	#[TestWith( [ 'name', 'feld-name' ] )]
	#[TestWith( [ 'suche', 'feld-suche' ] )]
	#[TestWith( [ 'titel', 'feld-titel' ] )]
	#[TestWith( [ 'Größe x', 'gr-e-x' ] )]
	#[TestWith( [ 'thema', 'thema' ] )]
	public function test_names_that_mean_something_else_are_evaded( string $parameter, string $expected ): void {
		$field = new Field( 'f', 'F', FieldType::Terms, filter: true, parameter: $parameter );
		self::assertSame( $expected, ( new Parameters( '', [ 'name', 'page' ] ) )->field( $field ) );
	}

	public function test_the_reserved_names_are_compared_with_the_key(): void {
		$field = new Field( 'f', 'F', FieldType::Terms, filter: true, parameter: 'name' );
		self::assertSame( 'v2-name', ( new Parameters( 'v2', [ 'name' ] ) )->field( $field ) );
	}

	/**
	 * @param string                             $key    Key of the view.
	 * @param array<string, string|list<string>> $others Parameters of something else.
	 */
	private static function address( string $key = '', array $others = [] ): Address {
		return new Address( new Parameters( $key ), self::fields(), '/orte/', 'lw-dv-main', $others );
	}
}
