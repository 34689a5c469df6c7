<?php
/**
 * Pictures of the map, kept on disk.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Application\Map;

use FilesystemIterator;
use InvalidArgumentException;
use Lernwelt\Core\Clock;
use Lernwelt\Dataview\Domain\Map\Tile;
use Lernwelt\Dataview\Domain\Map\TileAddress;
use Lernwelt\Dataview\Domain\Map\TileImage;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

/** Files in a folder outside the document root; all portals of a web server share them. */
final readonly class TileCache {
	/** How long a picture is fresh, in seconds. */
	public const FRESH = 2592000;

	/** Seconds a server that failed is left alone. */
	private const REST = 30;

	/** All files together, in bytes. */
	private const MAX_BYTES = 536870912;

	/**
	 * @param string $directory Folder; made when the first picture comes.
	 * @param Clock  $clock     Time.
	 */
	public function __construct( private string $directory, private Clock $clock ) {}

	/** Where the pictures of this machine are. */
	public static function folder(): string {
		return get_temp_dir() . 'lernwelt-map-tiles';
	}

	/**
	 * A picture, however old.
	 *
	 * @param TileAddress $address Server.
	 * @param Tile        $tile    Tile.
	 */
	public function get( TileAddress $address, Tile $tile ): ?TileImage {
		$file = $this->file( $address, $tile );
		try {
			return is_file( $file ) ? TileImage::from_bytes( (string) file_get_contents( $file ) ) : null;
		} catch ( InvalidArgumentException ) {
			// A half-written or damaged file is none: the next visitor fetches it again.
			return null;
		}
	}

	/**
	 * Whether a kept picture needs no look at the server.
	 *
	 * @param TileAddress $address Server.
	 * @param Tile        $tile    Tile.
	 */
	public function is_fresh( TileAddress $address, Tile $tile ): bool {
		return $this->age( $this->file( $address, $tile ) ) < self::FRESH;
	}

	/**
	 * Keeps a picture. A full disk only costs speed, so nobody is told.
	 *
	 * @param TileAddress $address Server.
	 * @param Tile        $tile    Tile.
	 * @param TileImage   $image   Picture.
	 */
	public function put( TileAddress $address, Tile $tile, TileImage $image ): void {
		$file = $this->file( $address, $tile );
		$new  = $file . '.' . bin2hex( random_bytes( 4 ) );
		// Written beside and renamed: nobody reads half a picture.
		if ( wp_mkdir_p( dirname( $file ) ) && is_writable( dirname( $file ) ) && file_put_contents( $new, $image->bytes ) === strlen( $image->bytes ) ) {
			touch( $new, $this->clock->now()->getTimestamp() );
			rename( $new, $file );
		} elseif ( is_file( $new ) ) {
			unlink( $new );
		}
	}

	/**
	 * Whether a server failed a moment ago.
	 *
	 * @param TileAddress $address Server.
	 */
	public function rests( TileAddress $address ): bool {
		return $this->age( $this->failure( $address ) ) < self::REST;
	}

	/**
	 * Remembers that a server failed.
	 *
	 * @param TileAddress $address Server.
	 */
	public function failed( TileAddress $address ): void {
		$file = $this->failure( $address );
		if ( wp_mkdir_p( dirname( $file ) ) && is_writable( dirname( $file ) ) ) {
			touch( $file, $this->clock->now()->getTimestamp() );
		}
	}

	/** Deletes what is no longer fresh, and the oldest pictures when there are too many. */
	public function tidy(): void {
		$files = [];
		if ( is_dir( $this->directory ) ) {
			foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $this->directory, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
				if ( $file instanceof SplFileInfo && $file->isFile() ) {
					$files[ $file->getPathname() ] = [ (int) $file->getMTime(), (int) $file->getSize() ];
				}
			}
		}
		uasort( $files, static fn ( array $one, array $other ): int => $other[0] <=> $one[0] );
		$bytes = 0;
		foreach ( $files as $path => [ , $size ] ) {
			$bytes += $size;
			if ( ( $bytes > self::MAX_BYTES || $this->age( $path ) >= self::FRESH ) && is_file( $path ) ) {
				unlink( $path );
			}
		}
	}

	/** Deletes the folder and everything in it. */
	public function remove(): void {
		if ( ! is_dir( $this->directory ) || ! is_writable( $this->directory ) ) {
			return;
		}
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $this->directory, FilesystemIterator::SKIP_DOTS ), RecursiveIteratorIterator::CHILD_FIRST ) as $file ) {
			if ( $file instanceof SplFileInfo ) {
				$file->isDir() && ! $file->isLink() ? rmdir( $file->getPathname() ) : unlink( $file->getPathname() );
			}
		}
		rmdir( $this->directory );
	}

	private function age( string $file ): int {
		clearstatcache( true, $file );
		return is_file( $file ) ? $this->clock->now()->getTimestamp() - (int) filemtime( $file ) : PHP_INT_MAX;
	}

	private function file( TileAddress $address, Tile $tile ): string {
		return "$this->directory/{$address->hash()}/$tile->z/$tile->x/$tile->y";
	}

	private function failure( TileAddress $address ): string {
		return "$this->directory/{$address->hash()}/failed";
	}
}
