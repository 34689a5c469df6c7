<?php
/**
 * A file that is there.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** An uploaded file of this portal. */
final readonly class StoredFile {

	/**
	 * @param string $path      Real path on this machine.
	 * @param string $below     Path below the folder of all uploads, for the web server.
	 * @param string $extension Ending in lower case.
	 * @param string $type      Content type.
	 * @param int    $size      Size in bytes.
	 * @param int    $modified  Unix time.
	 */
	public function __construct(
		public string $path,
		public string $below,
		public string $extension,
		public string $type,
		public int $size,
		public int $modified,
	) {}

	/** Tag that changes with the file. */
	public function tag(): string {
		return sprintf( '"%x-%x"', $this->modified, $this->size );
	}
}
