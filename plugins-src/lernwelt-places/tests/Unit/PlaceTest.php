<?php
/**
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Tests\Unit;

use Closure;
use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Schemas;
use Lernwelt\Places\Domain\InvalidPlace;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceField;
use Lernwelt\Places\Domain\PlaceProblem;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

final class PlaceTest extends TestCase {

	/**
	 * @param string       $field   Refused field.
	 * @param PlaceProblem $problem Expected reason.
	 * @param Closure      $build   Builds the refused value.
	 */
	#[DataProvider( 'refused' )]
	public function test_refuses_at_birth( string $field, PlaceProblem $problem, Closure $build ): void {
		try {
			$build();
			self::fail( 'no exception' );
		} catch ( InvalidPlace $refused ) {
			self::assertSame( [ $field => $problem ], $refused->problems );
		}
	}

	/**
	 * @return array<string, array{string, PlaceProblem, Closure}>
	 */
	public static function refused(): array {
		return [
			'no title'               => [ 'title', PlaceProblem::Missing, static fn () => new Place( ' ' ) ],
			'no title at all'        => [ 'title', PlaceProblem::Missing, static fn () => new Place( '' ) ],
			'title of two lines'     => [ 'title', PlaceProblem::LineBreak, static fn () => new Place( "Zoo\nHalle" ) ],
			'title that is endless'  => [ 'title', PlaceProblem::TooLong, static fn () => new Place( str_repeat( 'ä', 201 ) ) ],
			'title in Windows-1252'  => [ 'title', PlaceProblem::Encoding, static fn () => new Place( "M\xFChle" ) ],
			'lines in the summary'   => [ 'summary', PlaceProblem::LineBreak, static fn () => new Place( 'Zoo', "eins\nzwei" ) ],
			'zero in a paragraph'    => [ 'description', PlaceProblem::LineBreak, static fn () => new Place( 'Zoo', description: [ "a\0b" ] ) ],
			'unknown taxonomy'       => [ 'category', PlaceProblem::Unknown, static fn () => new Place( 'Zoo', terms: [ 'category' => [ 'a' ] ] ) ],
			'name instead of a slug' => [ 'region', PlaceProblem::Unknown, static fn () => new Place( 'Zoo', terms: [ 'place_region' => [ 'Halle (Saale)' ] ] ) ],
			'short postcode'         => [ 'postcode', PlaceProblem::Postcode, static fn () => new PlaceDetails( postcode: '0610' ) ],
			'long postcode'          => [ 'postcode', PlaceProblem::Postcode, static fn () => new PlaceDetails( postcode: '061080' ) ],
			'no number'              => [ 'phone', PlaceProblem::Phone, static fn () => new PlaceDetails( phone: 'auf Anfrage' ) ],
			'no at sign'             => [ 'email', PlaceProblem::Email, static fn () => new PlaceDetails( email: 'post.example.org' ) ],
			'no domain'              => [ 'email', PlaceProblem::Email, static fn () => new PlaceDetails( email: 'post@halle' ) ],
			'a space in it'          => [ 'email', PlaceProblem::Email, static fn () => new PlaceDetails( email: 'po st@example.org' ) ],
			'quoted name'            => [ 'email', PlaceProblem::Email, static fn () => new PlaceDetails( email: '"a b"@example.org' ) ],
			'two addresses'          => [ 'email', PlaceProblem::Email, static fn () => new PlaceDetails( email: 'a@example.org, b@example.org' ) ],
			'script as website'      => [ 'website', PlaceProblem::Url, static fn () => new PlaceDetails( website: 'javascript:alert(1)' ) ],
			'no protocol'            => [ 'website', PlaceProblem::Url, static fn () => new PlaceDetails( website: 'www.example.org' ) ],
			'host without a dot'     => [ 'website', PlaceProblem::Url, static fn () => new PlaceDetails( website: 'http://localhost/' ) ],
			'host of dots'           => [ 'website', PlaceProblem::Url, static fn () => new PlaceDetails( website: 'http://../' ) ],
			'address of numbers'     => [ 'website', PlaceProblem::Url, static fn () => new PlaceDetails( website: 'http://127.0.0.1/' ) ],
			'password in it'         => [ 'website', PlaceProblem::Url, static fn () => new PlaceDetails( website: 'https://a:b@example.org/' ) ],
			'quotes in it'           => [ 'website', PlaceProblem::Url, static fn () => new PlaceDetails( website: 'https://example.org/"onclick=' ) ],
			'unknown editorial'      => [ 'editorial', PlaceProblem::Unknown, static fn () => new PlaceDetails( editorial: [ 'colour' ] ) ],
			'half a point'           => [ 'coordinates', PlaceProblem::Incomplete, static fn () => PlaceDetails::from_array( [ 'lat' => 51.5 ] ) ],
			'no point on earth'      => [ 'coordinates', PlaceProblem::OutOfRange, static fn () => PlaceDetails::from_array( [ 'lat' => 151.5, 'lng' => 11 ] ) ],
			'text as a number'       => [ 'lat', PlaceProblem::Type, static fn () => PlaceDetails::from_array( [ 'lat' => '51,5' ] ) ],
			'unknown detail'         => [ 'colour', PlaceProblem::Unknown, static fn () => PlaceDetails::from_array( [ 'colour' => 'red' ] ) ],
			'list as a text'         => [ 'city', PlaceProblem::Type, static fn () => PlaceDetails::from_array( [ 'city' => [ 'Halle' ] ] ) ],
		];
	}

	public function test_takes_what_people_write(): void {
		$details = PlaceDetails::from_array(
			[
				'email'         => 'post@grundschule-köthen.example',
				'website'       => 'https://www.händel-haus.example/führung?a=1&b=2#ß',
				'phone'         => '0345 5009-0 (Kasse)',
				'opening_hours' => " Di–Fr 10–17 Uhr\r\nSa 10–18 Uhr ",
				'city'          => null,
				'prices'        => '',
				'lat'           => 51.4828001999,
				'lng'           => 12,
			],
			'Rückruf im Mai'
		);
		self::assertSame( "Di–Fr 10–17 Uhr\nSa 10–18 Uhr", $details->opening_hours );
		self::assertEquals( new Coordinates( 51.4828, 12.0 ), $details->coordinates );
		self::assertSame( 'Rückruf im Mai', $details->note );
	}

	public function test_stores_only_what_is_known_and_never_the_note(): void {
		$details = new PlaceDetails( city: 'Halle', free: true, coordinates: new Coordinates( 51.5, 12.0 ), editorial: [ 'city' ], note: 'geheim' );
		$stored  = $details->to_array();
		self::assertSame( [ 'city' => 'Halle', 'free' => true, 'lat' => 51.5, 'lng' => 12.0, 'editorial' => [ 'city' ] ], $stored );
		self::assertEquals( $details, PlaceDetails::from_array( $stored, 'geheim' ) );
		self::assertSame( [], ( new PlaceDetails() )->to_array() );
	}

	public function test_reads_damaged_data_as_far_as_it_goes(): void {
		self::assertEquals( new PlaceDetails( city: 'Halle' ), PlaceDetails::stored( [ 'city' => 'Halle', 'email' => 'kaputt', 'lat' => 5, 'x' => 1 ], [ 'a' ] ) );
		self::assertEquals( new PlaceDetails(), PlaceDetails::stored( 'text' ) );
	}

	public function test_takes_every_slug_that_wordpress_makes(): void {
		$terms = [ 'place_subject' => [ 'a__b', '%d1%80', '3-klasse', 'c-' ] ];
		self::assertSame( $terms, ( new Place( 'Zoo', terms: $terms ) )->terms );
	}

	public function test_reads_a_damaged_place_as_far_as_it_goes(): void {
		$details = new PlaceDetails( city: 'Halle' );
		self::assertEquals(
			new Place( str_repeat( 'ä', 200 ), str_repeat( 'ö', 400 ), terms: [ 'place_region' => [ 'harz' ] ], details: $details ),
			Place::stored( str_repeat( 'ä', 201 ), str_repeat( 'ö', 401 ), [ "a\0b" ], [ 'place_region' => [ 'harz', 'Halle (Saale)' ], 'place_kind' => [ 'ß' ], 'category' => [ 'a' ] ], $details )
		);
		self::assertEquals( new Place( 'Zoo Halle' ), Place::stored( "Zoo\x01 Halle", "\xFF", [], [], new PlaceDetails() ) );
		self::assertNull( Place::stored( '', 'Satz', [], [], $details ) );
	}

	public function test_keeps_the_fields_that_editors_look_after(): void {
		$mine   = new Place( 'Mein Titel', 'Mein Satz', [ 'Mein Text' ], [ 'place_region' => [ 'harz' ], 'place_subject' => [ 'kunst' ] ], new PlaceDetails( phone: '0345 1', city: 'Thale', coordinates: new Coordinates( 51.7, 11.0 ), editorial: [ 'title', 'region', 'phone', 'coordinates' ], note: 'meine' ) ); // phpcs:ignore
		$theirs = new Place( 'Ihr Titel', 'Ihr Satz', [], [ 'place_region' => [ 'saalekreis' ] ], new PlaceDetails( city: 'Halle', coordinates: new Coordinates( 51.4, 12.0 ), note: 'ihre' ) );
		self::assertEquals(
			new Place( 'Mein Titel', 'Ihr Satz', [], [ 'place_region' => [ 'harz' ] ], new PlaceDetails( phone: '0345 1', city: 'Halle', coordinates: new Coordinates( 51.7, 11.0 ), editorial: [ 'title', 'region', 'phone', 'coordinates' ], note: 'ihre' ) ),
			$theirs->keeping( $mine, $mine->details->editorial )
		);
	}

	public function test_says_every_field_in_comparable_form(): void {
		$place = new Place( 'Zoo', description: [ 'a', 'b' ], terms: [ 'place_kind' => [ 'zoo' ] ], details: new PlaceDetails( coordinates: new Coordinates( 51.5, 12.0 ) ) );
		self::assertSame( array_map( static fn ( PlaceField $field ): string => $field->value, PlaceField::cases() ), array_keys( $place->values() ) );
		self::assertSame( [ 'Zoo', "a\n\nb", [ 'zoo' ], '51.5, 12', false ], array_map( static fn ( string $field ): mixed => $place->values()[ $field ], [ 'title', 'description', 'kind', 'coordinates', 'free' ] ) );
	}

	public function test_the_order_of_words_makes_no_difference(): void {
		$one   = new Place( 'Zoo', terms: [ 'place_subject' => [ 'kunst', 'biologie' ] ] );
		$other = new Place( 'Zoo', terms: [ 'place_subject' => [ 'biologie', 'kunst' ] ] );
		self::assertSame( $one->values(), $other->values() );
	}

	public function test_schema_and_rules_agree(): void {
		$fields = Schemas::read( dirname( __DIR__, 2 ) . '/schemas/place-details.json' )['properties'];
		foreach ( PlaceField::cases() as $field ) {
			if ( isset( $fields[ $field->value ] ) ) {
				self::assertSame( $field->max_length(), $fields[ $field->value ]['maxLength'] ?? null, $field->value );
				self::assertSame( $field->has_lines(), 'textarea-field' === ( $fields[ $field->value ]['format'] ?? '' ), $field->value );
			}
		}
		self::assertSame( array_map( static fn ( PlaceField $field ): string => $field->value, PlaceField::cases() ), $fields['editorial']['items']['enum'] );
	}

	public function test_the_regions_are_the_districts(): void {
		$terms = Schemas::read( dirname( __DIR__, 2 ) . '/data/terms.json' );
		self::assertSame( [ 'place_region', 'place_subject', 'place_audience', 'place_kind' ], array_keys( $terms ) );
		self::assertEqualsCanonicalizing(
			array_column( Districts::shipped()->all, 'name', 'slug' ),
			array_column( $terms['place_region'], 'name', 'slug' )
		);
	}
}
