<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Integration;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Places\Content\StoredPlace;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use PHPUnit\Framework\Attributes\TestWith;

final class PlaceTypeTest extends PlacesTestCase {

	public function test_the_migration_made_the_words_and_keeps_changed_names(): void {
		$terms = Taxonomies::terms();
		self::assertSame( [ 14, 23, 8, 14 ], array_map( count( ... ), array_values( $terms ) ) );
		self::assertSame( 'Mansfeld-Südharz', $terms['place_region']['mansfeld-suedharz'] );

		$zoo = get_term_by( 'slug', 'zoo', 'place_kind' );
		self::assertInstanceOf( \WP_Term::class, $zoo );
		wp_update_term( $zoo->term_id, 'place_kind', [ 'name' => 'Tiere' ] );
		( new Taxonomies( dirname( __DIR__, 2 ) . '/data/terms.json' ) )->seed();
		self::assertSame( 'Tiere', Taxonomies::terms()['place_kind']['zoo'] );
		self::assertCount( 14, Taxonomies::terms()['place_kind'] );
	}

	public function test_words_have_no_archive_and_no_address(): void {
		foreach ( array_keys( Taxonomies::terms() ) as $name ) {
			$taxonomy = get_taxonomy( $name );
			self::assertNotFalse( $taxonomy );
			self::assertSame( [ false, false, true ], [ $taxonomy->publicly_queryable, $taxonomy->rewrite, $taxonomy->show_in_rest ], $name );
		}
	}

	public function test_guests_read_published_places_only(): void {
		$place = $this->place( [], [ 'city' => 'Halle' ] );
		$draft = $this->place( [ 'post_status' => 'draft' ] );
		$data  = $this->rest( 'GET', "/wp/v2/places/$place" )->get_data();
		self::assertSame( [ 'city' => 'Halle' ], (array) $data['meta']['lernwelt_place'] );
		self::assertSame( 401, $this->rest( 'GET', "/wp/v2/places/$draft" )->get_status() );
		self::assertNotContains( $draft, array_column( $this->rest( 'GET', '/wp/v2/places', [ 'per_page' => 100 ] )->get_data(), 'id' ) );
	}

	/**
	 * @param ?string $role    Role, null for a guest.
	 * @param ?string $portal  Portal of the role, null for the right one.
	 * @param int     $create  Status of publishing a new place.
	 * @param int     $own     Status of changing an own published one.
	 * @param int     $foreign Status of changing somebody else's.
	 */
	#[TestWith( [ null, null, 401, 401, 401 ] )]
	#[TestWith( [ 'subscriber', null, 403, 403, 403 ] )]
	#[TestWith( [ 'contributor', null, 403, 403, 403 ] )]
	#[TestWith( [ 'author', null, 201, 200, 403 ] )]
	#[TestWith( [ 'editor', null, 201, 200, 200 ] )]
	#[TestWith( [ 'administrator', null, 201, 200, 200 ] )]
	#[TestWith( [ 'editor', 'startchancen', 403, 403, 403 ] )]
	public function test_who_may_write( ?string $role, ?string $portal, int $create, int $own, int $foreign ): void {
		$other = $this->place();
		$user  = null === $role ? 0 : $this->log_in_as( $role, $portal )->ID;
		$mine  = $this->place( [ 'post_author' => $user ] );

		self::assertSame( $create, $this->rest( 'POST', '/wp/v2/places', [ 'title' => 'Zoo', 'status' => 'publish' ] )->get_status(), 'create' );
		self::assertSame( $own, $this->rest( 'POST', "/wp/v2/places/$mine", [ 'meta' => [ 'lernwelt_place' => [ 'city' => 'Halle' ] ] ] )->get_status(), 'own' );
		self::assertSame( $foreign, $this->rest( 'POST', "/wp/v2/places/$other", [ 'meta' => [ 'lernwelt_place' => [ 'city' => 'Halle' ] ] ] )->get_status(), 'foreign' );
		self::assertSame( $foreign, $this->rest( 'DELETE', "/wp/v2/places/$other" )->get_status(), 'delete foreign' );
	}

