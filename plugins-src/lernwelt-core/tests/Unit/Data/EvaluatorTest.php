<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Unit\Data;

use Lernwelt\Core\Data\Facet;
use Lernwelt\Core\Data\FacetValue;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\FilterLogic;
use Lernwelt\Core\Data\Index\Catalogue;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\Evaluator;
use Lernwelt\Core\Data\Index\Hits;
use Lernwelt\Core\Data\Index\IndexRow;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Viewer;
use PHPUnit\Framework\TestCase;

final class EvaluatorTest extends TestCase {

	public function test_the_order_of_titles_is_german(): void {
		self::assertSame( [ 1, 2, 3, 4, 5, 6 ], $this->ask( new Query() )->ids );
		self::assertSame( [ 6, 5, 4, 3, 2, 1 ], $this->ask( new Query( descending: true ) )->ids );
	}

	public function test_filters_go_together_with_and(): void {
		$hits = $this->ask( new Query( filters: [ 'region' => [ 'harz', 'halle' ], 'kind' => [ 'museum' ] ] ) );
		self::assertSame( [ 1, 4 ], $hits->ids );
		self::assertSame( 2, $hits->total );
	}

	public function test_values_of_a_filter_go_together_as_its_logic_says(): void {
		self::assertSame( [ 1, 2, 4, 6 ], $this->ask( new Query( filters: [ 'region' => [ 'harz', 'halle' ] ] ) )->ids );
		self::assertSame( [ 1 ], $this->ask( new Query( filters: [ 'features' => [ 'accessible', 'free' ] ] ) )->ids );
	}

	public function test_a_filter_is_counted_over_the_others(): void {
		$hits = $this->ask( new Query( filters: [ 'region' => [ 'harz' ], 'kind' => [ 'museum' ] ], facets: [ 'region', 'kind' ] ) );
		self::assertSame( [ 'harz' => 1, 'halle' => 1, 'magdeburg' => 1 ], self::counts( $hits->facets[0] ), 'museums, whatever the region' );
		self::assertSame( [ 'museum' => 1, 'zoo' => 1 ], self::counts( $hits->facets[1] ), 'in the Harz, whatever the kind' );
		self::assertSame( [ 'harz' ], self::selected( $hits->facets[0] ) );
	}

	public function test_a_filter_that_needs_all_is_counted_with_what_is_chosen(): void {
		$hits = $this->ask( new Query( filters: [ 'features' => [ 'free' ] ], facets: [ 'features' ] ) );
		self::assertSame( [ 'accessible' => 1, 'free' => 2 ], self::counts( $hits->facets[0] ) );
	}

	public function test_values_that_occur_nowhere_are_missing_unless_they_are_chosen(): void {
		self::assertSame( [ 'harz', 'halle', 'magdeburg' ], array_keys( self::counts( $this->ask( new Query( facets: [ 'region' ] ) )->facets[0] ) ) );

		$hits = $this->ask( new Query( filters: [ 'region' => [ 'dessau' ] ], facets: [ 'region' ] ) );
		self::assertSame( 0, $hits->total );
		self::assertSame( [ 'harz' => 2, 'halle' => 2, 'dessau' => 0, 'magdeburg' => 2 ], self::counts( $hits->facets[0] ) );
	}

	public function test_values_that_occur_but_not_with_the_other_filters_stay_with_nought(): void {
		$hits = $this->ask( new Query( filters: [ 'features' => [ 'accessible', 'free' ] ], facets: [ 'kind' ] ) );
		self::assertSame( [ 'museum' => 1, 'zoo' => 0 ], self::counts( $hits->facets[0] ) );
	}

	public function test_what_nobody_knows_is_ignored(): void {
		$everything = $this->ask( new Query() );
		foreach ( [ [ 'region' => [ 'atlantis' ] ], [ 'nonsense' => [ 'x' ] ], [ 'region' => [] ], [ 'city' => [ 'x' ] ], [ 'type' => [ 'real' ] ], [ '' => [ '' ] ] ] as $filters ) {
			self::assertEquals( $everything, $this->ask( new Query( filters: $filters ) ) );
		}
		self::assertSame( [ 1, 2 ], $this->ask( new Query( filters: [ 'region' => [ 'atlantis', 'harz' ] ] ) )->ids );
		self::assertSame( [], $this->ask( new Query( facets: [ 'nonsense', 'city', 'type' ] ) )->facets );
		self::assertSame( $everything->ids, $this->ask( new Query( sort: 'nonsense' ) )->ids );
		self::assertSame( $everything->ids, $this->ask( new Query( sort: 'type' ) )->ids, 'a field that can\'t be sorted by' );
	}

