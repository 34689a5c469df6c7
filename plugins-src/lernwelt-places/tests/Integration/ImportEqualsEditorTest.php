<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\Index\IndexedSource;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Viewer;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceContent;
use Lernwelt\Places\Domain\PlaceTaxonomy;

/** A place that was written in bulk is the same in every table as one that was saved through the block editor. */
final class ImportEqualsEditorTest extends ImportTestCase {

	/** Titles and texts that WordPress's filters touch. */
	private const ROW = [
		'id'          => 'X-1',
		'title'       => 'Haus "Über & Unter" – 5 > 3',
		'summary'     => 'Öl & Größe: „zitiert“, it\'s \\ fine, 3 < 5.',
		'description' => "Erster Absatz mit A & B, x < y und \"Zitat\".\nZweite Zeile.\n\nZweiter Absatz \\o/ 😀.",
		'subject'     => 'physik,biologie',
		'city'        => 'Köthen (Anhalt)',
		'note'        => 'Schlüssel & Code "123"',
		'lat'         => '51.7512',
		'lng'         => '11.9712',
	];

	public function test_all_tables_agree(): void {
		$editor = $this->log_in_as( 'editor', 'lernorte' );
		$place  = $this->made_by_the_mapping();
		$saved  = $this->rows_of( $this->saved_in_the_editor( $place ) );
		$counts = self::term_counts();
		$public = $this->seen( $place->title );
		wp_delete_post( self::post_id(), true );

		$run = $this->run_import( $this->imports(), new \Lernwelt\Places\Application\Import\RunRequest( 'test', 'Test', $this->csv( [ self::ROW ] ), self::mapping(), user_id: $editor->ID ) );
		self::assertSame( [ 1, 0 ], [ $run->counts->created, $run->counts->findings ] );
		self::assertSame( $saved, $this->rows_of( self::post_id() ) );
		self::assertSame( $counts, self::term_counts() );
		self::assertSame( $public, $this->seen( $place->title ) );
	}

	public function test_saving_an_imported_place_in_the_editor_changes_only_its_time(): void {
		$this->log_in_as( 'editor', 'lernorte' );
		$this->import( [ self::ROW ] );
		$id     = self::post_id();
		$before = $this->rows_of( $id );
		$data   = (array) rest_do_request( new \WP_REST_Request( 'GET', "/wp/v2/places/$id" ) )->get_data();
		$place  = $this->made_by_the_mapping();
		$answer = $this->rest( 'POST', "/wp/v2/places/$id", [ 'title' => get_post( $id )->post_title ?? '', 'content' => get_post( $id )->post_content ?? '', 'meta' => [ 'lernwelt_place' => $place->details->to_array() ] ] );
		self::assertSame( 200, $answer->get_status() );
		self::assertSame( $before, $this->rows_of( $id ) );
		self::assertArrayHasKey( 'slug', $data );
	}

	public function test_markup_passes_the_filters_for_editors_even_when_a_super_admin_imports(): void {
		$admin = get_users( [ 'blog_id' => 0, 'login' => 'netzwerk' ] )[0] ?? null;
		wp_set_current_user( $admin instanceof \WP_User ? $admin->ID : 1 );
		$this->import( [ [ 'id' => 'H', 'title' => 'Titel <script>alert(1)</script><b>fett</b>', 'description' => '<p onclick="a()">Text</p><iframe src="https://example.org"></iframe>' ] ] );
		$post = get_post( self::post_id() );
		self::assertDoesNotMatchRegularExpression( '/<script|<iframe|onclick|<b>/i', ( $post->post_title ?? '' ) . ( $post->post_content ?? '' ) );
	}

