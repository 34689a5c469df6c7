<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Data;

use Closure;
use Lernwelt\Core\Core;
use Lernwelt\Core\Data\Marker;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Viewer;
use Lernwelt\Tests\IntegrationTestCase;
use RuntimeException;

final class PostSourceTest extends IntegrationTestCase {

	private DemoSource $source;

	/** @var array<string, int> Title → post. */
	private array $posts = [];

	protected function setUp(): void {
		parent::setUp();
		foreach ( get_posts( [ 'post_type' => 'post', 'post_status' => 'any', 'numberposts' => -1, 'fields' => 'ids' ] ) as $post ) {
			wp_delete_post( $post, true );
		}
		Core::services()->data_sources->register( 'demo', fn (): DemoSource => $this->source );
		$this->source = new DemoSource( Core::services()->index );
		foreach ( [ 'harz' => 'Harz', 'halle' => 'Halle' ] as $slug => $name ) {
			wp_insert_term( $name, 'category', [ 'slug' => $slug ] );
		}
		$this->post( 'Zoo', 'halle', [ 'lat' => '51.5', 'lng' => '11.9', 'city' => 'Halle' ] );
		$this->post( 'Ökohaus', 'harz', [ 'lat' => '51.75', 'lng' => '10.9', 'city' => 'Thale', 'note' => 'good' ] );
		$this->post( 'Apfelgarten', 'harz', [ 'city' => 'Aschersleben', 'note' => 'bad' ] );
		$this->post( 'Geheimnis', 'harz', [], 'draft' );
		$this->post( 'Nur für uns', 'harz', [], 'private' );
		$this->post( 'Mit Kennwort', 'harz', [], 'publish', 'geheim' );
	}

	protected function tearDown(): void {
		Core::services()->data_sources->forget( 'demo' );
		parent::tearDown();
	}

	public function test_published_posts_in_german_order(): void {
		self::assertSame( [ 'Apfelgarten', 'Ökohaus', 'Zoo' ], self::titles( $this->ask( new Query() ) ) );
		self::assertSame( [ 'Zoo', 'Ökohaus', 'Apfelgarten' ], self::titles( $this->ask( new Query( descending: true ) ) ) );
		self::assertSame( [ 'Apfelgarten', 'Zoo', 'Ökohaus' ], self::titles( $this->ask( new Query( sort: 'city' ) ) ) );
	}

	public function test_private_posts_only_for_those_who_may(): void {
		$result = $this->ask( new Query( facets: [ 'topic' ] ), Viewer::with( 'read_private_posts' ) );
		self::assertSame( [ 'Apfelgarten', 'Nur für uns', 'Ökohaus', 'Zoo' ], self::titles( $result ) );
		self::assertSame( [ 'halle' => 1, 'harz' => 3 ], array_column( $result->facets[0]->values, 'count', 'value' ) );
		self::assertSame( [ 'halle' => 1, 'harz' => 2 ], array_column( $this->ask( new Query( facets: [ 'topic' ] ) )->facets[0]->values, 'count', 'value' ) );

		$all = array_values( $this->posts );
		self::assertCount( 3, $this->source->records( $all, Viewer::guest() ), 'asked for by id' );
		self::assertCount( 4, $this->source->records( $all, Viewer::with( 'read_private_posts' ) ) );
		$this->log_in_as( 'contributor' );
		self::assertCount( 3, $this->source->records( $all, Viewer::current() ) );
		$this->log_in_as( 'editor' );
		self::assertCount( 4, $this->source->records( $all, Viewer::current() ) );
	}

	public function test_a_hidden_value_is_in_no_record_and_of_no_use(): void {
		$query = new Query( filters: [ 'note' => [ 'good' ] ], sort: 'note', facets: [ 'note' ] );
		foreach ( [ 'subscriber', 'contributor', 'author' ] as $role ) {
			$this->log_in_as( $role );
			$result = $this->ask( $query, Viewer::current() );
			self::assertSame( [ 'Apfelgarten', 'Ökohaus', 'Zoo' ], self::titles( $result ) );
			self::assertSame( [], $result->facets );
			self::assertStringNotContainsString( 'good', (string) json_encode( $result ) );
		}
		$this->log_in_as( 'editor' );
		$result = $this->ask( $query, Viewer::current() );
		self::assertSame( [ 'Ökohaus' ], self::titles( $result ) );
		self::assertSame( 'good', $result->records[0]->values['note'] );
	}

