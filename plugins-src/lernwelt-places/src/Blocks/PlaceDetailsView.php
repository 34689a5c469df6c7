<?php
/**
 * A place ready to print.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Blocks;

use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Geo\Outline;
use Lernwelt\Places\Domain\Import\Area;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\PlaceDetails;
use Lernwelt\Places\Domain\PlaceTaxonomy;

/** What the details block prints for visitors. Empty fields leave no trace. */
final readonly class PlaceDetailsView {

	/** @var list<string> What classes can do there. */
	public array $offers;

	/** @var list<Fact> Facts at a glance. */
	public array $facts;

	/** The way to ask for a visit, '' when neither e-mail nor website is known. */
	public string $contact_url;

	/** Words on that button. */
	public string $contact_label;

	/** District, '' when it isn't known. */
	public string $region;

	/** @var list<string> Lines of the address. */
	public array $address;

	/** Where the place is, null when it has no coordinates. */
	public ?PlaceMap $map;

	/**
	 * @param Place                                $place    Place.
	 * @param array<string, array<string, string>> $terms    Taxonomy → slug → name of its terms.
	 * @param string                               $overview Address of the list of all places, '' when there is none.
	 */
	public function __construct( Place $place, array $terms, string $overview ) {
		$this->offers = self::lines( $place->details->offers );
		$region       = array_key_first( $terms[ PlaceTaxonomy::Region->value ] ?? [] );
		$this->region = null === $region ? '' : $terms[ PlaceTaxonomy::Region->value ][ $region ];
		$this->facts  = self::facts( $place, $terms );
		$this->address = self::address( $place->details );

		$email               = $place->details->email;
		$this->contact_url   = '' === $email ? $place->details->website : self::mail( $email, rawurlencode( sprintf( /* translators: %s: name of a place. */ __( 'Visit with a class: %s', 'lernwelt-places' ), $place->title ) ) );
		$this->contact_label = '' === $email ? __( 'Visit the website', 'lernwelt-places' ) : __( 'Ask for a visit', 'lernwelt-places' );

		$at        = $place->details->coordinates;
		$districts = Districts::shipped();
		$district  = null === $at ? null : ( new Area( $districts ) )->region( $at );
		$this->map = null === $at || null === $district ? null : new PlaceMap(
			new Outline( $districts ),
			$at,
			$district,
			$districts->attribution,
			'' === $overview || null === $region ? '' : $overview . '?region[]=' . rawurlencode( $region )
		);
	}

	/**
	 * @param Place                                $place Place.
	 * @param array<string, array<string, string>> $terms Taxonomy → slug → name.
	 * @return list<Fact>
	 */
	private static function facts( Place $place, array $terms ): array {
		$details = $place->details;
		$words   = static fn ( PlaceTaxonomy $taxonomy ): array => [] === ( $terms[ $taxonomy->value ] ?? [] ) ? [] : [ implode( ', ', $terms[ $taxonomy->value ] ) ];
		$free    = $details->free ? [ __( 'Free of charge for classes', 'lernwelt-places' ) ] : [];
		$access  = $details->accessible ? [ __( 'Barrier-free', 'lernwelt-places' ) ] : [];
		return array_values(
			array_filter(
				[
					new Fact( __( 'Address', 'lernwelt-places' ), self::address( $details ) ),
					new Fact( __( 'Region', 'lernwelt-places' ), $words( PlaceTaxonomy::Region ) ),
					new Fact( __( 'Kind of place', 'lernwelt-places' ), $words( PlaceTaxonomy::Kind ) ),
					new Fact( __( 'Subjects', 'lernwelt-places' ), $words( PlaceTaxonomy::Subject ) ),
					new Fact( __( 'For whom', 'lernwelt-places' ), $words( PlaceTaxonomy::Audience ) ),
					new Fact( __( 'Opening hours', 'lernwelt-places' ), self::lines( $details->opening_hours ) ),
					new Fact( __( 'Prices', 'lernwelt-places' ), [ ...$free, ...self::lines( $details->prices ) ] ),
					new Fact( __( 'Accessibility', 'lernwelt-places' ), [ ...$access, ...self::lines( $details->accessibility ) ] ),
					new Fact( __( 'Telephone', 'lernwelt-places' ), self::lines( $details->phone ), self::tel( $details->phone ) ),
					new Fact( __( 'E-mail', 'lernwelt-places' ), self::lines( $details->email ), '' === $details->email ? '' : self::mail( $details->email ) ),
					new Fact( __( 'Website', 'lernwelt-places' ), self::lines( self::host( $details->website ) ), $details->website ),
				],
				static fn ( Fact $fact ): bool => [] !== $fact->lines
			)
		);
	}

	/**
	 * @param PlaceDetails $details Details.
	 * @return list<string>
	 */
	private static function address( PlaceDetails $details ): array {
		return self::lines( $details->street . "\n" . trim( $details->postcode . ' ' . $details->city ) );
	}

	/**
	 * @param string $text Lines.
	 * @return list<string>
	 */
	private static function lines( string $text ): array {
		// Editors like to write lists with a dash or a bullet in front.
		$lines = array_map( static fn ( string $line ): string => trim( (string) preg_replace( '/^\s*[-–•*]\s+/u', '', $line ) ), explode( "\n", $text ) );
		return array_values( array_filter( $lines, static fn ( string $line ): bool => '' !== $line ) );
	}

	/**
	 * "0345 5009-0" and "+49 (0)345 50090" become +49345…; '' when the text holds more than one number.
	 *
	 * @param string $phone As people read it.
	 */
	private static function tel( string $phone ): string {
		if ( 1 !== preg_match( '~^[0-9 +()/.–-]+$~u', $phone ) ) {
			return '';
		}
		$digits = (string) preg_replace( '/[^0-9+]/', '', str_replace( '(0)', '', $phone ) );
		return 'tel:' . preg_replace( [ '/^00/', '/^0/' ], [ '+', '+49' ], $digits );
	}

	private static function mail( string $address, string $subject = '' ): string {
		$at   = (int) strrpos( $address, '@' );
		$host = idn_to_ascii( substr( $address, $at + 1 ), IDNA_NONTRANSITIONAL_TO_ASCII, INTL_IDNA_VARIANT_UTS46 );
		return 'mailto:' . rawurlencode( substr( $address, 0, $at ) ) . '@' . ( false === $host ? '' : $host ) . ( '' === $subject ? '' : "?subject=$subject" );
	}

	private static function host( string $url ): string {
		$host = '' === $url ? '' : (string) preg_replace( '~^https?://(?:www\.)?([^/?#]+).*$~i', '$1', $url );
		return $host;
	}
}
