<?php
/**
 * The bytes of an SVG, before anybody parses them.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Svg;

use DOMDocument;

/**
 * A parser must never see what could make it expand, fetch or guess: so the checks that keep a document type, an
 * entity or another encoding away from it look at the raw bytes.
 */
final readonly class Source {
	/** Bytes. A logo has a few kB; more is a photograph in disguise. */
	public const MAX_BYTES = 262_144;

	/**
	 * @param string $bytes The file as it came.
	 * @throws Refused When the bytes are no plain UTF-8 XML without document type, instruction and CDATA.
	 */
	public function __construct( private string $bytes ) {
		if ( '' === trim( $bytes ) ) {
			throw new Refused( Refusal::Empty );
		}
		if ( strlen( $bytes ) > self::MAX_BYTES ) {
			throw new Refused( Refusal::TooLarge );
		}
		if ( str_starts_with( $bytes, "\x1f\x8b" ) ) {
			throw new Refused( Refusal::Compressed );
		}
		$this->refuse_other_encodings();
		$this->refuse_declarations();
	}

	/**
	 * Parses without network, without entities and without repairing anything.
	 *
	 * @throws Refused When it is not well-formed.
	 */
	public function document(): DOMDocument {
		$document = new DOMDocument();
		$before   = libxml_use_internal_errors( true );
		try {
			$parsed = $document->loadXML( $this->bytes, LIBXML_NONET );
			$errors = libxml_get_errors();
		} finally {
			libxml_clear_errors();
			libxml_use_internal_errors( $before );
		}
		if ( ! $parsed || [] !== $errors || null !== $document->doctype ) {
			throw new Refused( Refusal::NotWellFormed );
		}
		return $document;
	}

	private function refuse_other_encodings(): void {
		$declares_another = 1 === preg_match( '/^<\?xml\b[^>]*\bencoding\s*=\s*["\'](?!utf-8["\'])/i', $this->bytes );
		if ( $declares_another || str_starts_with( $this->bytes, "\xEF\xBB\xBF" ) || str_contains( $this->bytes, "\0" ) || ! mb_check_encoding( $this->bytes, 'UTF-8' ) ) {
			throw new Refused( Refusal::Encoding );
		}
	}

	private function refuse_declarations(): void {
		if ( false !== stripos( $this->bytes, '<!DOCTYPE' ) || false !== stripos( $this->bytes, '<!ENTITY' ) ) {
			throw new Refused( Refusal::Doctype );
		}
		// Only the XML declaration at the very start may begin like an instruction; <?php in a comment counts as one too.
		$after_declaration = preg_replace( '/^<\?xml\s[^<>?]*\?>/', '', $this->bytes );
		if ( ! is_string( $after_declaration ) || str_contains( $after_declaration, '<?' ) || str_contains( $after_declaration, '<%' ) ) {
			throw new Refused( Refusal::Instruction );
		}
		if ( str_contains( $after_declaration, '<![' ) ) {
			throw new Refused( Refusal::Instruction, 'CDATA' );
		}
		if ( 1 !== preg_match( '/^\s*<(?:svg[\s>\/]|!--)/', $after_declaration ) ) {
			throw new Refused( Refusal::NotSvg );
		}
	}
}
