<?php
/**
 * Addresses of new places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Places\Domain\Place;
use wpdb;

/** Finds free slugs for many posts with few statements, by the rules of wp_unique_post_slug(). */
final class Slugs {

	/** Slug of a title that has no letter or digit. */
	private const NAMELESS = 'ort';

	/** Length of the column. */
	private const LONGEST = 200;

	/** Numbers that are tried at once for a name that is taken. */
	private const AT_ONCE = 8;

	/** @var array<string, int> Name → number to try next. */
	private array $next = [];

	/**
	 * @param wpdb $db Database.
	 */
	public function __construct( private readonly wpdb $db ) {}

	/**
	 * Slugs for new published places, all different and free.
	 *
	 * @param list<string> $titles Titles as they will be stored.
	 * @return list<string> In the same order.
	 */
	public function for_titles( array $titles ): array {
		$wanted = array_map( self::base( ... ), $titles );
		$taken  = $this->taken( array_values( array_unique( $wanted ) ) );
		$slugs  = [];
		foreach ( $wanted as $index => $slug ) {
			if ( ! isset( $this->next[ $slug ] ) && ! isset( $taken[ $slug ] ) && ! self::reserved( $slug ) ) {
				$slugs[ $index ] = $slug;
				$taken[ $slug ]  = true;
				continue;
			}
			$slugs[ $index ]           = $this->numbered( $slug, $taken );
			$taken[ $slugs[ $index ] ] = true;
		}
		return array_values( $slugs );
	}

	private static function base( string $title ): string {
		$slug = sanitize_title( $title );
		return '' === $slug ? self::NAMELESS : $slug;
	}

	/**
	 * @param array<string, true> $taken Slugs that can't be used.
	 */
	private function numbered( string $slug, array &$taken ): string {
		$number = $this->next[ $slug ] ?? 2;
		while ( true ) {
			$candidates = [];
			for ( $i = $number; $i < $number + self::AT_ONCE; ++$i ) {
				$candidates[ $i ] = _truncate_post_slug( $slug, self::LONGEST - ( strlen( (string) $i ) + 1 ) ) . "-$i";
			}
			$taken += $this->taken( array_values( $candidates ) );
			foreach ( $candidates as $i => $candidate ) {
				if ( ! isset( $taken[ $candidate ] ) ) {
					$this->next[ $slug ] = $i + 1;
					return $candidate;
				}
			}
			$number += self::AT_ONCE;
		}
	}

	/**
	 * @param list<string> $slugs Slugs to look for.
	 * @return array<string, true>
	 */
	private function taken( array $slugs ): array {
		if ( [] === $slugs ) {
			return [];
		}
		$sql = (string) $this->db->prepare( 'SELECT post_name FROM %i WHERE post_type = %s AND post_name IN ', $this->db->posts, Place::TYPE ) . Bulk::values( $slugs );
		return array_fill_keys( array_map( strval( ... ), array_column( Bulk::rows( $this->db, $sql ), 'post_name' ) ), true );
	}

	private static function reserved( string $slug ): bool {
		global $wp_rewrite;
		/** This filter is documented in wp-includes/post.php */
		return in_array( $slug, [ ...$wp_rewrite->feeds, 'embed' ], true ) || (bool) apply_filters( 'wp_unique_post_slug_is_bad_flat_slug', false, $slug, Place::TYPE ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress's own.
	}
}
