<?php
/**
 * How a policy names one inline script.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain;

/** The CSP source of an inline script's exact text. */
final class ScriptHash {

	/** Types a browser runs or obeys; everything else in a script element is inert data and needs no hash. */
	private const EXECUTABLE = [ '', 'module', 'importmap', 'speculationrules', 'text/javascript', 'application/javascript', 'text/ecmascript', 'application/ecmascript' ];

	/**
	 * @param string $text What stands between the tags, as UTF-8.
	 */
	public static function of( string $text ): string {
		// A browser hashes the text after parsing: with bare line feeds.
		$parsed = str_replace( [ "\r\n", "\r" ], "\n", $text );
		return "'sha256-" . base64_encode( hash( 'sha256', $parsed, true ) ) . "'";
	}

	/** @param string $type The element's type attribute; empty when there is none. */
	public static function needed_for( string $type ): bool {
		return in_array( strtolower( trim( $type ) ), self::EXECUTABLE, true );
	}
}
