<?php
/**
 * A learning place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

/** Everything about one place. Refuses at birth what must not be published. */
final readonly class Place {

	/** Post type. */
	public const TYPE = 'lernwelt_place';

	/**
	 * @param string                      $title       Name, plain text.
	 * @param string                      $summary     One sentence, plain text.
	 * @param list<string>                $description Paragraphs, plain text; a line break within one is "\n".
	 * @param array<string, list<string>> $terms       Taxonomy ({@see PlaceTaxonomy}) → slugs of its terms.
	 * @param PlaceDetails                $details     Address, contact and so on.
	 * @throws InvalidPlace When a field is refused.
	 */
	public function __construct(
		public string $title,
		public string $summary = '',
		public array $description = [],
		public array $terms = [],
		public PlaceDetails $details = new PlaceDetails(),
	) {
		$problems = array_filter(
			[
				'title'       => FieldRules::problem( PlaceField::Title, $title ),
				'summary'     => FieldRules::problem( PlaceField::Summary, $summary ),
				'description' => FieldRules::problem( PlaceField::Description, implode( "\n\n", $description ) ),
			]
		);
		foreach ( $terms as $taxonomy => $slugs ) {
			$known = PlaceTaxonomy::tryFrom( $taxonomy );
			if ( null === $known ) {
				$problems[ $taxonomy ] = PlaceProblem::Unknown;
			} elseif ( [] !== array_filter( $slugs, static fn ( string $slug ): bool => ! self::is_slug( $slug ) ) ) {
				$problems[ $known->field()->value ] = PlaceProblem::Unknown;
			}
		}
		if ( [] !== $problems ) {
			throw new InvalidPlace( $problems );
		}
	}

	/**
	 * Reads what is stored, cuts what is too long and leaves out what could not be stored today: a page has to be shown in any case.
	 *
	 * @param string                      $title       Name.
	 * @param string                      $summary     One sentence.
	 * @param list<string>                $description Paragraphs.
	 * @param array<string, list<string>> $terms       Taxonomy → slugs.
	 * @param PlaceDetails                $details     The rest.
	 * @return ?self Null without a title.
	 */
	public static function stored( string $title, string $summary, array $description, array $terms, PlaceDetails $details ): ?self {
		$title = self::fitting( PlaceField::Title, $title );
		$known = [];
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			$known[ $taxonomy->value ] = array_values( array_filter( $terms[ $taxonomy->value ] ?? [], self::is_slug( ... ) ) );
		}
		return '' === $title ? null : new self(
			$title,
			self::fitting( PlaceField::Summary, $summary ),
			null === FieldRules::problem( PlaceField::Description, implode( "\n\n", $description ) ) ? $description : [],
			array_filter( $known, static fn ( array $slugs ): bool => [] !== $slugs ),
			$details
		);
	}

	/**
	 * @param PlaceField $field A field of one line.
	 * @param string     $text  Its text.
	 * @return string What of it can be stored; '' when it isn't UTF-8.
	 */
	private static function fitting( PlaceField $field, string $text ): string {
		return trim( mb_substr( (string) preg_replace( '/[\x00-\x1F\x7F]|\x{2028}|\x{2029}/u', '', $text ), 0, $field->max_length() ) );
	}

	/** Whether WordPress makes such slugs: letters that aren't Latin are encoded. */
	private static function is_slug( string $slug ): bool {
		return 1 === preg_match( '/^(?:[a-z0-9_-]|%[0-9a-f]{2})+$/D', $slug );
	}

	/**
	 * Slugs of one taxonomy.
	 *
	 * @param PlaceTaxonomy $taxonomy Taxonomy.
	 * @return list<string>
	 */
	public function terms_of( PlaceTaxonomy $taxonomy ): array {
		return $this->terms[ $taxonomy->value ] ?? [];
	}

	/**
	 * Every field in a form that can be compared and shown: texts, booleans, lists of slugs, coordinates as "lat, lng".
	 *
	 * @return array<value-of<PlaceField>, string|bool|list<string>>
	 */
	public function values(): array {
		$details = $this->details;
		$at      = $details->coordinates;
		return [
			'title'         => $this->title,
			'summary'       => $this->summary,
			'description'   => implode( "\n\n", $this->description ),
			'region'        => $this->sorted( PlaceTaxonomy::Region ),
			'subject'       => $this->sorted( PlaceTaxonomy::Subject ),
			'audience'      => $this->sorted( PlaceTaxonomy::Audience ),
			'kind'          => $this->sorted( PlaceTaxonomy::Kind ),
			'offers'        => $details->offers,
			'street'        => $details->street,
			'postcode'      => $details->postcode,
			'city'          => $details->city,
			'phone'         => $details->phone,
			'email'         => $details->email,
			'website'       => $details->website,
			'opening_hours' => $details->opening_hours,
			'accessibility' => $details->accessibility,
			'prices'        => $details->prices,
			'free'          => $details->free,
			'accessible'    => $details->accessible,
			'coordinates'   => null === $at ? '' : "$at->lat, $at->lng",
			'note'          => $details->note,
		];
	}

	/**
	 * @param PlaceTaxonomy $taxonomy Taxonomy.
	 * @return list<string> Its slugs in an order that doesn't depend on where they came from.
	 */
	private function sorted( PlaceTaxonomy $taxonomy ): array {
		$slugs = $this->terms_of( $taxonomy );
		sort( $slugs );
		return $slugs;
	}

	/**
	 * This place with some fields of another version of it, for fields that an import must not change.
	 *
	 * @param self         $current The version that wins for these fields. Its list of editorial fields wins, too.
	 * @param list<string> $fields  Names of fields ({@see PlaceField}).
	 */
	public function keeping( self $current, array $fields ): self {
		$keeps = static fn ( PlaceField $field ): bool => in_array( $field->value, $fields, true );
		$terms = [];
		foreach ( PlaceTaxonomy::cases() as $taxonomy ) {
			$terms[ $taxonomy->value ] = ( $keeps( $taxonomy->field() ) ? $current : $this )->terms_of( $taxonomy );
		}
		return new self(
			( $keeps( PlaceField::Title ) ? $current : $this )->title,
			( $keeps( PlaceField::Summary ) ? $current : $this )->summary,
			( $keeps( PlaceField::Description ) ? $current : $this )->description,
			array_filter( $terms, static fn ( array $slugs ): bool => [] !== $slugs ),
			$this->details->keeping( $current->details, $fields )
		);
	}
}
