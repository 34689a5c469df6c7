<?php
/**
 * The value of a Content-Security-Policy header.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain;

/** Directives with their sources; checked at birth, never changed. */
final class ContentSecurityPolicy {

	private const DIRECTIVES = [
		'base-uri',
		'child-src',
		'connect-src',
		'default-src',
		'font-src',
		'form-action',
		'frame-ancestors',
		'frame-src',
		'img-src',
		'manifest-src',
		'media-src',
		'object-src',
		'report-to',
		'report-uri',
		'require-trusted-types-for',
		'sandbox',
		'script-src',
		'script-src-attr',
		'script-src-elem',
		'style-src',
		'style-src-attr',
		'style-src-elem',
		'trusted-types',
		'upgrade-insecure-requests',
		'worker-src',
	];

	/** @param array<string, list<string>> $directives Checked directives. */
	private function __construct( private readonly array $directives ) {}

	/**
	 * @param mixed $directives Directive name → list of sources; an empty list is a directive without a value. Other
	 *                          plugins make it, so it may be anything.
	 * @throws InvalidPolicy For an unknown directive, or a source that would end the directive or the header.
	 */
	public static function from( mixed $directives ): self {
		if ( ! is_array( $directives ) ) {
			throw new InvalidPolicy( InvalidPolicy::UNKNOWN_DIRECTIVE, get_debug_type( $directives ) );
		}
		$checked = [];
		foreach ( $directives as $name => $sources ) {
			if ( ! in_array( $name, self::DIRECTIVES, true ) ) {
				throw new InvalidPolicy( InvalidPolicy::UNKNOWN_DIRECTIVE, (string) $name );
			}
			$checked[ $name ] = self::checked( $sources );
		}
		return new self( $checked );
	}

	/** The header's value: one line, directives in alphabetical order, so that equal policies give equal bytes. */
	public function header(): string {
		$directives = $this->directives;
		ksort( $directives );
		$parts = [];
		foreach ( $directives as $name => $sources ) {
			$parts[] = rtrim( $name . ' ' . implode( ' ', $sources ) );
		}
		return implode( '; ', $parts );
	}

	/** @return list<string> */
	private static function checked( mixed $sources ): array {
		$checked = [];
		foreach ( is_array( $sources ) ? $sources : [ $sources ] as $source ) {
			// Visible ASCII without separators: anything else could start a directive or a header of its own.
			if ( ! is_string( $source ) || 1 !== preg_match( '/^[\x21-\x2B\x2D-\x3A\x3C-\x7E]+$/D', $source ) ) {
				throw new InvalidPolicy( InvalidPolicy::MALFORMED_SOURCE, is_string( $source ) ? $source : get_debug_type( $source ) );
			}
			$checked[] = $source;
		}
		$sources = array_values( array_unique( $checked ) );
		return count( $sources ) > 1 ? array_values( array_diff( $sources, [ "'none'" ] ) ) : $sources;
	}
}