	public function test_searches_titles_and_public_texts_in_any_spelling(): void {
		foreach ( [ 'ökohaus', 'OEKOHAUS', 'okoh', 'haus thale', '%haus_!' ] as $search ) {
			self::assertSame( [ 'Ökohaus' ], self::titles( $this->ask( new Query( search: $search ) ) ), $search );
		}
		self::assertSame( [], self::titles( $this->ask( new Query( search: 'haus halle' ) ) ) );
		self::assertCount( 3, $this->ask( new Query( search: ' %_!? ' ) )->records, 'no word in it' );
		self::assertSame( [], self::titles( $this->ask( new Query( search: 'good' ) ) ), 'a hidden field' );
		self::assertSame( [], self::titles( $this->ask( new Query( search: str_repeat( 'ä', 100000 ) . "\xff' OR 1=1" ) ) ) );
	}

	public function test_markers_of_all_pages(): void {
		$markers = $this->source->markers( new Query( per_page: 1, page: 9 ), Viewer::guest() );
		self::assertEquals( [ new Marker( $this->posts['Ökohaus'], 'Ökohaus', 51.75, 10.9 ), new Marker( $this->posts['Zoo'], 'Zoo', 51.5, 11.9 ) ], $markers );
		self::assertCount( 1, $this->source->markers( new Query( filters: [ 'topic' => [ 'halle' ] ] ), Viewer::guest() ) );
	}

	public function test_every_change_is_seen_at_once(): void {
		$this->ask( new Query() );
		wp_update_post( [ 'ID' => $this->posts['Zoo'], 'post_title' => 'Bergzoo' ] );
		self::assertSame( [ 'Apfelgarten', 'Bergzoo', 'Ökohaus' ], self::titles( $this->ask( new Query() ) ) );
		wp_set_object_terms( $this->posts['Zoo'], [ 'harz' ], 'category' );
		self::assertCount( 3, $this->ask( new Query( filters: [ 'topic' => [ 'harz' ] ] ) )->records );
		update_post_meta( $this->posts['Zoo'], 'city', 'Zerbst' );
		self::assertSame( 'Bergzoo', self::titles( $this->ask( new Query( sort: 'city' ) ) )[2] );
		wp_trash_post( $this->posts['Zoo'] );
		self::assertSame( [ 'Apfelgarten', 'Ökohaus' ], self::titles( $this->ask( new Query() ) ) );
		wp_update_post( [ 'ID' => $this->posts['Geheimnis'], 'post_status' => 'publish' ] );
		self::assertSame( [ 'Apfelgarten', 'Geheimnis', 'Ökohaus' ], self::titles( $this->ask( new Query() ) ) );
		wp_update_post( [ 'ID' => $this->posts['Ökohaus'], 'post_password' => 'x' ] );
		wp_delete_post( $this->posts['Apfelgarten'], true );
		self::assertSame( [ 'Geheimnis' ], self::titles( $this->ask( new Query() ) ) );
		self::assertSame( [], $this->source->markers( new Query(), Viewer::guest() ) );
	}

