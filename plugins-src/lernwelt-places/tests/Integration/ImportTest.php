<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Places\Domain\Import\Finding;
use Lernwelt\Places\Domain\Import\FindingCode;
use Lernwelt\Places\Domain\Runs\ChangeKind;
use Lernwelt\Places\Domain\Runs\Run;
use Lernwelt\Places\Domain\Runs\RunState;
use Lernwelt\Places\Application\Import\RunRequest;

final class ImportTest extends ImportTestCase {

	public function test_a_first_import_publishes_everything_and_is_announced_once(): void {
		$heard = [];
		$run   = $this->run_import(
			$this->imports( announce: static function ( Run $run ) use ( &$heard ): void {
				$heard[] = $run->id;
			} ),
			new RunRequest( 'test', 'Test', $this->csv( [ ...self::rows( 1, 450 ), [ 'id' => 'X', 'title' => 'Schloß Köthen', 'lat' => '51.75', 'lng' => '11.98', 'description' => "Eins.\n\nZwei.", 'note' => 'intern' ] ] ), self::mapping() )
		);
		self::assertSame( [ RunState::Finished, 451, 451, 0, 451 ], [ $run->state, $run->counts->read, $run->counts->created, $run->counts->findings, $run->counts->changes ] );
		self::assertSame( [ $run->id ], $heard );
		self::assertSame( 451, self::count_of( 'publish' ) );
		$post = self::post( 'Schloß Köthen' );
		self::assertSame( 'schloss-koethen', $post->post_name );
		self::assertSame( [ 'lat' => 51.75, 'lng' => 11.98 ], get_post_meta( $post->ID, 'lernwelt_place', true ) );
		self::assertSame( 'intern', get_post_meta( $post->ID, 'lernwelt_place_note', true ) );
		self::assertSame( [ 'anhalt-bitterfeld' ], wp_get_object_terms( $post->ID, 'place_region', [ 'fields' => 'slugs' ] ) );
		self::assertSame( 450, get_term_by( 'slug', 'physik', 'place_subject' )->count ?? 0 );
	}

	public function test_the_same_import_again_changes_nothing(): void {
		$rows = [ ...self::rows( 1, 210 ), [ 'id' => 'X', 'title' => 'A & B <b>c</b> "d"', 'description' => 'x < y', 'summary' => 'mit &amp; ohne' ] ];
		$this->import( $rows );
		$before = self::checksums();
		$run    = $this->import( $rows );
		self::assertSame( [ 211, 0, 0, 211 ], [ $run->counts->read, $run->counts->created, $run->counts->updated, $run->counts->unchanged ] );
		self::assertSame( $before, self::checksums() );

		$this->import( array_reverse( $rows ) );
		self::assertSame( $before, self::checksums(), 'the order of the records does not matter' );
	}

	public function test_a_changed_record_changes_its_place_and_keeps_its_address(): void {
		$this->import( self::rows( 1, 3 ) );
		$id  = self::post( 'Lernort 2' )->ID;
		$run = $this->import( [ self::rows( 1, 1 )[0], [ 'id' => 'P2', 'title' => 'Neuer Name', 'city' => 'Zeitz', 'subject' => 'physik' ], self::rows( 3, 3 )[0] ] );

		self::assertSame( [ 0, 1, 2 ], [ $run->counts->created, $run->counts->updated, $run->counts->unchanged ] );
		$post = self::post( 'Neuer Name' );
		self::assertSame( [ $id, 'lernort-2' ], [ $post->ID, $post->post_name ] );
		self::assertSame( [ 'city' => 'Zeitz' ], get_post_meta( $id, 'lernwelt_place', true ) );
		self::assertSame( [ 'physik' ], wp_get_object_terms( $id, 'place_subject', [ 'fields' => 'slugs' ] ) );
		self::assertSame( 2, get_term_by( 'slug', 'biologie', 'place_subject' )->count ?? 0 );
		$changes = $this->imports()->changes( $run->id );
		self::assertSame( [ 1, ChangeKind::Updated, 'P2' ], [ count( $changes ), $changes[0]->kind, $changes[0]->external_id ] );
		self::assertSame(
			[
				'title'   => [ 'before' => 'Lernort 2', 'after' => 'Neuer Name' ],
				'subject' => [ 'before' => [ 'biologie', 'physik' ], 'after' => [ 'physik' ] ],
				'city'    => [ 'before' => 'Halle', 'after' => 'Zeitz' ],
			],
			$changes[0]->fields
		);
	}