	public function test_a_scope_narrows_and_can_not_be_widened(): void {
		$scope = [ 'region' => [ 'harz' ], 'type' => [ 'real' ] ];
		$hits  = $this->ask( new Query( filters: [ 'region' => [ 'halle', 'harz' ] ], scope: $scope, facets: [ 'region', 'kind' ] ) );
		self::assertSame( [ 1, 2 ], $hits->ids );
		self::assertSame( [ 'harz' => 2, 'halle' => 0 ], self::counts( $hits->facets[0] ), 'halle is chosen, so it stays' );
		self::assertSame( [ 'museum' => 1, 'zoo' => 1 ], self::counts( $hits->facets[1] ) );
		self::assertSame( [], $this->ask( new Query( scope: [ 'region' => [ 'gone' ] ] ) )->ids, 'a value that was deleted' );
	}

	public function test_a_scope_on_a_field_that_is_gone_or_hidden_finds_nothing(): void {
		foreach ( [ 'nonsense', 'city', 'grade' ] as $field ) {
			$hits = $this->ask( new Query( scope: [ $field => [ 'bad' ] ], facets: [ 'region' ] ) );
			self::assertSame( [ 0, [], [] ], [ $hits->total, $hits->ids, $hits->facets[0]->values ], $field );
		}
		self::assertSame( [ 4 ], $this->ask( new Query( scope: [ 'grade' => [ 'bad' ] ] ), Viewer::with( 'see_grades' ) )->ids );
		self::assertSame( 6, $this->ask( new Query( scope: [ 'nonsense' => [] ] ) )->total, 'nothing is fixed' );
	}

	public function test_a_search_narrows_counts_too(): void {
		$hits = $this->ask( new Query( facets: [ 'region' ] ), matching: [ 2, 5, 999 ] );
		self::assertSame( [ 2, 5 ], $hits->ids );
		self::assertSame( [ 'harz' => 1, 'magdeburg' => 1 ], self::counts( $hits->facets[0] ) );
		self::assertSame( [], $this->ask( new Query(), matching: [] )->ids );
	}

	public function test_pages_beyond_the_last_are_the_first(): void {
		$second = $this->ask( new Query( page: 2, per_page: 4 ) );
		self::assertSame( [ [ 5, 6 ], 2, 2, 6 ], [ $second->ids, $second->page, $second->pages, $second->total ] );
		foreach ( [ 3, 0, -1, PHP_INT_MAX ] as $page ) {
			$hits = $this->ask( new Query( page: $page, per_page: 4 ) );
			self::assertSame( [ [ 1, 2, 3, 4 ], 1, 2 ], [ $hits->ids, $hits->page, $hits->pages ] );
		}
		$nothing = $this->ask( new Query(), matching: [] );
		self::assertSame( [ 1, 1, 0 ], [ $nothing->page, $nothing->pages, $nothing->total ] );
	}

	public function test_a_page_of_no_records_only_counts(): void {
		foreach ( [ 1, 2, 0, PHP_INT_MAX ] as $page ) {
			$hits = $this->ask( new Query( sort: 'price', page: $page, per_page: 0, facets: [ 'region' ] ) );
			self::assertSame( [ 6, [], 1, 1 ], [ $hits->total, $hits->ids, $hits->page, $hits->pages ] );
			self::assertEquals( $this->ask( new Query( facets: [ 'region' ] ) )->facets, $hits->facets );
		}
	}

	public function test_sorting_keeps_the_titles_among_equals_and_empty_ones_last(): void {
		self::assertSame( [ 2, 5, 1, 4, 3, 6 ], $this->ask( new Query( sort: 'price' ) )->ids );
		self::assertSame( [ 1, 4, 5, 2, 3, 6 ], $this->ask( new Query( sort: 'price', descending: true ) )->ids );
		self::assertSame( [ 4, 3, 5, 1, 2, 6 ], $this->ask( new Query( sort: 'city' ) )->ids, 'Aken, Ärxleben, Bernburg' );
	}