	private function made_by_the_mapping(): Place {
		$reader = \Lernwelt\Places\Reading\Inputs::files( [ $this->csv( [ self::ROW ] ) ], \Lernwelt\Places\Domain\Import\Mapping::from( self::mapping() ) );
		$mapper = new \Lernwelt\Places\Domain\Import\RowMapper( \Lernwelt\Places\Domain\Import\Mapping::from( self::mapping() ), \Lernwelt\Places\Content\Taxonomies::terms(), \Lernwelt\Core\Geo\Districts::shipped() );
		foreach ( $reader->rows() as $row ) {
			return $mapper->map( $row )->place ?? self::fail( 'no place' );
		}
		self::fail( 'no row' );
	}

	private function saved_in_the_editor( Place $place ): int {
		$terms = [];
		foreach ( $place->terms as $taxonomy => $slugs ) {
			$terms[ $taxonomy ] = array_map( static fn ( string $slug ): int => get_term_by( 'slug', $slug, $taxonomy )->term_id ?? 0, $slugs );
		}
		$answer = $this->rest(
			'POST',
			'/wp/v2/places',
			[
				'status'  => 'publish',
				'title'   => $place->title,
				'excerpt' => $place->summary,
				'content' => PlaceContent::blocks( $place ),
				'meta'    => [ 'lernwelt_place' => $place->details->to_array(), 'lernwelt_place_note' => $place->details->note ],
				...$terms,
			]
		);
		self::assertSame( 201, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		return $answer->get_data()['id'];
	}

	/**
	 * All rows about a post; ids and times replaced by words.
	 *
	 * @return array<string, list<array<string, mixed>>>
	 */
	private function rows_of( int $id ): array {
		global $wpdb;
		$source = Core::services()->data_sources->get( 'places' );
		self::assertInstanceOf( IndexedSource::class, $source );
		$source->prepare();
		$tables = [
			$wpdb->posts                   => [ "ID = $id", [ 'ID', 'guid', 'post_date', 'post_date_gmt', 'post_modified', 'post_modified_gmt' ] ],
			$wpdb->postmeta                => [ "post_id = $id AND meta_key NOT LIKE '\\_edit%'", [ 'meta_id', 'post_id' ] ],
			$wpdb->term_relationships      => [ "object_id = $id", [ 'object_id' ] ],
			$wpdb->prefix . 'lw_index'     => [ "record_id = $id AND source = 'places'", [ 'record_id' ] ],
		];
		$rows = [];
		foreach ( $tables as $table => [ $where, $changing ] ) {
			foreach ( (array) $wpdb->get_results( "SELECT * FROM `$table` WHERE $where", ARRAY_A ) as $row ) { // phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- names and a number.
				$rows[ $table ][] = array_diff_key( $row, array_flip( [ ...$changing, 'hash' ] ) );
			}
			$rows[ $table ] ??= [];
			sort( $rows[ $table ] );
			self::assertNotEmpty( $rows[ $table ], $table );
		}
		return $rows;
	}

	/** @return array<string, int> */
	private static function term_counts(): array {
		$counts = [];
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			foreach ( (array) get_terms( [ 'taxonomy' => $taxonomy->value, 'hide_empty' => false ] ) as $term ) {
				$counts[ $term->taxonomy . '/' . $term->slug ] = $term->count;
			}
		}
		return $counts;
	}

	/**
	 * What visitors find.
	 *
	 * @return list<array{string, array<string, mixed>}> Address and values.
	 */
	private function seen( string $title ): array {
		$found = Core::services()->data_sources->get( 'places' )?->query( new Query( search: 'Über Köthen', facets: [ 'region', 'subject' ] ), Viewer::guest() );
		self::assertSame( [ $title ], array_map( static fn ( $record ): string => $record->title, $found->records ?? [] ) );
		return array_map( static fn ( $record ): array => [ $record->url, $record->values ], $found->records ?? [] );
	}

	private static function post_id(): int {
		$found = get_posts( [ 'post_type' => Place::TYPE, 'fields' => 'ids', 'numberposts' => 1 ] );
		return is_int( $found[0] ?? null ) ? $found[0] : self::fail( 'no place' );
	}
}
