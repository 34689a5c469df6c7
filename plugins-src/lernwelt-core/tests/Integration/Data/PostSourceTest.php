<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Tests\Integration\Data;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\Marker;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;
use Lernwelt\Tests\IntegrationTestCase;

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

	public function test_a_paused_indexer_leaves_the_rows_to_the_importer(): void {
		$this->ask( new Query() );
		$indexer = Core::services()->post_indexer;
		$indexer->pause();
		wp_update_post( [ 'ID' => $this->posts['Zoo'], 'post_title' => 'Bergzoo' ] );
		$indexer->resume();
		$this->source->made = 0;
		$this->ask( new Query() );
		self::assertSame( 0, $this->source->made );
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
