<?php
/**
 * What a download brought.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

/** Files on this machine, to be read in this order; whoever asked for them deletes them. */
final readonly class Downloaded {

	/**
	 * @param list<string> $files     Paths, one for each page. Empty when the address has nothing new.
	 * @param string       $etag      Validator for the next time, '' for none.
	 * @param string       $modified  Time of the last change as the server writes it, for the next time; '' for none.
	 * @param bool         $unchanged Whether the server says that nothing has changed.
	 * @param int          $bytes     Size of everything.
	 * @param bool         $cut       Whether there may be more pages than the mapping lets us fetch.
	 */
	public function __construct( public array $files, public string $etag = '', public string $modified = '', public bool $unchanged = false, public int $bytes = 0, public bool $cut = false ) {}
}