	/**
	 * @param string $role   Role.
	 * @param int    $status Status of adding a term.
	 */
	#[TestWith( [ 'author', 403 ] )]
	#[TestWith( [ 'editor', 201 ] )]
	public function test_who_looks_after_the_words( string $role, int $status ): void {
		$this->log_in_as( $role );
		self::assertSame( $status, $this->rest( 'POST', '/wp/v2/place_kind', [ 'name' => 'Höhle' ] )->get_status() );
	}

	public function test_the_note_is_for_those_who_look_after_all_places(): void {
		$author = $this->log_in_as( 'author' );
		$place  = $this->place( [ 'post_author' => $author->ID ] );
		update_post_meta( $place, PlaceDetails::NOTE_META, 'Rückruf im Mai' );
		foreach ( [ 'author' => [ 'view', 'edit' ], 'guest' => [ 'view' ] ] as $who => $contexts ) {
			if ( 'guest' === $who ) {
				$this->log_out();
			}
			foreach ( $contexts as $context ) {
				$one  = $this->rest( 'GET', "/wp/v2/places/$place", [ 'context' => $context ] );
				$list = $this->rest( 'GET', '/wp/v2/places', [ 'context' => $context, 'include' => [ $place ] ] );
				self::assertSame( [ 200, 200 ], [ $one->get_status(), $list->get_status() ] );
				self::assertStringNotContainsString( 'Rückruf', (string) wp_json_encode( [ $one->get_data(), $list->get_data() ], JSON_UNESCAPED_UNICODE ), "$who, $context" );
			}
		}
		wp_set_current_user( $author->ID );
		self::assertSame( 403, $this->rest( 'POST', "/wp/v2/places/$place", [ 'title' => 'Neu', 'meta' => [ PlaceDetails::NOTE_META => 'x' ] ] )->get_status() );
		self::assertSame( 'Planetarium', get_post( $place )->post_title ?? '', 'nothing half saved' );

		$this->log_in_as( 'editor' );
		self::assertSame( 'Rückruf im Mai', $this->rest( 'GET', "/wp/v2/places/$place", [ 'context' => 'edit' ] )->get_data()['meta'][ PlaceDetails::NOTE_META ] );
		self::assertArrayNotHasKey( PlaceDetails::NOTE_META, $this->rest( 'GET', "/wp/v2/places/$place" )->get_data()['meta'], 'not in the public context, whoever asks' );
		self::assertSame( 200, $this->rest( 'POST', "/wp/v2/places/$place", [ 'meta' => [ PlaceDetails::NOTE_META => 'erledigt' ] ] )->get_status() );
		self::assertSame( 'erledigt', get_post_meta( $place, PlaceDetails::NOTE_META, true ) );
	}

	public function test_a_password_protects_the_details_too(): void {
		$place = $this->place( [ 'post_password' => 'geheim' ] );
		update_post_meta( $place, PlaceDetails::META, [ 'city' => 'Zeitz' ] );
		$city = fn ( string $route, array $query = [] ): bool => str_contains( (string) wp_json_encode( $this->rest( 'GET', $route, $query )->get_data() ), 'Zeitz' );
		self::assertFalse( $city( "/wp/v2/places/$place" ) );
		self::assertFalse( $city( "/wp/v2/places/$place", [ 'password' => 'falsch' ] ) );
		self::assertFalse( $city( '/wp/v2/places' ) );
		self::assertTrue( $city( "/wp/v2/places/$place", [ 'password' => 'geheim' ] ) );
		$this->log_in_as( 'editor' );
		self::assertTrue( $city( "/wp/v2/places/$place", [ 'context' => 'edit' ] ) );
	}