	public function test_editorial_fields_are_never_overwritten(): void {
		$mapping = [ 'editorial' => [ 'title' ] ];
		$this->import( [ [ 'id' => 'A', 'title' => 'Alt', 'city' => 'Halle', 'summary' => 'Alt.', 'description' => 'Alt.' ] ], $mapping );
		$id = self::post( 'Alt' )->ID;
		wp_update_post( [ 'ID' => $id, 'post_title' => 'Von der Redaktion', 'post_excerpt' => 'Von der Redaktion.', 'post_content' => '<!-- wp:heading --><h2 class="wp-block-heading">Eigenes</h2><!-- /wp:heading --><!-- wp:lernwelt/place-details /-->' ] );
		update_post_meta( $id, 'lernwelt_place', [ 'city' => 'Wittenberg', 'prices' => 'frei', 'editorial' => [ 'city', 'summary' ] ] );

		$run  = $this->import( [ [ 'id' => 'A', 'title' => 'Neu', 'city' => 'Neu', 'summary' => 'Neu.', 'description' => 'Neu.', 'subject' => 'physik' ] ], $mapping );
		$post = get_post( $id );
		self::assertSame( [ 'Von der Redaktion', 'Von der Redaktion.' ], [ $post->post_title ?? '', $post->post_excerpt ?? '' ] );
		self::assertStringContainsString( 'Eigenes', $post->post_content ?? '', 'a text that is more than paragraphs stays' );
		self::assertSame( [ 'city' => 'Wittenberg', 'prices' => 'frei', 'editorial' => [ 'city', 'summary' ] ], get_post_meta( $id, 'lernwelt_place', true ), 'prices are not in the mapping' );
		self::assertSame( [ 'physik' ], wp_get_object_terms( $id, 'place_subject', [ 'fields' => 'slugs' ] ), 'the rest comes from the source' );
		self::assertSame( 1, $run->counts->updated );
	}

	public function test_a_dry_run_reports_and_writes_no_place(): void {
		$this->import( self::rows( 1, 10 ) );
		$before = self::checksums();
		$rows   = [ ...self::rows( 1, 8 ), [ 'id' => 'P9', 'title' => 'Anders' ], [ 'id' => 'N', 'title' => 'Neu' ], [ 'id' => 'N', 'title' => 'Doppelt' ], [ 'id' => 'O', 'title' => '' ] ];
		$run    = $this->import( $rows, [], true );

		self::assertSame( [ 12, 1, 1, 8, 2, 1 ], [ $run->counts->read, $run->counts->created, $run->counts->updated, $run->counts->unchanged, $run->counts->refused, $run->counts->vanished ] );
		self::assertSame( $before, self::checksums() );
		self::assertSame( [ FindingCode::DuplicateId, FindingCode::MissingTitle ], array_map( static fn ( Finding $finding ): FindingCode => $finding->code, $this->imports()->findings( $run->id ) ) );
		$real = $this->import( $rows );
		self::assertSame( [ $run->counts->created, $run->counts->updated, $run->counts->unchanged, $run->counts->refused ], [ $real->counts->created, $real->counts->updated, $real->counts->unchanged, $real->counts->refused ] );
	}

	public function test_every_bad_row_is_reported_and_no_good_one_is_lost(): void {
		$files   = dirname( __DIR__ ) . '/files';
		$mapping = json_decode( (string) file_get_contents( "$files/damaged.mapping.json" ), true );
		self::assertIsArray( $mapping );
		$run      = $this->run_import( $this->imports(), new RunRequest( 'damaged', 'Damaged', "$files/damaged.csv", $mapping ) );
		$findings = $this->imports()->findings( $run->id, 1, 1000 );
		$codes    = array_unique( array_map( static fn ( Finding $finding ): string => $finding->code->value, $findings ) );

		self::assertSame( RunState::Finished, $run->state );
		self::assertSame( [], array_values( array_diff( [ 'bad_coordinates', 'outside_area', 'swapped_coordinates', 'unknown_term', 'missing_title', 'duplicate_id', 'invalid_utf8', 'html_removed', 'missing_id', 'too_few_columns', 'too_many_columns', 'truncated' ], $codes ) ) );
		self::assertSame( $run->counts->read, $run->counts->created + $run->counts->refused );
		self::assertSame( $run->counts->created, self::count_of( 'publish' ) );
		self::assertCount( $run->counts->refused, array_unique( array_map( static fn ( Finding $finding ): int => $finding->row, array_filter( $findings, static fn ( Finding $finding ): bool => $finding->refuses ) ) ) );
		foreach ( $findings as $finding ) {
			self::assertTrue( $finding->row > 0 && ( '' !== $finding->raw || FindingCode::MissingTitle === $finding->code ), $finding->code->value );
		}
		self::assertSame( [ true, 'incomplete' ], [ $run->incomplete, $run->reason ], 'the file breaks off: nothing may vanish' );
	}

