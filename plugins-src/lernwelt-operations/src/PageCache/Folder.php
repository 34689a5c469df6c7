<?php
/**
 * The folder of a portal's pages.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use Closure;
use FilesystemIterator;
use Generator;
use Lernwelt\Operations\Domain\PageCache\Entry;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;
use SplFileInfo;

/**
 * Reads what the web server keeps of one portal, and deletes from it. The web server does the same at any moment: a file
 * that is gone when it is looked at is no error.
 */
final readonly class Folder {

	/** Bytes that must be free: some hundred pages, for all that come at the same moment. */
	private const ROOM = 8 * 1024 * 1024;

	/**
	 * @param string $directory Folder of all portals.
	 * @param string $portal    Id of the portal.
	 */
	public function __construct( private string $directory, private string $portal ) {}

	/**
	 * All pages.
	 *
	 * @return Generator<int, Entry>
	 * @throws RuntimeException When the folder can't be read.
	 */
	public function entries(): Generator {
		foreach ( $this->files() as $file ) {
			$head  = self::head( $file->getPathname() );
			$entry = null === $head ? null : Entry::read( $file->getPathname(), $head[0], $this->portal, $head[1] );
			if ( null !== $entry ) {
				yield $entry;
			}
		}
	}

	/**
	 * How many pages there are, and how many bytes they have.
	 *
	 * @return array{int, int}
	 * @throws RuntimeException When the folder can't be read.
	 */
	public function size(): array {
		$count = 0;
		$bytes = 0;
		foreach ( $this->files() as $file ) {
			++$count;
			$bytes += (int) self::quietly( static fn (): int|false => filesize( $file->getPathname() ) );
		}
		return [ $count, $bytes ];
	}

	/**
	 * Whether another page fits on the disk. Where it doesn't, the web server would break off the answer that it is to keep:
	 * it can't send on what it can't write.
	 */
	public function has_room(): bool {
		$free = is_dir( $this->directory ) ? disk_free_space( $this->directory ) : false;
		return false === $free || self::ROOM <= $free;
	}

	/**
	 * Deletes pages: the next visitor has them made anew.
	 *
	 * @param iterable<Entry> $entries Pages.
	 * @throws RuntimeException When one of them stays.
	 */
	public function delete( iterable $entries ): void {
		foreach ( $entries as $entry ) {
			// Once more: somebody else may delete it at this moment, and the web server write the next one.
			if ( ! self::is_removed( $entry->file ) && ! self::is_removed( $entry->file ) ) {
				throw new RuntimeException( "The page cache keeps $entry->file: it belongs to somebody else." );
			}
		}
	}

	/**
	 * Deletes a file. That there is one of this name afterwards says nothing: a visitor may have asked for the page already.
	 *
	 * @phpstan-impure
	 * @param string $file File.
	 */
	private static function is_removed( string $file ): bool {
		$removed = self::quietly( static fn (): bool => unlink( $file ) );
		clearstatcache( true, $file );
		return $removed || ! is_file( $file );
	}

	/**
	 * Notes that something changes now: whoever began to make a page before that may not have it kept.
	 *
	 * @throws RuntimeException When the folder can't be written to.
	 */
	public function note_change(): void {
		if ( is_dir( $this->directory ) && false === self::quietly( fn (): int|false => file_put_contents( $this->mark(), sprintf( '%.6F', microtime( true ) ), LOCK_EX ) ) ) {
			throw new RuntimeException( "The page cache can't be written to: {$this->mark()}." );
		}
	}

	/** When something changed last, seconds since 1970; 0 when nothing ever did. */
	public function changed(): float {
		return is_file( $this->mark() ) ? (float) self::quietly( fn (): string|false => file_get_contents( $this->mark() ) ) : 0.0;
	}

	private function mark(): string {
		return "$this->directory/$this->portal.changed";
	}

	/**
	 * @return iterable<SplFileInfo>
	 * @throws RuntimeException When the folder can't be read.
	 */
	private function files(): iterable {
		$folder = "$this->directory/$this->portal";
		// The web server makes it when it starts.
		if ( ! is_dir( $folder ) ) {
			return;
		}
		if ( ! is_readable( $folder ) ) {
			throw new RuntimeException( "The page cache can't be read: $folder." );
		}
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $folder, FilesystemIterator::SKIP_DOTS ), RecursiveIteratorIterator::LEAVES_ONLY, RecursiveIteratorIterator::CATCH_GET_CHILD ) as $file ) {
			// What the web server is still writing has a longer name.
			if ( $file instanceof SplFileInfo && 1 === preg_match( '/^[0-9a-f]{32}$/D', $file->getFilename() ) ) {
				yield $file;
			}
		}
	}

	/** @return ?array{string, int} First bytes and time; null when the file is gone. */
	private static function head( string $file ): ?array {
		return self::quietly(
			static function () use ( $file ): ?array {
				$handle = fopen( $file, 'rb' );
				if ( false === $handle ) {
					return null;
				}
				$head = (string) fread( $handle, Entry::HEAD );
				$made = fstat( $handle )['mtime'] ?? 0;
				fclose( $handle );
				return [ $head, $made ];
			}
		);
	}

	/**
	 * PHP warns of a file that is gone; everybody here looks at what comes back.
	 *
	 * @template T
	 * @param Closure(): T $work Work.
	 * @return T
	 */
	private static function quietly( Closure $work ): mixed {
		set_error_handler( static fn (): bool => true, E_WARNING );
		try {
			return $work();
		} finally {
			restore_error_handler();
		}
	}
}
