<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration\Map;

use Lernwelt\Core\Core;
use Lernwelt\Core\Rest\Problems;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\DataProvider;
use WP_REST_Request;
use WP_REST_Response;

final class PointsTest extends IntegrationTestCase {
	use RestRequests;

	private const SCHEMAS = __DIR__ . '/../../../schemas';

	/** One source for all tests: a source can't be taken back. */
	private static ?Stations $stations = null;

	private Stations $source;

	protected function setUp(): void {
		parent::setUp();
		if ( null === self::$stations ) {
			self::$stations = new Stations();
			Core::services()->data_sources->register( 'stations', static fn (): Stations => self::$stations ?? new Stations() );
		}
		$this->source          = self::$stations;
		$this->source->asked   = 0;
		$this->source->version = 'v1';
	}

	public function test_guests_get_all_points_as_columns_of_differences(): void {
		$answer = $this->points();
		$this->assert_answer( $answer, self::SCHEMAS . '/points.json' );
		self::assertSame(
			[
				'ids'    => [ 1, 2, 4 ],
				'lat'    => [ 5212346, -62346, 0 ],
				'lng'    => [ 1165432, 24568, 0 ],
				'titles' => [ 'Bahnhof „Süd“', 'Äckerchen', 'Zeche' ],
			],
			$answer->get_data()
		);
	}

	public function test_filters_search_and_scope_go_together(): void {
		self::assertSame( [ 'Bahnhof „Süd“', 'Äckerchen' ], $this->titles( [ 'line' => [ 'red' ] ] ) );
		self::assertSame( [ 'Zeche' ], $this->titles( [ 'suche' => 'Zeche' ] ) );
		self::assertSame( [], $this->titles( [ 'line' => [ 'red' ], 'scope' => [ 'line' => [ 'blue' ] ] ] ) );
	}

	/**
	 * @param array<string, mixed> $query Parameters.
	 */
	#[DataProvider( 'nonsense' )]
	public function test_what_is_unknown_or_malformed_is_ignored( array $query ): void {
		self::assertSame( [ 'Bahnhof „Süd“', 'Äckerchen', 'Zeche' ], $this->titles( $query ) );
	}

	/**
	 * @return iterable<string, array{array<string, mixed>}>
	 */
	public static function nonsense(): iterable {
		yield 'unknown value' => [ [ 'line' => [ 'green' ] ] ];
		yield 'unknown parameter' => [ [ 'gibtesnicht' => 'x' ] ];
		yield 'hidden field' => [ [ 'note' => 'internal word', 'sortierung' => 'note' ] ];
		yield 'list for a text' => [ [ 'suche' => [ 'x' ] ] ];
		yield 'lists in lists' => [ [ 'line' => [ [ 'red' ] ] ] ];
		yield 'text for the scope' => [ [ 'scope' => 'x' ] ];
		yield 'broken UTF-8' => [ [ 'suche' => "\xC3\x28" ] ];
		yield 'long' => [ [ 'suche' => str_repeat( 'x', 5000 ) ] ];
	}

	public function test_no_parameter_shows_a_guest_what_only_editors_see(): void {
		foreach ( [ [], [ 'scope' => [ 'line' => [ 'blue' ] ] ], [ 'suche' => 'Geheim' ], [ 'per_page' => '200', 'context' => 'edit' ] ] as $query ) {
			self::assertNotContains( 'Geheim', $this->titles( $query ) );
		}
		$this->log_in_as( 'subscriber' );
		self::assertNotContains( 'Geheim', $this->titles() );
		$this->log_in_as( 'editor', 'startchancen' );
		self::assertNotContains( 'Geheim', $this->titles(), 'an editor of another portal is nobody here' );
		$this->log_in_as( 'editor' );
		self::assertContains( 'Geheim', $this->titles() );
	}

	public function test_who_has_the_answer_already_gets_none_and_nothing_is_searched(): void {
		$etag = $this->points()->get_headers()['ETag'];
		self::assertMatchesRegularExpression( '/^"[0-9a-f]{32}"$/', $etag );
		self::assertSame( 1, $this->source->asked );

		foreach ( [ $etag, "W/$etag", "\"other\", $etag" ] as $header ) {
			$again = $this->points( [], $header );
			self::assertSame( [ 304, null, $etag ], [ $again->get_status(), $again->get_data(), $again->get_headers()['ETag'] ] );
		}
		self::assertSame( 1, $this->source->asked );
		self::assertSame( 200, $this->points( [ 'line' => [ 'red' ] ], $etag )->get_status(), 'another question' );

		$this->source->version = 'v2';
		self::assertSame( 200, $this->points( [], $etag )->get_status(), 'something changed' );
	}

