<?php
/**
 * Files of the docroot.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Application;

use FilesystemIterator;
use Lernwelt\Operations\Domain\Files\Manifest;
use RecursiveDirectoryIterator;
use RecursiveIteratorIterator;
use RuntimeException;
use SplFileInfo;

/** Lists what lies below a docroot with its SHA-256. */
final readonly class Files {

	/** Stands for the content of a link: no release brings one. */
	private const LINK = 'link';

	/**
	 * @param string $docroot Folder without a closing slash.
	 */
	public function __construct( private string $docroot ) {}

	/**
	 * All files, also hidden ones. Uploads are a link to a folder beside the releases; what lies in it is listed, too,
	 * but its content isn't read.
	 *
	 * @return iterable<string, string> Path below the docroot → SHA-256; '' for uploads.
	 * @throws RuntimeException When a file can't be read.
	 */
	public function all(): iterable {
		foreach ( self::below( $this->docroot ) as $path => $file ) {
			if ( Manifest::UPLOADS === $path || str_starts_with( $path, Manifest::UPLOADS . '/' ) ) {
				continue;
			}
			$hash = $file->isLink() ? self::LINK : hash_file( 'sha256', $file->getPathname() );
			yield $path => false === $hash ? throw new RuntimeException( "$path can't be read." ) : $hash;
		}
		$uploads = realpath( "{$this->docroot}/" . Manifest::UPLOADS );
		foreach ( false === $uploads ? [] : self::below( $uploads ) as $path => $file ) {
			yield Manifest::UPLOADS . "/$path" => $file->isLink() ? self::LINK : '';
		}
	}

	/** @return iterable<string, SplFileInfo> Files and links below a folder; links are not followed. */
	private static function below( string $folder ): iterable {
		$files = new RecursiveIteratorIterator( new RecursiveDirectoryIterator( $folder, FilesystemIterator::SKIP_DOTS | FilesystemIterator::KEY_AS_PATHNAME | FilesystemIterator::CURRENT_AS_FILEINFO ) );
		foreach ( $files as $name => $file ) {
			if ( $file instanceof SplFileInfo ) {
				yield substr( (string) $name, strlen( $folder ) + 1 ) => $file;
			}
		}
	}
}
