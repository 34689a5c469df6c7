<?php
/**
 * What somebody wants imported.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use InvalidArgumentException;

/** A run to be started. */
final readonly class RunRequest {

	/**
	 * @param string                  $source   Short name of the source: lower-case letters, digits and hyphens.
	 * @param string                  $label    Its name for people.
	 * @param string                  $input    Path, address or, from the command line only, DSN.
	 * @param array<array-key, mixed> $mapping  Content of the mapping file.
	 * @param bool                    $dry_run  Whether nothing but the report is written.
	 * @param bool                    $force    Whether more than a fifth of the source's places may go offline.
	 * @param int                     $user_id  Who wants it, 0 for the schedule and the command line; author of new places, see {@see PlaceAuthor}.
	 * @param string                  $name     File name or address for people, '' to take it from the input.
	 * @throws InvalidArgumentException For another kind of short name.
	 */
	public function __construct(
		public string $source,
		public string $label,
		#[\SensitiveParameter] public string $input,
		public array $mapping,
		public bool $dry_run = false,
		public bool $force = false,
		public int $user_id = 0,
		public string $name = '',
	) {
		if ( 1 !== preg_match( '/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/D', $source ) ) {
			throw new InvalidArgumentException( "\"$source\" can't name a source: use lower-case letters, digits and hyphens." );
		}
	}
}