	public function test_records_are_made_once_until_a_post_or_term_changes(): void {
		$all   = array_values( $this->posts );
		$cards = fn ( Viewer $viewer ): array => array_map( static fn ( Record $record ): array => [ $record->title, $record->values ], $this->source->records( $all, $viewer ) );
		$guest = $cards( Viewer::guest() );
		self::assertSame( [ 4, $guest, 4 ], [ $this->source->recorded, $cards( Viewer::guest() ), $this->source->recorded ] );
		self::assertSame( 'good', $cards( Viewer::with( 'read_private_posts', 'edit_others_posts' ) )[1][1]['note'] ?? '', 'What one may not see is not gone for the other.' );
		self::assertSame( $guest, $cards( Viewer::guest() ) );
		self::assertSame( 4, $this->source->recorded );

		update_post_meta( $this->posts['Zoo'], 'city', 'Zerbst' );
		self::assertSame( 'Zerbst', $cards( Viewer::guest() )[0][1]['city'] ?? '' );
		wp_set_object_terms( $this->posts['Zoo'], [ 'harz' ], 'category' );
		self::assertSame( [ 'harz' ], $cards( Viewer::guest() )[0][1]['topic'] ?? [] );
		wp_update_term( get_term_by( 'slug', 'harz', 'category' )->term_id ?? 0, 'category', [ 'slug' => 'der-harz' ] );
		self::assertSame( [ 'der-harz' ], $cards( Viewer::guest() )[0][1]['topic'] ?? [] );
		wp_update_post( [ 'ID' => $this->posts['Zoo'], 'post_status' => 'private' ] );
		self::assertCount( 2, $cards( Viewer::guest() ) );
		wp_trash_post( $this->posts['Ökohaus'] );
		self::assertCount( 1, $cards( Viewer::guest() ) );
		wp_update_post( [ 'ID' => $this->posts['Geheimnis'], 'post_status' => 'publish' ] );
		self::assertCount( 2, $cards( Viewer::guest() ), 'Nothing is remembered of what was no record.' );
	}

	public function test_nobody_reads_records_in_the_language_of_another(): void {
		$english = static fn (): string => 'en_GB';
		$read    = fn (): array => $this->source->records( array_values( $this->posts ), Viewer::guest() );
		$read();
		$german = $this->source->recorded;
		add_filter( 'pre_determine_locale', $english );
		$read();
		$read();
		self::assertSame( 2 * $german, $this->source->recorded, 'Numbers and words of records are in the language of the request.' );
		remove_filter( 'pre_determine_locale', $english );
		$read();
		self::assertSame( 2 * $german, $this->source->recorded );
		self::assertGreaterThan( 0, $german );
	}

	public function test_a_renamed_term_counts_under_its_new_name(): void {
		$this->ask( new Query() );
		$version = $this->source->version();
		$term    = get_term_by( 'slug', 'harz', 'category' );
		wp_update_term( $term->term_id ?? 0, 'category', [ 'name' => 'Der Harz', 'slug' => 'der-harz' ] );
		$facet = $this->ask( new Query( facets: [ 'topic' ] ) )->facets[0];
		self::assertSame( [ 'der-harz' => 2, 'halle' => 1 ], array_column( $facet->values, 'count', 'value' ) );
		self::assertNotSame( $version, $this->source->version() );
		wp_delete_term( $term->term_id ?? 0, 'category' );
		self::assertArrayNotHasKey( 'der-harz', array_column( $this->ask( new Query( facets: [ 'topic' ] ) )->facets[0]->values, 'count', 'value' ) );
	}

	public function test_the_version_changes_with_content_and_only_then(): void {
		$version = $this->source->version();
		self::assertSame( $version, $this->source->version() );
		update_post_meta( $this->posts['Zoo'], '_edit_lock', '1:1' );
		self::assertSame( $version, $this->source->version(), 'somebody only looks at it in the editor' );
		update_post_meta( $this->posts['Zoo'], 'phone', '0345' );
		self::assertNotSame( $version, $this->source->version(), 'shown, though the index doesn\'t hold it' );
	}

	public function test_the_number_of_queries_does_not_grow_with_the_records(): void {
		global $wpdb;
		$count = function (): int {
			global $wpdb;
			wp_cache_flush();
			$before = $wpdb->num_queries;
			$this->ask( new Query( search: 'a', per_page: 2, facets: [ 'topic' ] ) );
			return $wpdb->num_queries - $before;
		};
		$this->ask( new Query() );
		$few = $count();
		for ( $i = 0; $i < 30; ++$i ) {
			$this->post( "Artikel $i", 'harz', [] );
		}
		$this->ask( new Query() );
		self::assertSame( $few, $count() );
		self::assertLessThan( 12, $few );
	}