	public function test_what_is_saved_is_what_was_sent(): void {
		$this->log_in_as( 'editor' );
		$details = [
			'offers'        => "Führung \"Himmel\"\nWerkstatt C:\\temp & <b>",
			'city'          => 'Halle (Saale)',
			'email'         => 'post@planetarium.example',
			'free'          => true,
			'lat'           => 51.4828,
			'lng'           => 11.9697,
			'editorial'     => [ 'city' ],
		];
		$answer  = $this->rest(
			'POST',
			'/wp/v2/places',
			[ 'title' => 'Planetarium „Kanena“ & Co', 'excerpt' => 'Sterne sehen.', 'content' => "<!-- wp:paragraph -->\n<p>Kuppel &amp; Sterne</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:lernwelt/place-details /-->", 'status' => 'publish', 'meta' => [ 'lernwelt_place' => $details, 'lernwelt_place_note' => 'intern' ], 'place_region' => [ get_term_by( 'slug', 'halle-saale', 'place_region' )->term_id ?? 0 ] ] // phpcs:ignore
		);
		self::assertSame( 201, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		$post = get_post( $answer->get_data()['id'] );
		self::assertNotNull( $post );
		self::assertEquals(
			new Place( 'Planetarium „Kanena“ & Co', 'Sterne sehen.', [ 'Kuppel & Sterne' ], [ 'place_region' => [ 'halle-saale' ] ], new PlaceDetails( offers: $details['offers'], city: 'Halle (Saale)', email: 'post@planetarium.example', free: true, coordinates: new Coordinates( 51.4828, 11.9697 ), editorial: [ 'city' ], note: 'intern' ) ), // phpcs:ignore
			StoredPlace::of( $post )
		);
	}

	/**
	 * @param string               $field    Field that is refused.
	 * @param string               $reason   Reason code.
	 * @param array<string, mixed> $values   What is sent.
	 * @param string               $sentence Part of the message.
	 */
	#[TestWith( [ 'email', 'email', [ 'meta' => [ 'lernwelt_place' => [ 'email' => 'kaputt' ] ] ], 'E-Mail: Bitte prüfen Sie die E-Mail-Adresse.' ] )]
	#[TestWith( [ 'website', 'url', [ 'meta' => [ 'lernwelt_place' => [ 'website' => 'javascript:alert(1)' ] ] ], 'Website: Bitte prüfen Sie die Webadresse.' ] )]
	#[TestWith( [ 'postcode', 'postcode', [ 'meta' => [ 'lernwelt_place' => [ 'postcode' => '061' ] ] ], 'Postleitzahl: Eine Postleitzahl hat fünf Ziffern' ] )]
	#[TestWith( [ 'coordinates', 'incomplete', [ 'meta' => [ 'lernwelt_place' => [ 'lat' => 51.4 ] ] ], 'Ort auf der Karte: Breitengrad und Längengrad gehören zusammen.' ] )]
	#[TestWith( [ 'coordinates', 'out_of_range', [ 'meta' => [ 'lernwelt_place' => [ 'lat' => 514, 'lng' => 11 ] ] ], 'Ort auf der Karte' ] )]
	#[TestWith( [ 'lat', 'type', [ 'meta' => [ 'lernwelt_place' => [ 'lat' => '51,4', 'lng' => 11 ] ] ], 'Ort auf der Karte' ] )]
	#[TestWith( [ 'colour', 'unknown', [ 'meta' => [ 'lernwelt_place' => [ 'colour' => 'red' ] ] ], 'Bitte prüfen Sie diese Angabe.' ] )]
	#[TestWith( [ 'title', 'missing', [ 'title' => ' ' , 'status' => 'publish' ], 'Name: Das darf nicht leer sein.' ] )]
	public function test_refuses_in_words_before_anything_is_stored( string $field, string $reason, array $values, string $sentence ): void {
		$this->log_in_as( 'editor' );
		switch_to_locale( 'de_DE' );
		$place  = $this->place( [], [ 'city' => 'Halle' ] );
		$answer = $this->rest( 'POST', "/wp/v2/places/$place", $values + [ 'title' => 'Neuer Titel' ] );
		$this->assert_problem( $answer, 'invalid', 422, [ $field => $reason ] );
		self::assertStringContainsString( $sentence, $answer->get_data()['message'] );
		self::assertSame( 'Planetarium', get_post( $place )->post_title ?? '' );
		self::assertSame( [ 'city' => 'Halle' ], get_post_meta( $place, PlaceDetails::META, true ) );
	}

	public function test_an_autosave_takes_what_can_not_be_published_yet(): void {
		$this->log_in_as( 'editor' );
		$place  = $this->place();
		$answer = $this->rest( 'POST', "/wp/v2/places/$place/autosaves", [ 'title' => 'Unfertig', 'meta' => [ 'lernwelt_place' => [ 'email' => 'kap' ] ] ] );
		self::assertSame( 200, $answer->get_status(), (string) wp_json_encode( $answer->get_data() ) );
		self::assertSame( 'Planetarium', get_post( $place )->post_title ?? '' );
	}
}
