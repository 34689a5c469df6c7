<?php
/**
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Tests\Integration;

use Lernwelt\Core\Core;
use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;
use Lernwelt\Dataview\Domain\Parameters;
use WP;

final class SourcesTest extends DataViewTestCase {

	public function test_articles_are_found_counted_and_sorted_as_germans_do(): void {
		$news = $this->category( 'Neues' );
		foreach ( [ 'Zebra', 'Äpfel', 'Apfel', 'Birne' ] as $title ) {
			wp_insert_post( [ 'post_title' => $title, 'post_status' => 'publish', 'post_content' => '<!-- wp:paragraph --><p>Über Obst und anderes, was es hier alles zu lesen gibt.</p><!-- /wp:paragraph -->', 'post_category' => 'Birne' === $title ? [] : [ $news ], 'tags_input' => [ 'Garten' ] ] );
		}
		$result = self::ask( 'articles', new Query( facets: [ 'category', 'tag' ] ) );
		self::assertSame( [ 'Apfel', 'Äpfel', 'Birne', 'Zebra' ], self::names( $result ) );
		self::assertSame( [ 'neues' => 3, 'garten' => 4 ], self::counts( $result ), 'the category every article has is none' );
		self::assertStringStartsWith( 'Über Obst', self::summary( $result ) );

		$other = $this->category( 'Allgemeines' );
		update_option( 'default_category', $other );
		$result = self::ask( 'articles', new Query( facets: [ 'category' ] ) );
		self::assertCount( 2, self::counts( $result ), 'what was the category of all is one like others now' );
		self::assertNotEmpty( $result->records[2]->values['category'] ?? [], 'in records as well' );

		self::assertSame( [ 'Apfel', 'Äpfel', 'Zebra' ], self::names( self::ask( 'articles', new Query( filters: [ 'category' => [ 'neues' ] ] ) ) ) );
		self::assertSame( [ 'Äpfel' ], self::names( self::ask( 'articles', new Query( 'aepfel' ) ) ) );
		self::assertSame( 4, self::ask( 'articles', new Query( 'Obst' ) )->total, 'the text is searched' );
	}

	public function test_articles_are_sorted_by_day(): void {
		foreach ( [ '2026-01-02' => 'alt', '2026-03-04' => 'neu', '2026-02-03' => 'mittel' ] as $day => $title ) {
			wp_insert_post( [ 'post_title' => $title, 'post_status' => 'publish', 'post_date' => "$day 10:00:00" ] );
		}
		self::assertSame( [ 'neu', 'mittel', 'alt' ], self::names( self::ask( 'articles', new Query( sort: 'date', descending: true ) ) ) );
	}

	public function test_downloads_are_documents_with_format_and_category(): void {
		$before = self::ask( 'downloads', new Query( per_page: 200 ) )->total;
		$this->file( 'Plan', 'application/pdf' );
		$this->file( 'Tabelle', 'text/csv' );
		$this->file( 'Bild', 'image/png' );
		$result = self::ask( 'downloads', new Query( facets: [ 'format' ], per_page: 200 ) );
		self::assertSame( $before + 2, $result->total );
		self::assertArrayHasKey( 'csv', self::counts( $result ) );
		self::assertContains( 'Plan', self::names( $result ) );
	}

	public function test_files_of_a_page_are_hidden_and_shown_with_it(): void {
		$page = wp_insert_post( [ 'post_type' => 'page', 'post_status' => 'draft', 'post_title' => 'Intern' ] );
		self::assertGreaterThan( 0, $page );
		$this->file( 'Anlage', 'application/pdf', $page );
		$shown = static fn (): bool => in_array( 'Anlage', self::names( self::ask( 'downloads', new Query( per_page: 200 ) ) ), true );

		self::assertFalse( $shown() );
		wp_update_post( [ 'ID' => $page, 'post_status' => 'publish' ] );
		self::assertTrue( $shown() );
		wp_update_post( [ 'ID' => $page, 'post_password' => 'x' ] );
		self::assertFalse( $shown(), 'a password protects the page' );
		wp_update_post( [ 'ID' => $page, 'post_password' => '' ] );
		wp_trash_post( $page );
		self::assertFalse( $shown(), 'the page is in the bin' );
	}

	public function test_no_parameter_is_one_of_wordpress(): void {
		$wp = $GLOBALS['wp'];
		self::assertInstanceOf( WP::class, $wp );
		$reserved = array_values( [ ...$wp->public_query_vars, ...$wp->private_query_vars ] );
		foreach ( Core::services()->data_sources->all() as $source ) {
			$names = ( new Parameters( '', $reserved ) )->all( $source->fields() );
			self::assertSame( [], array_intersect( $names, $reserved ), $source->id() );
			self::assertSame( $names, array_values( array_unique( $names ) ), $source->id() );
		}
	}

	public function test_the_questions_to_the_database_do_not_grow_with_the_records(): void {
		global $wpdb;
		$page = static function () use ( $wpdb ): int {
			self::show( [ 'source' => 'articles', 'perPage' => 3 ] );
			wp_cache_flush();
			$before = $wpdb->num_queries;
			self::show( [ 'source' => 'articles', 'perPage' => 3 ] );
			return $wpdb->num_queries - $before;
		};
		$this->articles( 4 );
		$few = $page();
		$this->articles( 30 );
		self::assertSame( $few, $page() );
	}

	private function articles( int $count ): void {
		for ( $number = 1; $number <= $count; $number++ ) {
			wp_insert_post( [ 'post_title' => "Artikel $number", 'post_status' => 'publish', 'tags_input' => [ 'Garten' ] ] );
		}
	}

	private function category( string $name ): int {
		$term = wp_insert_term( $name, 'category' );
		self::assertIsArray( $term );
		return (int) $term['term_id'];
	}

	private function file( string $title, string $type, int $parent = 0 ): int {
		$id = wp_insert_attachment( [ 'post_title' => $title, 'post_mime_type' => $type, 'post_status' => 'inherit' ], strtolower( $title ) . '.bin', $parent );
		self::assertGreaterThan( 0, $id );
		return $id;
	}

	private static function ask( string $source, Query $query ): Result {
		$found = Core::services()->data_sources->get( $source );
		self::assertInstanceOf( DataSource::class, $found );
		return $found->query( $query, Viewer::current() );
	}

	/** @return list<string> */
	private static function names( Result $result ): array {
		return array_map( static fn ( Record $record ): string => $record->title, $result->records );
	}

	private static function summary( Result $result ): string {
		$summary = $result->records[0]->values['summary'] ?? '';
		return is_string( $summary ) ? $summary : '';
	}

	/** @return array<string, int> */
	private static function counts( Result $result ): array {
		$counts = [];
		foreach ( $result->facets as $facet ) {
			foreach ( $facet->values as $value ) {
				$counts[ $value->value ] = $value->count;
			}
		}
		return $counts;
	}
}
