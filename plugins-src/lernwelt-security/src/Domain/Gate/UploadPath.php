<?php
/**
 * Address of an uploaded file.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** A file below the uploads and the portal it belongs to. Only the plain way to write it is understood. */
final readonly class UploadPath {

	/** Folder below the document root that all uploads lie in. */
	private const ROOT = '/wp-content/uploads/';

	/** Endings of programs, wherever they stand in a name: some servers run `x.php.jpg`. */
	private const PROGRAM = '#\.(ph[a-z0-9]*|inc|cgi|pl|py|sh|asp|aspx|jsp|htaccess|htpasswd|ini)(\.|$)#i';

	/**
	 * @param int    $portal   Number of the site it belongs to.
	 * @param string $relative Path below that site's uploads, e.g. `2026/10/koffer.webp`.
	 */
	private function __construct( public int $portal, public string $relative ) {}

	/**
	 * Reads an address; null when it is written in any but the plain way, names no file, or a program.
	 *
	 * @param string $path      Path as it was sent, without a query.
	 * @param int    $main_site Number of the site whose uploads lie in the root folder.
	 */
	public static function of( string $path, int $main_site ): ?self {
		$decoded = rawurldecode( $path );
		if ( ! str_starts_with( $decoded, self::ROOT ) || ! mb_check_encoding( $decoded, 'UTF-8' ) ) {
			return null;
		}
		$below    = substr( $decoded, strlen( self::ROOT ) );
		$portal   = $main_site;
		$segments = explode( '/', $below );
		if ( 'sites' === strtolower( $segments[0] ) ) {
			if ( 'sites' !== $segments[0] || 1 !== preg_match( '/^[1-9]\d{0,8}$/D', $segments[1] ?? '' ) ) {
				return null;
			}
			$portal   = (int) $segments[1];
			$segments = array_slice( $segments, 2 );
			if ( $portal === $main_site ) {
				return null;
			}
		}
		return self::are_plain( $segments ) ? new self( $portal, implode( '/', $segments ) ) : null;
	}

	/** Ending of the name in lower case, `` for none. */
	public function extension(): string {
		return strtolower( pathinfo( $this->relative, PATHINFO_EXTENSION ) );
	}

	/** @param list<string> $segments Parts between slashes. */
	private static function are_plain( array $segments ): bool {
		foreach ( $segments as $segment ) {
			// No empty or hidden part, no way up, nothing that a file system trims or a server reads as its own sign.
			if ( 1 !== preg_match( '#^[^\x00-\x1F\x7F/\\\\:;*?"<>|%.][^\x00-\x1F\x7F/\\\\:;*?"<>|%]*$#Du', $segment ) || 1 === preg_match( '/[. ]$/D', $segment ) ) {
				return false;
			}
		}
		return [] !== $segments && 1 !== preg_match( self::PROGRAM, implode( '/', $segments ) );
	}
}