	public function test_who_only_counts_loads_no_record(): void {
		global $wpdb;
		$count = new Query( filters: [ 'topic' => [ 'harz' ] ], page: 3, per_page: 0, facets: [ 'topic' ] );
		$this->ask( $count );
		$before = $wpdb->num_queries;
		$result = $this->ask( $count );
		self::assertLessThan( 4, $wpdb->num_queries - $before, 'the state of the index, and the words of the facet' );
		self::assertSame( [ 2, [], 1, 1 ], [ $result->total, $result->records, $result->page, $result->pages ] );
		self::assertSame( [ 'halle' => 1, 'harz' => 2 ], array_column( $result->facets[0]->values, 'count', 'value' ) );
	}

	public function test_each_question_asks_once_how_fresh_the_index_is(): void {
		$this->ask( new Query() );
		$this->source->markers( new Query(), Viewer::guest() );
		self::assertSame( 1, self::states_read( fn () => $this->ask( new Query( per_page: 0 ) ) ) );
		self::assertSame( 1, self::states_read( fn () => $this->source->markers( new Query(), Viewer::guest() ) ) );
		self::assertSame( 1, self::states_read( fn () => $this->source->version() ) );
	}

	public function test_what_another_process_writes_is_seen_by_the_next_question(): void {
		global $wpdb;
		$this->ask( new Query() );
		$this->source->markers( new Query(), Viewer::guest() );
		// As the other process leaves it: rows, and then the line that says so.
		$wpdb->query( $wpdb->prepare( "DELETE FROM {$wpdb->prefix}lw_index WHERE source = 'demo' AND record_id = %d", $this->posts['Zoo'] ) );
		$wpdb->query( "UPDATE {$wpdb->prefix}lw_index_sources SET version = 'other', rows_version = 'other' WHERE source = 'demo'" );
		self::assertSame( 2, $this->ask( new Query( per_page: 0 ) )->total );
		self::assertCount( 1, $this->source->markers( new Query(), Viewer::guest() ) );
	}

	public function test_the_index_is_built_when_it_never_was_or_looks_different_now(): void {
		$this->source->rebuild();
		$this->source->made = 0;
		$this->ask( new Query() );
		self::assertSame( 0, $this->source->made );
		$this->source->documents_version = 2;
		self::assertCount( 3, $this->ask( new Query() )->records );
		self::assertSame( 4, $this->source->made );
	}

	public function test_only_one_process_builds_and_the_others_read_what_is_there(): void {
		$this->source->rebuild();
		$lease = Core::services()->locks->acquire( 'index-demo', 60 );
		self::assertNotNull( $lease );
		$this->source->documents_version = 3;
		self::assertCount( 3, $this->ask( new Query() )->records );
		self::assertNull( $this->source->rebuild() );
		$lease->release();
		self::assertSame( 4, $this->source->rebuild() );
	}

