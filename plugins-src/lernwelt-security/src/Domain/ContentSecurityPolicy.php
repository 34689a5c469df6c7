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

	private const DIRECTIVES = array(
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
	);

	/** @param array<string, list<string>> $directives Checked directives. */
	private function __construct( private readonly array $directives ) {}

	/**
	 * @param array<string, list<string>> $directives Directive name → sources; an empty list is a directive without a value.
	 * @throws InvalidPolicy For an unknown directive, or a source that would end the directive or the header.
	 */
	public static function from( array $directives ): self {
		$checked = array();
		foreach ( $directives as $name => $sources ) {
			if ( ! in_array( $name, self::DIRECTIVES, true ) ) {
				throw new InvalidPolicy( InvalidPolicy::UNKNOWN_DIRECTIVE, $name );
			}
			$checked[ $name ] = self::checked( $sources );
		}
		return new self( $checked );
	}

	/** The header's value: one line, directives in alphabetical order, so that equal policies give equal bytes. */
	public function header(): string {
		$directives = $this->directives;
		ksort( $directives );
		$parts = array();
		foreach ( $directives as $name => $sources ) {
			$parts[] = rtrim( $name . ' ' . implode( ' ', $sources ) );
		}
		return implode( '; ', $parts );
	}

	/**
	 * @param list<string> $sources
	 * @return list<string>
	 */
	private static function checked( array $sources ): array {
		foreach ( $sources as $source ) {
			// Visible ASCII without separators: anything else could start a directive or a header of its own.
			if ( 1 !== preg_match( '/^[\x21-\x2B\x2D-\x3A\x3C-\x7E]+$/D', $source ) ) {
				throw new InvalidPolicy( InvalidPolicy::MALFORMED_SOURCE, $source );
			}
		}
		$sources = array_values( array_unique( $sources ) );
		return count( $sources ) > 1 ? array_values( array_diff( $sources, array( "'none'" ) ) ) : $sources;
	}
}
