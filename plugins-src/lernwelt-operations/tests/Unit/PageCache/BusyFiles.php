<?php
/**
 * Files of a busy web server.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Tests\Unit\PageCache;

/** A stream in which each file is there whenever somebody looks, also right after it was deleted. */
final class BusyFiles {

	public static bool $can_be_deleted = true;

	public static int $deleted = 0;

	/** @var resource|null Set by PHP. */
	public $context;

	/** Deletes a file. */
	public function unlink( string $path ): bool {
		self::$deleted += self::$can_be_deleted ? 1 : 0;
		return self::$can_be_deleted;
	}

	/** @return array<string, int> A plain file. */
	public function url_stat( string $path, int $flags ): array {
		return [ 'mode' => 0100644, 'size' => 1 ];
	}
}
