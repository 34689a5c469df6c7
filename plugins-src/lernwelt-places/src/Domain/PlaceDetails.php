<?php
/**
 * Everything about a place that isn't title, text or term.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

use Lernwelt\Core\Geo\Coordinates;
use Lernwelt\Core\Geo\InvalidCoordinates;

/** The object stored in one meta value, without the note, which has a key of its own because only editors may read it. */
final readonly class PlaceDetails {

	/** Meta key of the details. */
	public const META = 'lernwelt_place';

	/** Meta key of the note. */
	public const NOTE_META = 'lernwelt_place_note';

	/** Fields of text, in the order they are stored. */
	private const TEXTS = [ 'offers', 'street', 'postcode', 'city', 'phone', 'email', 'website', 'opening_hours', 'accessibility', 'prices' ];

	/**
	 * @param string       $offers        What classes can do there; lines.
	 * @param string       $street        Street and number.
	 * @param string       $postcode      Five digits.
	 * @param string       $city          Town.
	 * @param string       $phone         Telephone.
	 * @param string       $email         E-mail address.
	 * @param string       $website       Web address with http or https.
	 * @param string       $opening_hours Lines.
	 * @param string       $accessibility Lines.
	 * @param string       $prices        Lines.
	 * @param bool         $free          Whether classes pay nothing.
	 * @param bool         $accessible    Whether it is barrier-free.
	 * @param ?Coordinates $coordinates   Where it is.
	 * @param list<string> $editorial     Fields ({@see PlaceField}) that an import never changes.
	 * @param string       $note          For editors only.
	 * @throws InvalidPlace When a field is refused.
	 */
	public function __construct(
		public string $offers = '',
		public string $street = '',
		public string $postcode = '',
		public string $city = '',
		public string $phone = '',
		public string $email = '',
		public string $website = '',
		public string $opening_hours = '',
		public string $accessibility = '',
		public string $prices = '',
		public bool $free = false,
		public bool $accessible = false,
		public ?Coordinates $coordinates = null,
		public array $editorial = [],
		public string $note = '',
	) {
		$problems = [];
		foreach ( [ ...self::TEXTS, 'note' ] as $name ) {
			$problem = FieldRules::problem( PlaceField::from( $name ), $this->$name );
			if ( null !== $problem ) {
				$problems[ $name ] = $problem;
			}
		}
		foreach ( $editorial as $name ) {
			if ( null === PlaceField::tryFrom( $name ) ) {
				$problems['editorial'] = PlaceProblem::Unknown;
			}
		}
		if ( [] !== $problems ) {
			throw new InvalidPlace( $problems );
		}
	}

	/**
	 * Reads the form of {@see to_array()}. Null and '' count as missing; breaks of Windows become plain ones.
	 *
	 * @param array<array-key, mixed> $values Field → value.
	 * @param string                  $note   The note.
	 * @throws InvalidPlace When a field is refused or unknown.
	 */
	public static function from_array( array $values, string $note = '' ): self {
		[ $details, $problems ] = self::read( $values, $note );
		if ( [] !== $problems ) {
			throw new InvalidPlace( $problems );
		}
		return $details;
	}

	/**
	 * Reads what is stored and leaves out what could not be stored today: a page has to be shown in any case.
	 *
	 * @param mixed $meta Value of the meta key.
	 * @param mixed $note Value of the note's key.
	 */
	public static function stored( mixed $meta, mixed $note = '' ): self {
		return self::read( is_array( $meta ) ? $meta : [], is_string( $note ) ? $note : '' )[0];
	}

	/**
	 * The object to be stored: empty fields are left out, always in the same order; the note isn't in it.
	 *
	 * @return array<string, string|bool|float|list<string>>
	 */
	public function to_array(): array {
		$values = [];
		foreach ( self::TEXTS as $name ) {
			$values[ $name ] = $this->$name;
		}
		$values += [
			'free'       => $this->free,
			'accessible' => $this->accessible,
		];
		$values = array_filter( $values, static fn ( string|bool $value ): bool => '' !== $value && false !== $value );
		if ( null !== $this->coordinates ) {
			$values['lat'] = $this->coordinates->lat;
			$values['lng'] = $this->coordinates->lng;
		}
		if ( [] !== $this->editorial ) {
			$values['editorial'] = $this->editorial;
		}
		return $values;
	}

	/**
	 * These details with some fields of another version of them.
	 *
	 * @param self         $current The version that wins for these fields; its list of editorial fields wins in any case.
	 * @param list<string> $fields  Names of fields ({@see PlaceField}); those that aren't details don't matter.
	 */
	public function keeping( self $current, array $fields ): self {
		$values = $this->to_array();
		$theirs = $current->to_array();
		foreach ( [ ...$fields, 'editorial' ] as $field ) {
			foreach ( PlaceField::Coordinates->value === $field ? [ 'lat', 'lng' ] : [ $field ] as $key ) {
				unset( $values[ $key ] );
				$values += array_intersect_key( $theirs, [ $key => true ] );
			}
		}
		return self::from_array( $values, in_array( PlaceField::Note->value, $fields, true ) ? $current->note : $this->note );
	}

	/**
	 * Takes what can be taken.
	 *
	 * @param array<array-key, mixed> $values Field → value.
	 * @param string                  $note   The note.
	 * @return array{self, array<string, PlaceProblem>} Details, and what was left out.
	 */
	private static function read( array $values, string $note ): array {
		$fine     = [];
		$problems = [];
		foreach ( [ ...array_filter( $values, static fn ( mixed $value ): bool => null !== $value && '' !== $value ), 'note' => $note ] as $name => $value ) {
			$name    = (string) $name;
			$value   = is_string( $value ) ? trim( str_replace( [ "\r\n", "\r" ], "\n", $value ) ) : $value;
			$problem = match ( true ) {
				'lat' === $name, 'lng' === $name                              => is_int( $value ) || is_float( $value ) ? null : PlaceProblem::Type,
				'free' === $name, 'accessible' === $name                      => is_bool( $value ) ? null : PlaceProblem::Type,
				'editorial' === $name                                         => self::editorial_problem( $value ),
				'note' === $name, in_array( $name, self::TEXTS, true )        => is_string( $value ) ? FieldRules::problem( PlaceField::from( $name ), $value ) : PlaceProblem::Type,
				default                                                       => PlaceProblem::Unknown,
			};
			if ( null === $problem ) {
				$fine[ $name ] = $value;
			} else {
				$problems[ $name ] = $problem;
			}
		}
		$coordinates = null;
		if ( isset( $fine['lat'], $fine['lng'] ) ) {
			try {
				$coordinates = new Coordinates( round( (float) $fine['lat'], 6 ), round( (float) $fine['lng'], 6 ) );
			} catch ( InvalidCoordinates ) {
				$problems['coordinates'] = PlaceProblem::OutOfRange;
			}
		} elseif ( ( isset( $fine['lat'] ) || isset( $fine['lng'] ) ) && ! isset( $problems['lat'] ) && ! isset( $problems['lng'] ) ) {
			$problems['coordinates'] = PlaceProblem::Incomplete;
		}
		unset( $fine['lat'], $fine['lng'] );
		return [ new self( ...$fine, coordinates: $coordinates ), $problems ];
	}

	private static function editorial_problem( mixed $value ): ?PlaceProblem {
		if ( ! is_array( $value ) || ! array_is_list( $value ) ) {
			return PlaceProblem::Type;
		}
		foreach ( $value as $name ) {
			if ( ! is_string( $name ) || null === PlaceField::tryFrom( $name ) ) {
				return PlaceProblem::Unknown;
			}
		}
		return null;
	}
}
