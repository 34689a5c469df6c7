<?php
/**
 * Whether an unpacked release holds exactly the files of its manifest, and is the version it is said to be.
 *
 * Usage: verify.php FOLDER VERSION. Ends with 1 and names up to ten differences otherwise.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

( static function ( string $folder, string $version ): void {
	$read        = static fn ( string $name ): array => json_decode( (string) file_get_contents( "$folder/$name" ), true, 8, JSON_THROW_ON_ERROR );
	$manifest    = $read( 'manifest.json' );
	$differences = [];
	if ( $read( 'release.json' )['version'] !== $version ) {
		$differences[] = 'release.json names another version.';
	}
	$files = new RecursiveIteratorIterator( new RecursiveDirectoryIterator( "$folder/public", FilesystemIterator::SKIP_DOTS ) );
	foreach ( $files as $file ) {
		$path = substr( $file->getPathname(), strlen( "$folder/public/" ) );
		if ( $file->isLink() || ! isset( $manifest[ $path ] ) ) {
			$differences[] = "$path is not in the manifest.";
		} elseif ( hash_file( 'sha256', $file->getPathname() ) !== $manifest[ $path ] ) {
			$differences[] = "$path was changed.";
		}
		unset( $manifest[ $path ] );
	}
	foreach ( array_keys( $manifest ) as $path ) {
		$differences[] = "$path is missing.";
	}
	foreach ( array_slice( $differences, 0, 10 ) as $difference ) {
		fwrite( STDERR, "  - $difference\n" );
	}
	exit( [] === $differences ? 0 : 1 );
} )( rtrim( $argv[1], '/' ), $argv[2] );
