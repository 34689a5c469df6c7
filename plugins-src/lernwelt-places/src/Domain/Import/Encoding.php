<?php
/**
 * Encodings of CSV files.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** What the bytes of a file mean. JSON is always UTF-8. */
enum Encoding: string {

	/** UTF-8 when the beginning of the file looks like it, Windows-1252 otherwise. */
	case Auto = 'auto';

	/** With or without a byte order mark. */
	case Utf8 = 'utf-8';

	/** What Excel writes in Germany; ISO 8859-1 is a part of it. */
	case Windows1252 = 'windows-1252';
}
