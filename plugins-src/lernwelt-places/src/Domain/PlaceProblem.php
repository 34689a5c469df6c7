<?php
/**
 * What can be wrong with a field of a place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain;

/** Reason codes; adapters turn them into words. */
enum PlaceProblem: string {

	/** The title is missing. */
	case Missing = 'missing';

	/** Not of the field's type. */
	case Type = 'type';

	/** Longer than {@see PlaceField::max_length()}. */
	case TooLong = 'too_long';

	/** A break in a field of one line, or a control character. */
	case LineBreak = 'line_break';

	/** Bytes that are no UTF-8. */
	case Encoding = 'encoding';

	/** No postcode of five digits. */
	case Postcode = 'postcode';

	/** No telephone number in it. */
	case Phone = 'phone';

	/** No e-mail address. */
	case Email = 'email';

	/** No address of a web page. */
	case Url = 'url';

	/** Only one of latitude and longitude. */
	case Incomplete = 'incomplete';

	/** No point on the earth. */
	case OutOfRange = 'out_of_range';

	/** No field or taxonomy of that name. */
	case Unknown = 'unknown';
}
