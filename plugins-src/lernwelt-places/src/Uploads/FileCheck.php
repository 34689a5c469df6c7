<?php
/**
 * A look into an uploaded file.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Uploads;

use Lernwelt\Places\Domain\Import\Format;

/** Tells text from everything else by name and first bytes, without unpacking or running anything. */
final class FileCheck {
	private const EXTENSIONS = [ 'csv', 'txt', 'tsv', 'json', 'geojson' ];

	/** Bytes that are looked at. */
	private const HEAD = 65536;

	/**
	 * A file's name for people: without folders, control and direction characters, at most 100 characters.
	 *
	 * @param string $name Name as the browser sends it.
	 */
	public static function name( string $name ): string {
		$name = (string) mb_convert_encoding( $name, 'UTF-8', 'UTF-8' );
		$name = basename( str_replace( '\\', '/', $name ) );
		$name = trim( (string) preg_replace( '/[\p{C}<>:"|?*]+/u', '', $name ) );
		return mb_strlen( $name ) > 100 ? mb_substr( $name, 0, 60 ) . '…' . mb_substr( $name, -39 ) : $name;
	}

	/**
	 * Checks a name.
	 *
	 * @param string $name Name as the browser sends it.
	 * @throws InputRefused When the file can't hold records.
	 */
	public static function extension( string $name ): void {
		if ( ! in_array( strtolower( pathinfo( self::name( $name ), PATHINFO_EXTENSION ) ), self::EXTENSIONS, true ) ) {
			throw new InputRefused( InputRefused::EXTENSION );
		}
	}

	/**
	 * What a file holds.
	 *
	 * @param string $path Path.
	 * @throws InputRefused When it is no text of a format that can be imported.
	 */
	public static function format( string $path ): Format {
		$head = is_file( $path ) ? file_get_contents( $path, false, null, 0, self::HEAD ) : false;
		if ( false === $head ) {
			throw new InputRefused( InputRefused::STORAGE );
		}
		$text = ltrim( str_starts_with( $head, "\xEF\xBB\xBF" ) ? substr( $head, 3 ) : $head );
		$why  = match ( true ) {
			'' === $text                                                                    => InputRefused::EMPTY_FILE,
			str_starts_with( $head, "\xFF\xFE" ), str_starts_with( $head, "\xFE\xFF" )      => InputRefused::ENCODING,
			1 === preg_match( '/^(?:PK\x03\x04|\x1F\x8B|\xD0\xCF\x11\xE0|%PDF|BZh|7z\xBC|\x89PNG)|\x00/', $head ) => InputRefused::BINARY,
			1 === preg_match( '/^<(?:!doctype|html|head|body|\?xml)/i', $text )             => InputRefused::HTML,
			default                                                                         => '',
		};
		if ( '' !== $why ) {
			throw new InputRefused( $why );
		}
		if ( ! in_array( $text[0], [ '{', '[' ], true ) ) {
			return Format::Csv;
		}
		return 1 === preg_match( '/"type"\s*:\s*"Feature(?:Collection)?"/', $text ) ? Format::GeoJson : Format::Json;
	}
}