	public function test_rows_for_some_exist_only_for_them(): void {
		$insider = Viewer::with( 'read_private' );
		self::assertSame( [ 1, 2, 3, 4, 5, 6, 7 ], $this->ask( new Query(), $insider )->ids );
		self::assertSame( 3, self::counts( $this->ask( new Query( facets: [ 'region' ] ), $insider )->facets[0] )['harz'] );
		self::assertSame( 2, self::counts( $this->ask( new Query( facets: [ 'region' ] ), Viewer::with( 'other' ) )->facets[0] )['harz'] );
		self::assertSame( [ 'secret' ], array_keys( self::counts( $this->ask( new Query( filters: [ 'kind' => [ 'secret' ] ], facets: [ 'kind' ] ), $insider, [ 7 ] )->facets[0] ) ) );
		$guest = self::counts( $this->ask( new Query( facets: [ 'kind' ] ) )->facets[0] );
		self::assertArrayNotHasKey( 'secret', $guest, 'a value that only a hidden row has' );
	}

	public function test_a_hidden_field_is_of_no_use(): void {
		$everything = $this->ask( new Query() );
		$query      = new Query( filters: [ 'grade' => [ 'good' ] ], sort: 'grade', descending: true, facets: [ 'grade' ] );
		$guest      = $this->ask( $query );
		self::assertSame( [], $guest->facets );
		self::assertSame( $everything->total, $guest->total );
		self::assertSame( $everything->ids, array_reverse( $this->ask( new Query( descending: true ) )->ids ) );

		$insider = Viewer::with( 'see_grades' );
		self::assertSame( [ 3, 5 ], $this->ask( new Query( filters: [ 'grade' => [ 'good' ] ] ), $insider )->ids );
		self::assertSame( [ 'good' => 2, 'bad' => 1 ], self::counts( $this->ask( new Query( facets: [ 'grade' ] ), $insider )->facets[0] ) );
	}

	public function test_an_order_by_a_hidden_field_is_like_an_order_by_none(): void {
		$insider = Viewer::with( 'see_grades' );
		self::assertNotSame( $this->ask( new Query( sort: 'grade' ) )->ids, $this->ask( new Query( sort: 'grade' ), $insider )->ids );
		self::assertSame( $this->ask( new Query( sort: 'nonsense' ) )->ids, $this->ask( new Query( sort: 'grade' ) )->ids );
		self::assertSame( $this->ask( new Query( sort: 'nonsense', descending: true ) )->ids, $this->ask( new Query( sort: 'grade', descending: true ) )->ids );
	}

	public function test_booleans_are_named_by_their_field(): void {
		$hits = $this->ask( new Query( filters: [ 'free' => [ '1', '0', 'true' ] ], facets: [ 'free' ] ) );
		self::assertSame( [ 1, 5 ], $hits->ids );
		self::assertSame( 'Free', $hits->facets[0]->values[0]->label );
	}

	public function test_markers_are_asked_for_everything_at_once(): void {
		$evaluator = new Evaluator( self::catalogue(), self::fields(), new Query( filters: [ 'kind' => [ 'museum' ] ], page: 7, per_page: 1 ), Viewer::guest() );
		self::assertSame( [ 1, 4, 5 ], $evaluator->ids() );
	}

	public function test_a_catalogue_survives_being_kept(): void {
		$catalogue = self::catalogue();
		self::assertEquals( $catalogue, Catalogue::from_json( $catalogue->to_json() ) );
		$empty = Catalogue::of_rows( [] );
		self::assertEquals( $empty, Catalogue::from_json( $empty->to_json() ) );
		self::assertSame( 0, ( new Evaluator( $empty, self::fields(), new Query( facets: [ 'region' ] ), Viewer::guest() ) )->hits()->total );
	}

	public function test_many_records_are_counted_as_one_by_one(): void {
		mt_srand( 4 );
		$documents = [];
		for ( $id = 1; $id <= 500; ++$id ) {
			$documents[] = new Document( $id, "T $id", [ 'region' => [ [ 'harz', 'halle', 'dessau', 'magdeburg' ][ mt_rand( 0, 3 ) ] ], 'kind' => 0 === mt_rand( 0, 40 ) ? [ 'zoo' ] : [ 'museum' ] ] );
		}
		$has   = static fn ( Document $document, string $field, string $value ): bool => in_array( $value, $document->terms[ $field ], true );
		$hits  = ( new Evaluator( self::catalogue( $documents ), self::fields(), new Query( filters: [ 'region' => [ 'harz', 'dessau' ], 'kind' => [ 'zoo' ] ], facets: [ 'region', 'kind' ] ), Viewer::guest() ) )->hits();
		$count = static fn ( \Closure $test ): int => count( array_filter( $documents, $test ) );
		self::assertSame( $count( static fn ( Document $one ): bool => $has( $one, 'kind', 'zoo' ) && ( $has( $one, 'region', 'harz' ) || $has( $one, 'region', 'dessau' ) ) ), $hits->total );
		foreach ( self::counts( $hits->facets[0] ) as $region => $found ) {
			self::assertSame( $count( static fn ( Document $one ): bool => $has( $one, 'kind', 'zoo' ) && $has( $one, 'region', (string) $region ) ), $found );
		}
	}

