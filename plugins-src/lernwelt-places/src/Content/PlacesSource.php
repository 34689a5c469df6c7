<?php
/**
 * Places as a data source.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\FieldType;
use Lernwelt\Core\Data\FilterLogic;
use Lernwelt\Core\Data\Index\Document;
use Lernwelt\Core\Data\Index\PostSource;
use Lernwelt\Core\Data\Record;
use Lernwelt\Core\TermNames;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceTaxonomy;
use WP_Post;

/** The portal's places: published ones for everybody, private ones for those who may read them. */
final class PlacesSource extends PostSource {

	public const ID = 'places';

	/** Features: value in addresses → field of the details. */
	private const FEATURES = [
		'barrierefrei' => 'accessible',
		'kostenfrei'   => 'free',
	];

	/** Characters of the text that are searched. */
	private const SEARCHED = 20000;

	public function id(): string {
		return self::ID;
	}

	public function label(): string {
		return __( 'Learning places', 'lernwelt-places' );
	}

	public function counted( int $count ): string {
		/* translators: %s: number of learning places. */
		return sprintf( _n( '%s learning place', '%s learning places', $count, 'lernwelt-places' ), number_format_i18n( $count ) );
	}

	public function post_type(): string {
		return Place::TYPE;
	}

	public function has_map(): bool {
		return true;
	}

	/** @return list<Field> */
	public function fields(): array {
		return [
			new Field( 'region', __( 'Region', 'lernwelt-places' ), FieldType::Terms, filter: true, choices: static fn (): array => self::choices( PlaceTaxonomy::Region ), /* translators: %s: regions, e.g. "Harz or Halle"; follows "48 places". */ phrase: __( 'in the region %s', 'lernwelt-places' ) ),
			new Field( 'subject', __( 'Subject', 'lernwelt-places' ), FieldType::Terms, filter: true, parameter: 'fach', choices: static fn (): array => self::choices( PlaceTaxonomy::Subject ) ),
			new Field( 'audience', __( 'For whom', 'lernwelt-places' ), FieldType::Terms, filter: true, parameter: 'stufe', choices: static fn (): array => self::choices( PlaceTaxonomy::Audience ) ),
			new Field( 'kind', __( 'Kind of place', 'lernwelt-places' ), FieldType::Terms, filter: true, parameter: 'art', choices: static fn (): array => self::choices( PlaceTaxonomy::Kind ) ),
			new Field( 'features', __( 'Special', 'lernwelt-places' ), FieldType::Terms, filter: true, logic: FilterLogic::All, parameter: 'besonders', choices: self::features( ... ) ),
			new Field( 'city', __( 'Town', 'lernwelt-places' ), FieldType::Text, sort: true, parameter: 'ort' ),
			new Field( 'summary', __( 'In one sentence', 'lernwelt-places' ), FieldType::LongText, parameter: 'kurztext' ),
			new Field( 'offers', __( 'Offers for classes', 'lernwelt-places' ), FieldType::LongText, parameter: 'angebote' ),
			new Field( 'opening_hours', __( 'Opening hours', 'lernwelt-places' ), FieldType::LongText, parameter: 'zeiten' ),
			new Field( 'prices', __( 'Prices', 'lernwelt-places' ), FieldType::LongText, parameter: 'preise' ),
			new Field( 'accessibility', __( 'Accessibility', 'lernwelt-places' ), FieldType::LongText, parameter: 'zugang' ),
			new Field( 'phone', __( 'Telephone', 'lernwelt-places' ), FieldType::Text, parameter: 'telefon' ),
			new Field( 'email', __( 'E-mail', 'lernwelt-places' ), FieldType::Email, parameter: 'mail' ),
			new Field( 'website', __( 'Website', 'lernwelt-places' ), FieldType::Link, parameter: 'web' ),
			new Field( 'note', __( 'Internal note', 'lernwelt-places' ), FieldType::LongText, capability: PlaceCapabilities::EDIT_OTHERS, parameter: 'notiz' ),
		];
	}

	/** @return list<string> */
	public function taxonomies(): array {
		return array_map( static fn ( PlaceTaxonomy $taxonomy ): string => $taxonomy->value, PlaceTaxonomy::cases() );
	}

	protected function document( WP_Post $post ): Document {
		$details = PlaceMeta::details( $post );
		$terms   = self::terms( $post );
		$at      = $details->coordinates;
		return new Document(
			$post->ID,
			StoredPlace::line( $post->post_title ),
			[ ...array_map( array_keys( ... ), $terms ), 'features' => self::features_of( $details ) ],
			implode(
				"\n",
				[
					...array_merge( ...array_values( array_map( array_values( ... ), $terms ) ) ),
					...[ StoredPlace::line( $post->post_excerpt ), $details->city, $details->street, $details->postcode, $details->offers, $details->accessibility ],
					mb_substr( wp_strip_all_tags( $post->post_content ), 0, self::SEARCHED ),
				]
			),
			$at?->lat,
			$at?->lng,
			[ 'city' => $details->city ]
		);
	}

	protected function record( WP_Post $post ): Record {
		$details = PlaceMeta::details( $post );
		$note    = get_post_meta( $post->ID, PlaceDetails::NOTE_META, true );
		$values  = [
			...array_map( array_keys( ... ), self::terms( $post ) ),
			'features'      => self::features_of( $details ),
			'city'          => $details->city,
			'summary'       => StoredPlace::line( $post->post_excerpt ),
			'offers'        => $details->offers,
			'opening_hours' => $details->opening_hours,
			'prices'        => $details->prices,
			'accessibility' => $details->accessibility,
			'phone'         => $details->phone,
			'email'         => $details->email,
			'website'       => $details->website,
			'note'          => is_string( $note ) ? $note : '',
		];
		return new Record(
			$post->ID,
			StoredPlace::line( $post->post_title ),
			(string) get_permalink( $post ),
			array_filter( $values, static fn ( string|array $value ): bool => '' !== $value && [] !== $value ),
			(int) get_post_thumbnail_id( $post ),
			$post->post_name
		);
	}

	/**
	 * @param WP_Post $post A place.
	 * @return array<string, array<string, string>> Field → slug → name.
	 */
	private static function terms( WP_Post $post ): array {
		$terms = [];
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			$terms[ $taxonomy->field()->value ] = Taxonomies::of( $post, $taxonomy );
		}
		return $terms;
	}

	/**
	 * @param PlaceDetails $details Details.
	 * @return list<string>
	 */
	private static function features_of( PlaceDetails $details ): array {
		return array_keys( array_filter( self::FEATURES, static fn ( string $field ): bool => 'free' === $field ? $details->free : $details->accessible ) );
	}

	/**
	 * @return array<string, string>
	 */
	private static function features(): array {
		return [
			'barrierefrei' => __( 'Barrier-free', 'lernwelt-places' ),
			'kostenfrei'   => __( 'Free of charge for classes', 'lernwelt-places' ),
		];
	}

	/**
	 * Words of a taxonomy in the order they were made: districts by name, schools by age.
	 *
	 * @param PlaceTaxonomy $taxonomy Taxonomy.
	 * @return array<string, string> Slug → name.
	 */
	private static function choices( PlaceTaxonomy $taxonomy ): array {
		return TermNames::all( $taxonomy->value );
	}
}
