<?php
/**
 * Places for search engines.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

/** Describes a place in the words of schema.org. */
final class StructuredData {

	/** Kind of place → type of schema.org; other kinds are tourist attractions. */
	private const TYPES = [
		'archiv'        => 'Library',
		'denkmal'       => 'LandmarksOrHistoricalBuildings',
		'garten'        => 'Park',
		'gedenkstaette' => 'LandmarksOrHistoricalBuildings',
		'museum'        => 'Museum',
		'theater'       => 'PerformingArtsTheater',
		'zoo'           => 'Zoo',
	];

	/**
	 * The object for JSON-LD. The note and the list of editorial fields are not in it.
	 *
	 * @param Place                $place   Place.
	 * @param string               $url     Address of its page.
	 * @param string               $picture Address of its picture, '' for none.
	 * @param array<string, string> $words  Translated names of the features `free` and `accessible`.
	 * @return array<string, mixed>
	 */
	public static function of( Place $place, string $url, string $picture, array $words ): array {
		$details  = $place->details;
		$kinds    = array_values( array_intersect_key( self::TYPES, array_flip( $place->terms_of( PlaceTaxonomy::Kind ) ) ) );
		$address  = self::known(
			[
				'streetAddress'   => $details->street,
				'postalCode'      => $details->postcode,
				'addressLocality' => $details->city,
			]
		);
		$features = array_values(
			array_filter(
				[
					$details->free ? self::feature( $words['free'] ?? '' ) : [],
					$details->accessible ? self::feature( $words['accessible'] ?? '' ) : [],
				],
				static fn ( array $feature ): bool => [] !== $feature
			)
		);
		return self::known(
			[
				'@context'         => 'https://schema.org',
				'@type'            => $kinds[0] ?? 'TouristAttraction',
				'@id'              => $url,
				'name'             => $place->title,
				'description'      => $place->summary,
				'url'              => $url,
				'sameAs'           => $details->website,
				'image'            => $picture,
				'telephone'        => $details->phone,
				'email'            => $details->email,
				'address'          => [] === $address ? [] : [ '@type' => 'PostalAddress' ] + $address + [ 'addressRegion' => 'Sachsen-Anhalt', 'addressCountry' => 'DE' ], // phpcs:ignore
				'geo'              => null === $details->coordinates ? [] : [
					'@type'     => 'GeoCoordinates',
					'latitude'  => $details->coordinates->lat,
					'longitude' => $details->coordinates->lng,
				],
				'amenityFeature'   => $features,
				'mainEntityOfPage' => $url,
			]
		);
	}

	/**
	 * @param string $name Translated name.
	 * @return array<string, string|bool>
	 */
	private static function feature( string $name ): array {
		return [
			'@type' => 'LocationFeatureSpecification',
			'name'  => $name,
			'value' => true,
		];
	}

	/**
	 * @template T
	 * @param array<string, T> $values Values.
	 * @return array<string, T> Those that say something.
	 */
	private static function known( array $values ): array {
		return array_filter( $values, static fn ( mixed $value ): bool => '' !== $value && [] !== $value );
	}
}