	/**
	 * @param ?list<int> $matching Ids the search found.
	 */
	private function ask( Query $query, ?Viewer $viewer = null, ?array $matching = null ): Hits {
		return ( new Evaluator( self::catalogue(), self::fields(), $query, $viewer ?? Viewer::guest(), $matching ) )->hits();
	}

	/**
	 * @return array<int|string, int>
	 */
	private static function counts( Facet $facet ): array {
		return array_column( $facet->values, 'count', 'value' );
	}

	/**
	 * @return list<string>
	 */
	private static function selected( Facet $facet ): array {
		return array_values( array_column( array_filter( $facet->values, static fn ( FacetValue $value ): bool => $value->selected ), 'value' ) );
	}

	/**
	 * @return list<Field>
	 */
	private static function fields(): array {
		$terms = static fn ( string $id, string ...$values ): \Closure => static fn (): array => array_combine( $values, array_map( ucfirst( ... ), $values ) );
		return [
			new Field( 'region', 'Region', FieldType::Terms, filter: true, choices: $terms( 'region', 'harz', 'halle', 'dessau', 'magdeburg' ) ),
			new Field( 'kind', 'Kind', FieldType::Terms, filter: true, choices: $terms( 'kind', 'museum', 'zoo', 'secret' ) ),
			new Field( 'features', 'Features', FieldType::Terms, filter: true, logic: FilterLogic::All, choices: $terms( 'features', 'accessible', 'free' ) ),
			new Field( 'type', 'Only for editors', FieldType::Terms, choices: $terms( 'type', 'real' ) ),
			new Field( 'free', 'Free', FieldType::Boolean, filter: true ),
			new Field( 'city', 'City', sort: true ),
			new Field( 'price', 'Price', FieldType::Number, sort: true ),
			new Field( 'grade', 'Grade', FieldType::Terms, filter: true, sort: true, capability: 'see_grades', choices: $terms( 'grade', 'good', 'bad' ) ),
		];
	}

	/**
	 * @param ?list<Document> $documents Records.
	 */
	private static function catalogue( ?array $documents = null ): Catalogue {
		$documents ??= [
			new Document( 6, 'Zoo', [ 'region' => [ 'halle' ], 'kind' => [ 'zoo' ], 'type' => [ 'real' ] ], sort: [ 'city' => '' ] ),
			new Document( 1, 'Apfelbaum-Museum', [ 'region' => [ 'harz' ], 'kind' => [ 'museum' ], 'features' => [ 'free', 'accessible' ], 'free' => [ '1' ], 'type' => [ 'real' ] ], sort: [ 'city' => 'Bernburg', 'price' => 12 ] ),
			new Document( 2, 'Äpfelgarten', [ 'region' => [ 'harz' ], 'kind' => [ 'zoo' ], 'type' => [ 'real' ] ], sort: [ 'city' => 'Bernburg', 'price' => 2.5 ] ),
			new Document( 3, 'Birnbaum', [ 'region' => [ 'magdeburg' ], 'kind' => [ 'zoo' ], 'features' => [ 'accessible' ], 'grade' => [ 'good' ] ], sort: [ 'city' => 'Ärxleben', 'grade' => 'b', 'type' => 'a' ] ),
			new Document( 4, 'Öko-Museum', [ 'region' => [ 'halle' ], 'kind' => [ 'museum' ], 'grade' => [ 'bad' ] ], sort: [ 'city' => 'Aken', 'price' => 12, 'grade' => 'a' ] ),
			new Document( 5, 'Straßenmuseum', [ 'region' => [ 'magdeburg' ], 'kind' => [ 'museum' ], 'features' => [ 'free' ], 'free' => [ '1' ], 'grade' => [ 'good' ] ], sort: [ 'city' => 'Ärxleben', 'price' => 10, 'grade' => 'b' ] ),
			new Document( 7, 'Zz nur für wenige', [ 'region' => [ 'harz' ], 'kind' => [ 'secret' ] ], capability: 'read_private' ),
		];
		return Catalogue::of_rows(
			array_map(
				static function ( Document $document ): array {
					$row = IndexRow::of( $document );
					return [ $row['record_id'], $row['title'], $row['title_key'], $row['terms'], $row['capability'], $row['lat'], $row['lng'], $row['sort_keys'] ];
				},
				$documents
			)
		);
	}
}