	public function test_answers_of_users_are_theirs_alone(): void {
		$guest = $this->points()->get_headers();
		self::assertStringStartsWith( 'public, max-age=0', $guest['Cache-Control'] );
		$this->log_in_as( 'editor' );
		$answer = $this->points( [], $guest['ETag'] );
		self::assertSame( 200, $answer->get_status() );
		self::assertStringStartsWith( 'private', $answer->get_headers()['Cache-Control'] );
		self::assertSame( 304, $this->points( [], $answer->get_headers()['ETag'] )->get_status() );
	}

	public function test_a_source_without_places_has_no_points(): void {
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/data-views/articles/points' ), Problems::NOT_FOUND, 404 );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/data-views/nothing/points' ), Problems::NOT_FOUND, 404 );
		$this->assert_problem( $this->rest( 'GET', '/lernwelt/v1/data-views/nothing/records' ), Problems::NOT_FOUND, 404 );
	}

	public function test_one_record_is_itself_several_are_a_list_in_the_order_asked_for(): void {
		$one = $this->records( '1' );
		$this->assert_answer( $one, self::SCHEMAS . '/records.json' );
		$html = $one->get_data()['html'];
		self::assertStringContainsString( 'Bahnhof „Süd“', $html );
		self::assertStringContainsString( '/station-1/', $html );
		self::assertStringNotContainsString( '<ul class="lw-dv__list', $html );

		$list = $this->records( '7,1' )->get_data()['html'];
		self::assertStringStartsWith( '<ul class="lw-dv__list', $list );
		self::assertLessThan( strpos( $list, 'Bahnhof' ), (int) strpos( $list, 'Zeche' ) );
	}

	public function test_records_and_fields_somebody_may_not_see_are_missing(): void {
		self::assertSame( '', $this->records( '9' )->get_data()['html'] );
		self::assertStringNotContainsString( 'internal word', $this->records( '1', [ 'note', 'line' ] )->get_data()['html'] );
		$this->log_in_as( 'editor' );
		self::assertStringContainsString( 'Geheim', $this->records( '9' )->get_data()['html'] );
		self::assertStringContainsString( 'internal word', $this->records( '1', [ 'note', 'line' ] )->get_data()['html'] );
	}

	public function test_ids_that_are_none_are_left_out(): void {
		foreach ( [ '', 'x', '-1', '0', '1e1', str_repeat( '9', 30 ) ] as $ids ) {
			self::assertSame( [ 200, [ 'html' => '' ] ], [ $this->records( $ids )->get_status(), $this->records( $ids )->get_data() ], $ids );
		}
		self::assertSame( [ 'html' => '' ], $this->rest( 'GET', '/lernwelt/v1/data-views/stations/records', [ 'ids' => [ '1' ] ] )->get_data() );
		self::assertStringContainsString( 'Bahnhof', $this->records( 'x,1,1' )->get_data()['html'] );
	}

	/**
	 * @param array<string, mixed> $query Parameters.
	 * @param string               $etag  What the browser has.
	 */
	private function points( array $query = [], string $etag = '' ): WP_REST_Response {
		$request = new WP_REST_Request( 'GET', '/lernwelt/v1/data-views/stations/points' );
		$request->set_query_params( $query );
		if ( '' !== $etag ) {
			$request->set_header( 'If-None-Match', $etag );
		}
		return rest_do_request( $request );
	}

	/**
	 * @param array<string, mixed> $query Parameters.
	 * @return list<string>
	 */
	private function titles( array $query = [] ): array {
		$answer = $this->points( $query );
		self::assertSame( 200, $answer->get_status() );
		return $answer->get_data()['titles'];
	}

	/**
	 * @param string       $ids     Ids.
	 * @param list<string> $columns Field ids.
	 */
	private function records( string $ids, array $columns = [ 'line' ] ): WP_REST_Response {
		return $this->rest( 'GET', '/lernwelt/v1/data-views/stations/records', [ 'ids' => $ids, 'columns' => $columns ] );
	}
}