	public function test_rebuilding_mends_rows_that_went_wrong(): void {
		global $wpdb;
		$this->source->rebuild();
		$wpdb->query( "UPDATE {$wpdb->prefix}lw_index SET hash = '', title = 'broken', lat = 1 WHERE source = 'demo'" );
		$wpdb->query( $wpdb->prepare( "UPDATE {$wpdb->prefix}lw_index SET record_id = 999999 WHERE source = 'demo' AND record_id = %d", $this->posts['Zoo'] ) );
		self::assertSame( 4, $this->source->rebuild() );
		self::assertSame( [ 'Apfelgarten', 'Ökohaus', 'Zoo' ], self::titles( $this->ask( new Query() ) ) );
		self::assertSame( 'Ökohaus', $this->source->markers( new Query(), Viewer::guest() )[0]->title );
		self::assertSame( '4', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_index WHERE source = 'demo'" ) );
	}

	public function test_portals_have_their_own(): void {
		$this->ask( new Query() );
		$this->go_to_portal( 'lernorte' );
		self::assertNotContains( 'Zoo', self::titles( $this->ask( new Query() ) ) );
		$there = wp_insert_post( [ 'post_title' => 'Dort', 'post_status' => 'publish' ] );
		restore_current_blog();
		self::assertNotContains( 'Dort', self::titles( $this->ask( new Query() ) ) );
		Core::services()->post_indexer->flush_all();
		$this->go_to_portal( 'lernorte' );
		self::assertContains( $there, array_column( $this->ask( new Query( search: 'Dort' ) )->records, 'id' ) );
	}

	public function test_what_another_process_took_back_is_not_written_again(): void {
		global $wpdb;
		$this->ask( new Query() );
		get_post( $this->posts['Zoo'] );
		$wpdb->update( $wpdb->posts, [ 'post_status' => 'draft' ], [ 'ID' => $this->posts['Zoo'] ] );
		update_post_meta( $this->posts['Zoo'], 'city', 'Zerbst' );
		self::assertSame( [ 'Apfelgarten', 'Ökohaus' ], self::titles( $this->ask( new Query() ) ), 'this process had read it before' );
	}

	public function test_records_are_read_while_other_processes_have_to_wait(): void {
		global $wpdb;
		$version = static fn (): ?string => $wpdb->get_var( "SELECT version FROM {$wpdb->prefix}lw_index_sources WHERE source = 'demo'" );
		$this->ask( new Query() );
		$before                = $version();
		$within                = [];
		$this->source->reading = static function () use ( $version, &$within ): void {
			$within[] = $version();
		};
		wp_update_post( [ 'ID' => $this->posts['Zoo'], 'post_title' => 'Bergzoo' ] );
		$this->ask( new Query() );
		self::assertNotSame( [], $within );
		self::assertNotContains( $before, $within, 'the line that every writer changes was changed first' );
		$before = $version();
		$this->source->rebuild();
		self::assertNotContains( $before, $within );
	}

	public function test_a_change_that_could_not_be_written_is_not_forgotten(): void {
		$this->ask( new Query() );
		wp_update_post( [ 'ID' => $this->posts['Zoo'], 'post_title' => 'Bergzoo' ] );
		$this->source->reading = static fn () => throw new RuntimeException( 'The database has gone away.' );
		try {
			$this->ask( new Query() );
			self::fail( 'answered' );
		} catch ( RuntimeException $failure ) {
			self::assertSame( 'The database has gone away.', $failure->getMessage() );
		}
		$this->source->reading = null;
		self::assertSame( [ 'Bergzoo' ], self::titles( $this->ask( new Query( search: 'Bergzoo' ) ) ) );
	}

	public function test_a_change_that_could_not_be_written_at_the_end_is_logged_and_made_up_for(): void {
		$this->ask( new Query() );
		wp_update_post( [ 'ID' => $this->posts['Zoo'], 'post_title' => 'Bergzoo' ] );
		$this->source->reading = static fn () => throw new RuntimeException( 'The database has gone away.' );
		$log    = (string) tempnam( sys_get_temp_dir(), 'log' );
		$before = ini_set( 'error_log', $log );
		try {
			Core::services()->post_indexer->flush_all();
		} finally {
			ini_set( 'error_log', (string) $before );
		}
		self::assertStringContainsString( 'will be built anew. The database has gone away.', (string) file_get_contents( $log ) );
		unlink( $log );
		$this->source->reading = null;
		self::assertSame( [ 'Bergzoo' ], self::titles( $this->ask( new Query( search: 'Bergzoo' ) ) ) );
	}

	public function test_a_change_from_a_portal_that_does_not_know_the_source_has_it_built_anew(): void {
		global $wpdb;
		$portal = $this->blog_id( 'lernorte' );
		switch_to_blog( $portal );
		$wpdb->query( "REPLACE INTO {$wpdb->prefix}lw_index_sources (source, version, rows_version, built_for) VALUES ('elsewhere', 'v', 'v', 'x')" );
		$this->ask( new Query() );
		$states = fn (): array => $wpdb->get_col( "SELECT built_for <> '' FROM {$wpdb->prefix}lw_index_sources WHERE source IN ('demo', 'elsewhere') ORDER BY source" );
		wp_insert_post( [ 'post_title' => 'Artikel', 'post_status' => 'publish' ] );
		Core::services()->post_indexer->flush_all();
		self::assertSame( [ '1', '1' ], $states() );
		wp_insert_post( [ 'post_title' => 'Treffen', 'post_type' => 'elsewhere', 'post_status' => 'publish' ] );
		Core::services()->post_indexer->flush_all();
		self::assertSame( [ '1', '0' ], $states() );
		restore_current_blog();
	}

	public function test_a_cleared_source_leaves_nothing_and_can_be_built_again(): void {
		global $wpdb;
		$this->ask( new Query() );
		$this->source->markers( new Query(), Viewer::guest() );
		$left = static fn (): array => [
			$wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_index WHERE source = 'demo'" ),
			$wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_index_packs WHERE source = 'demo'" ),
			$wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}lw_index_sources WHERE source = 'demo'" ),
		];
		self::assertSame( [ '4', '2', '1' ], $left() );
		Core::services()->index->clear( 'demo' );
		self::assertSame( [ '0', '0', '0' ], $left() );
		self::assertCount( 3, $this->ask( new Query() )->records );
	}

