<?php
/**
 * Checksums of uploaded files.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

use FilesystemIterator;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use SplFileInfo;

/** A list of all files: checksum, size, time of change, path (URL-encoded, for a name may hold anything), one line each. */
final class Uploads {

	/**
	 * Writes the list. Files that didn't change since an earlier list aren't read again.
	 *
	 * @param string $folder Uploads; may be missing.
	 * @param string $list   Target.
	 * @param string $known  Earlier list; may be missing.
	 * @return int Number of files.
	 */
	public static function record( string $folder, string $list, string $known ): int {
		$earlier = [];
		foreach ( is_file( $known ) ? self::read( $known ) : [] as [ $sum, $size, $time, $path ] ) {
			$earlier["$size $time $path"] = $sum;
		}
		$lines = [];
		foreach ( self::files( $folder ) as $path => $file ) {
			$facts   = "{$file->getSize()} {$file->getMTime()} " . self::encoded( $path );
			$lines[] = ( $earlier[ $facts ] ?? hash_file( 'sha256', $file->getPathname() ) ) . " $facts\n";
		}
		sort( $lines );
		Files::write( $list, implode( '', $lines ) );
		return count( $lines );
	}

	/**
	 * Compares files with the list. A file that was written to while the backup ran has another time of change and isn't judged.
	 *
	 * @param string $folder Brought-back uploads.
	 * @param string $list   List.
	 * @param string $below  Only paths that begin like this.
	 * @return list<string> What is wrong, one sentence each.
	 */
	public static function check( string $folder, string $list, string $below = '' ): array {
		$wrong = [];
		foreach ( self::read( $list ) as [ $sum, $size, $time, $path ] ) {
			$name = rawurldecode( $path );
			$file = "$folder/$name";
			if ( '' !== $below && ! str_starts_with( $name, $below ) ) {
				continue;
			}
			if ( ! is_file( $file ) ) {
				$wrong[] = "$path is missing.";
			} elseif ( (int) $time === filemtime( $file ) && ( (int) $size !== filesize( $file ) || hash_file( 'sha256', $file ) !== $sum ) ) {
				$wrong[] = "$path has another content.";
			}
		}
		return $wrong;
	}

	/**
	 * @return iterable<string, SplFileInfo> Path below the folder → file.
	 */
	private static function files( string $folder ): iterable {
		if ( ! is_dir( $folder ) ) {
			return;
		}
		$start = (string) realpath( $folder );
		foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $start, FilesystemIterator::SKIP_DOTS ) ) as $file ) {
			if ( $file instanceof SplFileInfo && $file->isFile() && ! $file->isLink() ) {
				yield substr( $file->getPathname(), strlen( $start ) + 1 ) => $file;
			}
		}
	}

	/**
	 * @return iterable<array{string, string, string, string}>
	 */
	private static function read( string $list ): iterable {
		foreach ( explode( "\n", trim( Files::read( $list ) ) ) as $line ) {
			$parts = explode( ' ', $line );
			if ( 4 === count( $parts ) ) {
				yield $parts;
			}
		}
	}

	private static function encoded( string $path ): string {
		return str_replace( '%2F', '/', rawurlencode( $path ) );
	}
}
