<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Unit;

use Lernwelt\Core\Data\Field;
use Lernwelt\Dataview\Domain\Layout;
use Lernwelt\Dataview\Domain\ViewOptions;
use PHPUnit\Framework\Attributes\CoversClass;
use PHPUnit\Framework\Attributes\TestWith;
use PHPUnit\Framework\TestCase;

#[CoversClass( ViewOptions::class )]
final class ViewOptionsTest extends TestCase {
	use Samples;

	public function test_an_empty_block_is_a_list_with_search(): void {
		$options = ViewOptions::from( [] );
		self::assertSame( [ '', [ Layout::List ], false, 20, true, '' ], [ $options->source, $options->layouts, $options->map, $options->per_page, $options->search, $options->key ] );
	}

	public function test_nonsense_in_a_block_gives_a_view(): void {
		$options = ViewOptions::from( [ 'source' => [ 'x' ], 'layouts' => [ 'globe', [ 'list' ] ], 'perPage' => 'many', 'scope' => [ 'region' => [ [] ], 3 => [ 'x' ] ], 'key' => '"><', 'sort' => 7.5 ] );
		self::assertSame( [ '', [ Layout::List ], 20, [], '', '' ], [ $options->source, $options->layouts, $options->per_page, $options->scope, $options->key, $options->sort ] );
	}

	#[TestWith( [ 0, 1 ] )]
	#[TestWith( [ -5, 1 ] )]
	#[TestWith( [ 1000, 100 ] )]
	#[TestWith( [ 12, 12 ] )]
	public function test_a_page_has_a_sensible_size( int $wanted, int $given ): void {
		self::assertSame( $given, ViewOptions::from( [ 'perPage' => $wanted ] )->per_page );
	}

	public function test_filters_and_columns_keep_the_editor_s_order_and_what_the_source_offers(): void {
		$options = ViewOptions::from( [ 'filters' => [ 'subject', 'city', 'gone', 'region' ], 'columns' => [ 'summary', 'gone', 'city' ] ] );
		self::assertSame( [ 'subject', 'region' ], self::ids( $options->filters_of( self::fields() ) ) );
		self::assertSame( [ 'summary', 'city' ], self::ids( $options->columns_of( self::fields() ) ) );
	}

	public function test_nothing_chosen_means_everything_and_none_chosen_means_none(): void {
		self::assertSame( [ 'region', 'subject', 'features', 'open' ], self::ids( ViewOptions::from( [] )->filters_of( self::fields() ) ) );
		self::assertSame( [ 'region', 'subject', 'features', 'open', 'summary' ], self::ids( ViewOptions::from( [] )->columns_of( self::fields() ) ) );
		self::assertSame( [], ViewOptions::from( [ 'filters' => [] ] )->filters_of( self::fields() ) );
		self::assertSame( [], ViewOptions::from( [ 'columns' => [] ] )->columns_of( self::fields() ) );
	}

	public function test_layouts_with_nothing_to_show_are_not_offered(): void {
		$options = ViewOptions::from( [ 'layouts' => [ 'map', 'table', 'calendar', 'chart' ], 'map' => true, 'chart' => 'subject' ] );
		$without = $options->without( Layout::Map, Layout::Chart );
		self::assertSame( [ [ Layout::Table, Layout::Calendar ], false, 'subject' ], [ $without->layouts, $without->map, $without->chart ] );
		self::assertTrue( $options->without( Layout::Calendar )->map );
		self::assertSame( [ Layout::List ], ViewOptions::from( [ 'layouts' => [ 'map' ] ] )->without( Layout::Map )->layouts );
	}

	public function test_a_chart_counts_the_chosen_filter_or_the_first(): void {
		self::assertSame( 'features', ViewOptions::from( [ 'chart' => 'features' ] )->chart_of( self::fields() )?->id );
		foreach ( [ [], [ 'chart' => 'gone' ], [ 'chart' => 'city' ], [ 'chart' => [ 'features' ] ] ] as $attributes ) {
			self::assertSame( 'subject', ViewOptions::from( [ 'filters' => [ 'subject', 'region' ] ] + $attributes )->chart_of( self::fields() )?->id );
		}
		self::assertSame( 'region', ViewOptions::from( [ 'filters' => [] ] )->chart_of( self::fields() )?->id, 'also one that visitors don\'t filter by' );
		self::assertNull( ViewOptions::from( [] )->chart_of( [ new Field( 'city', 'Ort' ) ] ) );
	}

	/**
	 * @param list<Field> $fields Fields.
	 * @return list<string>
	 */
	private static function ids( array $fields ): array {
		return array_map( static fn ( Field $field ): string => $field->id, $fields );
	}
}
