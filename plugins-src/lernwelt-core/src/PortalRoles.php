<?php
/**
 * Roles of a person on all portals.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/** Reads WordPress's metadata about accounts: one field a site, which the end of its name alone doesn't tell. */
final class PortalRoles {

	/**
	 * Roles as they are stored. What they allow is another question: ask `user_can()` on the site.
	 *
	 * @param int $user_id Account.
	 * @return array<int, list<string>> Site → slugs of roles, and rights given to the account alone; sites without any are left out.
	 */
	public static function of( int $user_id ): array {
		$sites = [];
		foreach ( (array) get_user_meta( $user_id ) as $field => $values ) {
			$site = self::site( (string) $field );
			$held = null === $site || ! is_array( $values ) ? [] : maybe_unserialize( (string) ( $values[0] ?? '' ) );
			$held = is_array( $held ) ? array_map( strval( ... ), array_keys( array_filter( $held, static fn ( mixed $has ): bool => (bool) $has ) ) ) : [];
			if ( null !== $site && [] !== $held ) {
				$sites[ $site ] = $held;
			}
		}
		ksort( $sites );
		return $sites;
	}

	/** The site whose roles a field holds, null for any other field. */
	private static function site( string $field ): ?int {
		global $wpdb;
		$is_one = 1 === preg_match( '/^' . preg_quote( $wpdb->base_prefix, '/' ) . '(?:([1-9]\d*)_)?capabilities$/D', $field, $found );
		$site   = (int) ( $found[1] ?? 1 );
		return $is_one && $wpdb->get_blog_prefix( $site ) . 'capabilities' === $field ? $site : null;
	}
}
