<?php
/**
 * What can be wrong with a row.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Reasons in the report of a run. Each says whether the row is refused, mended or goes in without one value. */
enum FindingCode: string {

	// The record can't be read.

	/** Bytes that are no text in the encoding of the input. */
	case InvalidUtf8 = 'invalid_utf8';

	/** Control characters as in pictures or programs. */
	case Binary = 'binary';

	/** A quotation mark is opened and not closed, or text follows a closed one. */
	case BadQuotes = 'bad_quotes';

	case TooFewColumns  = 'too_few_columns';
	case TooManyColumns = 'too_many_columns';

	/** The record is larger than 1 MB. */
	case RecordTooLarge = 'record_too_large';

	/** The record is no correct JSON. */
	case InvalidJson = 'invalid_json';

	/** The record is a single value or a list instead of fields with names. */
	case NotARecord = 'not_a_record';

	/** The input ends or breaks off in this record: everything after it is missing. */
	case Truncated = 'truncated';

	// The record makes no place.

	case MissingId = 'missing_id';

	/** The id is longer than 190 characters. */
	case BadId = 'bad_id';

	case DuplicateId = 'duplicate_id';
	case MissingTitle = 'missing_title';

	/** The coordinates lie outside Saxony-Anhalt, also when they are swapped. */
	case OutsideArea = 'outside_area';

	/** The place refuses the values for a reason that has no code of its own. */
	case InvalidPlace = 'invalid_place';

	// The value was mended.

	/** Latitude and longitude were the wrong way round. */
	case SwappedCoordinates = 'swapped_coordinates';

	/** Tags and entities of HTML were taken out of a text. */
	case HtmlRemoved = 'html_removed';

	/** A text was longer than its field and was cut. */
	case TooLong = 'too_long';

	/** A postcode had lost its leading zero. */
	case PostcodePadded = 'postcode_padded';

	// The value was left out.

	/** One of the two numbers is missing, or no number, or both are zero. */
	case BadCoordinates = 'bad_coordinates';

	/** No term of this name. */
	case UnknownTerm = 'unknown_term';

	/** A lookup table doesn't have this value and says that such values are left out. */
	case NotInTable = 'not_in_table';

	/** A list or an object stands where a single value belongs. */
	case NotText = 'not_text';

	case BadDate     = 'bad_date';
	case BadUrl      = 'bad_url';
	case BadEmail    = 'bad_email';
	case BadNumber   = 'bad_number';
	case BadBoolean  = 'bad_boolean';
	case BadPostcode = 'bad_postcode';
	case BadPhone    = 'bad_phone';

	/** A field has more than 100 values; the first ones are taken. */
	case TooManyValues = 'too_many_values';

	// Somebody should look.

	/** The coordinates lie in another district than the one named; both are kept. */
	case RegionMismatch = 'region_mismatch';

	/** Whether the row isn't imported. */
	public function refuses(): bool {
		return match ( $this ) {
			self::InvalidUtf8, self::Binary, self::BadQuotes, self::TooFewColumns, self::TooManyColumns, self::RecordTooLarge,
			self::InvalidJson, self::NotARecord, self::Truncated, self::MissingId, self::BadId, self::DuplicateId, self::MissingTitle,
			self::OutsideArea, self::InvalidPlace => true,
			default => false,
		};
	}

	/** Whether records are missing behind this one, so that nothing may be concluded from their absence. */
	public function incomplete(): bool {
		return self::Truncated === $this;
	}
}
