<?php
/**
 * Whose tables.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

namespace Lernwelt\Backup;

/** Tells the tables of one portal from those of the network. */
final class Scope {

	private const PREFIX = 'wp_';

	/** Tables that WordPress makes for every site. */
	private const OF_A_SITE = [ 'commentmeta', 'comments', 'links', 'options', 'postmeta', 'posts', 'term_relationships', 'term_taxonomy', 'termmeta', 'terms' ];

	/**
	 * The main portal's tables have no number, like the network's: one of ours belongs to it when another portal has the same,
	 * and else to the network.
	 *
	 * @param list<string> $tables  All tables.
	 * @param int          $blog_id WordPress's number of the portal.
	 * @return list<string>
	 * @throws Trouble When there are none.
	 */
	public static function of_portal( array $tables, int $blog_id ): array {
		$own = array_values( array_filter( $tables, static fn ( string $table ): bool => 1 === $blog_id ? self::is_of_main( $table, $tables ) : str_starts_with( $table, self::PREFIX . "{$blog_id}_" ) ) );
		if ( [] === $own ) {
			throw new Trouble( "The backup has no tables of the portal with the number $blog_id." );
		}
		return $own;
	}

	/**
	 * @param list<string> $tables All.
	 */
	private static function is_of_main( string $table, array $tables ): bool {
		if ( ! str_starts_with( $table, self::PREFIX ) || 1 === preg_match( '/^' . self::PREFIX . '\d+_/', $table ) ) {
			return false;
		}
		$name  = substr( $table, strlen( self::PREFIX ) );
		$twins = array_filter( $tables, static fn ( string $other ): bool => 1 === preg_match( '/^' . self::PREFIX . '\d+_' . preg_quote( $name, '/' ) . '$/D', $other ) );
		return in_array( $name, self::OF_A_SITE, true ) || [] !== $twins;
	}
}
