<?php
/**
 * Reading and writing files.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

/** PHP's file functions with a sentence instead of `false`. */
final class Files {

	/**
	 * @param string $file Path.
	 * @throws Trouble When it can't be read.
	 */
	public static function read( string $file ): string {
		$text = is_readable( $file ) ? file_get_contents( $file ) : false;
		if ( false === $text ) {
			throw new Trouble( "$file can't be read." );
		}
		return $text;
	}

	/**
	 * @param string $file Path.
	 * @param string $text Content, written whole or not at all.
	 * @throws Trouble When it can't be written.
	 */
	public static function write( string $file, string $text ): void {
		$new = "$file.new";
		if ( strlen( $text ) !== file_put_contents( $new, $text ) || ! rename( $new, $file ) ) {
			throw new Trouble( "$file can't be written: is the disk full?" );
		}
	}

	/**
	 * @param string $file Path.
	 * @param string $mode As of fopen().
	 * @return resource
	 * @throws Trouble When it can't be opened.
	 */
	public static function open( string $file, string $mode ) {
		$handle = fopen( $file, $mode );
		if ( false === $handle ) {
			throw new Trouble( "$file can't be opened." );
		}
		return $handle;
	}

	/**
	 * Writes all of it, or says that it didn't work.
	 *
	 * @param resource $handle File.
	 * @param string   $text   Text.
	 * @throws Trouble When the disk is full.
	 */
	public static function put( $handle, string $text ): void {
		if ( strlen( $text ) !== fwrite( $handle, $text ) ) {
			throw new Trouble( 'A dump could not be written: is the disk full?' );
		}
	}

	/**
	 * @param string $file JSON.
	 * @return array<array-key, mixed>
	 * @throws Trouble When it is no JSON object or list.
	 */
	public static function json( string $file ): array {
		$data = json_decode( self::read( $file ), true );
		if ( ! is_array( $data ) ) {
			throw new Trouble( "$file is no JSON." );
		}
		return $data;
	}

	/**
	 * @param mixed $data What json_encode() takes.
	 */
	public static function to_json( mixed $data ): string {
		return json_encode( $data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	}
}
