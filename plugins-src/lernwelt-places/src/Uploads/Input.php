<?php
/**
 * Something to import.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Uploads;

use Lernwelt\Places\Domain\Import\Format;

/** An uploaded file, or the first page of an address, that waits for its import. */
final readonly class Input {

	/**
	 * @param string $id      Random name, 32 hexadecimal digits.
	 * @param string $name    File name or address for people; never part of a path.
	 * @param string $path    Absolute path of what can be read.
	 * @param string $url     Address it was fetched from, '' for an upload.
	 * @param Format $format  What it looks like.
	 * @param int    $size    Bytes.
	 * @param int    $created Unix time.
	 * @param int    $run     The run that reads it, 0 while there is none.
	 */
	public function __construct(
		public string $id,
		public string $name,
		public string $path,
		public string $url,
		public Format $format,
		public int $size,
		public int $created,
		public int $run = 0,
	) {}

	/** What a run reads: the address itself, because it may have further pages, or the file. */
	public function location(): string {
		return '' === $this->url ? $this->path : $this->url;
	}
}
