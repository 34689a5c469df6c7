<?php
/**
 * Why an input as a whole can't be read.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Reason codes of {@see UnreadableInput}. */
enum InputProblem: string {
	case NotFound = 'not_found';

	/** Nothing in it. */
	case Empty = 'empty';

	/** A picture, a spreadsheet, an archive or another file that is no text. */
	case Binary = 'binary';

	/** UTF-16 or UTF-32. */
	case Encoding = 'encoding';

	/** A web page, often one that asks to log in. */
	case Html = 'html';

	/** The first line names no columns, or more than 1,000. */
	case BadHeader = 'bad_header';

	/** It is no JSON. */
	case NotJson = 'not_json';

	/** The path leads to nothing that holds records. */
	case PathNotFound = 'path_not_found';

	/** More than 200 MB. */
	case TooLarge = 'too_large';

	/** The database can't be reached, or refuses. */
	case Database = 'database';

	/** The table has no key of one column to page by. */
	case NoKey = 'no_key';
}
