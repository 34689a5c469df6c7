<?php
/**
 * A page of the portal, as a path.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal\Domain\Form;

use Lernwelt\Core\SameOrigin;

final class PagePath {
	/**
	 * The path that a barrier form is prefilled with. Query and fragment stay behind: they may hold what somebody searched.
	 *
	 * @param string $hint    A path, or an address such as the Referer.
	 * @param string $own_url Address of the portal.
	 * @return string Begins with a slash; '' when the hint is none of the portal's pages.
	 */
	public static function of( string $hint, string $own_url ): string {
		if ( str_starts_with( $hint, '/' ) && ! str_starts_with( $hint, '//' ) ) {
			$hint = rtrim( $own_url, '/' ) . $hint;
		}
		if ( ! ( new SameOrigin( $own_url ) )->allows( '', $hint, '' ) ) {
			return '';
		}
		$path = rawurldecode( (string) parse_url( $hint, PHP_URL_PATH ) );
		$ok   = mb_check_encoding( $path, 'UTF-8' ) && 1 === preg_match( '/^\/[^\p{C}<>"\\\\]{0,499}$/uD', $path );
		return $ok ? $path : '';
	}
}
