<?php
/**
 * What can be done with a value on its way.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Each works on one value; on a list of values it works on every one of them. */
enum TransformKind: string {

	/** Takes white space away from both ends and joins inner runs of it. */
	case Trim = 'trim';

	/** One text → several, at the sign `by`; empty ones are left out. */
	case Split = 'split';

	/** Several → one text, with `by` between them. */
	case Join = 'join';

	/** Exchanges values by `table`; `else` says whether others are kept or dropped. */
	case Lookup = 'lookup';

	/** A date in the notation `format` → the notation `to`. */
	case Date = 'date';

	/** Completes a web address: `www.example.org` → `https://www.example.org`. */
	case Url = 'url';

	/** A number in the notation of the input → plain digits with a point. */
	case Number = 'number';

	/** Words for yes and no → a boolean; `true` lists further words for yes. */
	case Boolean = 'boolean';
}