	public function test_what_is_the_same_as_an_earlier_id_is_refused_also_in_a_later_batch(): void {
		$run = $this->import( [ ...self::rows( 1, 205 ), [ 'id' => 'P1', 'title' => 'Doppelt' ] ] );
		self::assertSame( [ 205, 1 ], [ $run->counts->created, $run->counts->refused ] );

		// A run that goes on in another process knows the ids by what is stored.
		$imports = $this->imports();
		$run     = $imports->start( new RunRequest( 'other', 'Other', $this->csv( [ ...self::rows( 1, 205 ), [ 'id' => 'P1', 'title' => 'Doppelt' ] ] ), self::mapping() ) );
		while ( $run->position < 200 ) {
			$run = $imports->step( $run->id, 0 ) ?? self::fail( 'gone' );
		}
		$run = $this->imports()->step( $run->id, 60 ) ?? self::fail( 'gone' );
		self::assertSame( [ RunState::Finished, 206, 205, 1 ], [ $run->state, $run->counts->read, $run->counts->created, $run->counts->refused ] );
	}

	public function test_slugs_are_unique_like_wordpress_makes_them(): void {
		wp_insert_post( [ 'post_type' => 'lernwelt_place', 'post_title' => 'Museum', 'post_status' => 'publish' ] );
		$titles = [ 'Museum', 'Museum', 'Museum 2', 'Über Öl & Größe', 'über öl – größe', '!!!', 'Feed', 'Embed', str_repeat( 'lang ', 40 ) ];
		$this->import( array_map( static fn ( string $title, int $number ): array => [ 'id' => "S$number", 'title' => $title ], $titles, array_keys( $titles ) ) );
		$slugs = array_column( get_posts( [ 'post_type' => 'lernwelt_place', 'numberposts' => -1, 'orderby' => 'ID', 'order' => 'ASC' ] ), 'post_name' );
		self::assertSame( $slugs, array_unique( $slugs ) );
		self::assertContains( 'ueber-oel-groesse', $slugs );
		self::assertContains( 'ueber-oel-groesse-2', $slugs );
		self::assertContains( 'feed-2', $slugs );
		self::assertContains( 'embed-2', $slugs );
		foreach ( $slugs as $slug ) {
			self::assertSame( $slug, wp_unique_post_slug( $slug, self::id_of( $slug ), 'publish', 'lernwelt_place', 0 ) );
		}
	}

	public function test_a_place_in_the_trash_stays_there_and_a_deleted_one_comes_back(): void {
		$this->import( self::rows( 1, 10 ) );
		wp_trash_post( self::post( 'Lernort 1' )->ID );
		wp_delete_post( self::post( 'Lernort 2' )->ID, true );
		$rows             = self::rows( 1, 10 );
		$rows[0]['title'] = 'Lernort 1 neu';
		$run              = $this->import( $rows );
		self::assertSame( [ 1, 0, 9 ], [ $run->counts->created, $run->counts->updated, $run->counts->unchanged ] );
		self::assertSame( [ 'trash', 'publish' ], [ self::post( 'Lernort 1' )->post_status, self::post( 'Lernort 2' )->post_status ] );
	}

	public function test_missing_columns_are_named(): void {
		$mapping                             = self::mapping();
		$mapping['fields']['prices']['from'] = 'Eintritt';
		$run                                 = $this->import( self::rows( 1, 2 ), $mapping );
		self::assertSame( [ RunState::Failed, 'missing_columns', 'Eintritt', 0 ], [ $run->state, $run->reason, $run->detail, self::count_of( 'publish' ) ] );
	}

	private static function id_of( string $slug ): int {
		$found = get_posts( [ 'post_type' => 'lernwelt_place', 'name' => $slug, 'fields' => 'ids' ] );
		return is_int( $found[0] ?? null ) ? $found[0] : self::fail( $slug );
	}
}
