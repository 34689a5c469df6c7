<?php
/**
 * A file of text.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\UnreadableInput;

/** Looks at the beginning of a file and refuses what can't be text, so that nobody has to read thousands of findings. */
final readonly class TextFile {

	/** Bytes of a file at most. */
	public const MAX = 209_715_200;

	/** Bytes that encoding and delimiter are guessed from. */
	private const SAMPLE = 262_144;

	/** Beginnings of spreadsheets, archives, documents and pictures. */
	private const KNOWN = [ "PK\x03\x04", "\xD0\xCF\x11\xE0", "\x1F\x8B", '%PDF', "\x89PNG", 'GIF8', "\xFF\xD8\xFF", 'RIFF', 'SQLite format 3' ];

	/** The beginning of the file, without a byte order mark. */
	public string $sample;

	/** Whether the file begins with the byte order mark of UTF-8. */
	public bool $marked;

	/**
	 * @param string $path Path.
	 * @param int    $max  Bytes at most.
	 * @throws UnreadableInput When it is missing, empty, too large or no text.
	 */
	public function __construct( public string $path, int $max = self::MAX ) {
		if ( ! is_file( $path ) || ! is_readable( $path ) ) {
			throw new UnreadableInput( InputProblem::NotFound, basename( $path ) );
		}
		if ( (int) filesize( $path ) > $max ) {
			throw new UnreadableInput( InputProblem::TooLarge, basename( $path ) );
		}
		$start = (string) file_get_contents( $path, false, null, 0, self::SAMPLE );
		if ( str_starts_with( $start, "\xFF\xFE" ) || str_starts_with( $start, "\xFE\xFF" ) ) {
			throw new UnreadableInput( InputProblem::Encoding, 'UTF-16' );
		}
		foreach ( self::KNOWN as $known ) {
			if ( str_starts_with( $start, $known ) ) {
				throw new UnreadableInput( InputProblem::Binary );
			}
		}
		$this->marked = str_starts_with( $start, "\xEF\xBB\xBF" );
		$this->sample = $this->marked ? substr( $start, 3 ) : $start;
		if ( '' === trim( $this->sample ) ) {
			throw new UnreadableInput( InputProblem::Empty );
		}
		// A single bad row has a few control characters, a program or picture has them everywhere.
		$controls = (int) preg_match_all( '/[\x00-\x08\x0E-\x1F]/', $this->sample );
		if ( $controls * 20 > strlen( $this->sample ) ) {
			throw new UnreadableInput( InputProblem::Binary );
		}
		if ( 1 === preg_match( '/^\s*(?:<!doctype\s+html|<html|<head|<body)/i', $this->sample ) ) {
			throw new UnreadableInput( InputProblem::Html );
		}
	}

	/**
	 * Opens the file behind its byte order mark.
	 *
	 * @return resource
	 * @throws UnreadableInput When that fails.
	 */
	public function open() {
		$handle = fopen( $this->path, 'rb' );
		if ( false === $handle ) {
			throw new UnreadableInput( InputProblem::NotFound, basename( $this->path ) );
		}
		fseek( $handle, $this->marked ? 3 : 0 );
		return $handle;
	}

	/** SHA-256 (hex) of the whole file. */
	public function fingerprint(): string {
		return (string) hash_file( 'sha256', $this->path );
	}
}