	public function test_what_lies_around_a_point(): void {
		$this->ask( new Query() );
		$near = fn ( float $kilometres, int $except = 0, int $limit = 9 ): array => array_keys( Core::services()->index->near( 'demo', new Coordinates( 51.5, 11.8 ), $kilometres, $except, $limit ) );
		self::assertSame( [ $this->posts['Zoo'], $this->posts['Ökohaus'] ], $near( 100 ) );
		self::assertSame( [ $this->posts['Zoo'] ], $near( 10 ) );
		self::assertSame( [ $this->posts['Zoo'] ], $near( 100, limit: 1 ) );
		self::assertSame( [ $this->posts['Ökohaus'] ], $near( 100, $this->posts['Zoo'] ) );
		self::assertEqualsWithDelta( 6.9, Core::services()->index->near( 'demo', new Coordinates( 51.5, 11.8 ), 10, 0, 9 )[ $this->posts['Zoo'] ], 0.1 );
		wp_update_post( [ 'ID' => $this->posts['Zoo'], 'post_status' => 'private' ] );
		$this->ask( new Query() );
		self::assertSame( [], $near( 10 ), 'not for everybody' );
	}

	/**
	 * @param array<string, string> $metas Metas.
	 */
	private function post( string $title, string $topic, array $metas, string $status = 'publish', string $password = '' ): void {
		$term = get_term_by( 'slug', $topic, 'category' );
		$id   = wp_insert_post( [ 'post_title' => $title, 'post_status' => $status, 'post_password' => $password, 'post_category' => [ $term->term_id ?? 0 ], 'meta_input' => $metas ] );
		self::assertGreaterThan( 0, $id );
		$this->posts[ $title ] = $id;
	}

	/**
	 * How often something asked for the state of an index.
	 *
	 * @param Closure(): mixed $work What to do.
	 */
	private static function states_read( Closure $work ): int {
		$read  = 0;
		$watch = static function ( string $statement ) use ( &$read ): string {
			$read += str_contains( $statement, 'lw_index_sources' ) ? 1 : 0;
			return $statement;
		};
		add_filter( 'query', $watch );
		$work();
		remove_filter( 'query', $watch );
		return $read;
	}

	private function ask( Query $query, ?Viewer $viewer = null ): Result {
		return $this->source->query( $query, $viewer ?? Viewer::guest() );
	}

	/**
	 * @return list<string>
	 */
	private static function titles( Result $result ): array {
		return array_map( static fn ( Record $record ): string => $record->title, $result->records );
	}
}
