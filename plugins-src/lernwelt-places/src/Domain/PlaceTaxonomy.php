<?php
/**
 * The four word lists of places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

/** Taxonomies of a place. The value is the name in WordPress; the data view and imports call them by {@see field()}. */
enum PlaceTaxonomy: string {

	/** District. */
	case Region = 'place_region';

	/** Subject at school. */
	case Subject = 'place_subject';

	/** Whom it is for: type of school or age. */
	case Audience = 'place_audience';

	/** Kind of place. */
	case Kind = 'place_kind';

	/** The field of a place that these words fill. */
	public function field(): PlaceField {
		return match ( $this ) {
			self::Region   => PlaceField::Region,
			self::Subject  => PlaceField::Subject,
			self::Audience => PlaceField::Audience,
			self::Kind     => PlaceField::Kind,
		};
	}
}
