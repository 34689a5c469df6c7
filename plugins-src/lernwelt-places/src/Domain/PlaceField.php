<?php
/**
 * The fields of places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

/** Everything that is known about a place; names in mappings, reports and the list of what an import never changes. */
enum PlaceField: string {

	/** Name of the place. */
	case Title = 'title';

	/** One sentence, shown on cards and as the lead. */
	case Summary = 'summary';

	/** Paragraphs. */
	case Description = 'description';

	/** Terms: see {@see PlaceTaxonomy}. */
	case Region   = 'region';
	case Subject  = 'subject';
	case Audience = 'audience';
	case Kind     = 'kind';

	/** Lines: what classes can do there. */
	case Offers = 'offers';

	case Street   = 'street';
	case Postcode = 'postcode';
	case City     = 'city';
	case Phone    = 'phone';
	case Email    = 'email';
	case Website  = 'website';

	/** Lines. */
	case OpeningHours  = 'opening_hours';
	case Accessibility = 'accessibility';
	case Prices        = 'prices';

	/** Whether classes pay nothing. */
	case Free = 'free';

	/** Whether it is barrier-free. */
	case Accessible = 'accessible';

	/** Latitude and longitude together. */
	case Coordinates = 'coordinates';

	/** For editors only. */
	case Note = 'note';

	/** Longest text in characters; null for what is no text. */
	public function max_length(): ?int {
		return match ( $this ) {
			self::Title, self::Street                                       => 200,
			self::Summary                                                   => 400,
			self::Description                                               => 50000,
			self::Offers, self::Note                                        => 5000,
			self::OpeningHours, self::Accessibility, self::Prices           => 2000,
			self::Postcode                                                  => 5,
			self::City                                                      => 100,
			self::Phone                                                     => 60,
			self::Email                                                     => 254,
			self::Website                                                   => 500,
			self::Region, self::Subject, self::Audience, self::Kind,
			self::Free, self::Accessible, self::Coordinates                 => null,
		};
	}

	/** Whether the text may have several lines. */
	public function has_lines(): bool {
		return in_array( $this, [ self::Description, self::Offers, self::OpeningHours, self::Accessibility, self::Prices, self::Note ], true );
	}

	/** The taxonomy whose terms fill it, null for other fields. */
	public function taxonomy(): ?PlaceTaxonomy {
		return match ( $this ) {
			self::Region   => PlaceTaxonomy::Region,
			self::Subject  => PlaceTaxonomy::Subject,
			self::Audience => PlaceTaxonomy::Audience,
			self::Kind     => PlaceTaxonomy::Kind,
			default        => null,
		};
	}
}
