<?php
/**
 * Addresses of new places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Persistence;

use Lernwelt\Core\Persistence\Bulk;
use Lernwelt\Places\Domain\Place;
use wpdb;

/** Finds free slugs for many posts with few statements, by the rules of wp_unique_post_slug(). */
final class Slugs {

	/** Slug of a title that has no letter or digit. */
	private const NAMELESS = 'ort';

	/** Length of the column. */
	private const LONGEST = 200;

	/** Numbers that are looked up first for a name that is taken; twice as many with every further round. */
	private const AT_ONCE = 4;

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
		$open   = [];
		foreach ( $wanted as $index => $slug ) {
			if ( isset( $this->next[ $slug ] ) || isset( $taken[ $slug ] ) || self::reserved( $slug ) ) {
				$open[ $slug ][] = $index;
				continue;
			}
			$slugs[ $index ] = $slug;
			$taken[ $slug ]  = true;
		}
		$slugs += $this->numbered( $open, $taken );
		ksort( $slugs );
		return array_values( $slugs );
	}

	private static function base( string $title ): string {
		$slug = sanitize_title( $title );
		return '' === $slug ? self::NAMELESS : $slug;
	}

	/**
	 * Adds numbers to names that are taken.
	 *
	 * @param array<array-key, non-empty-list<int>> $open  Name → indexes that need one.
	 * @param array<array-key, true>                $taken Slugs that can't be used.
	 * @return array<int, string> Index → slug.
	 */
	private function numbered( array $open, array $taken ): array {
		$slugs = [];
		for ( $width = self::AT_ONCE; [] !== $open; $width *= 2 ) {
			$candidates = [];
			foreach ( $open as $slug => $indexes ) {
				$first = $this->next[ $slug ] ?? 2;
				foreach ( range( $first, $first + $width + count( $indexes ) ) as $number ) {
					$candidates[ $slug ][ $number ] = _truncate_post_slug( (string) $slug, self::LONGEST - ( strlen( (string) $number ) + 1 ) ) . "-$number";
				}
			}
			$taken += $this->taken( array_merge( ...array_values( array_map( array_values( ... ), $candidates ) ) ) );
			foreach ( $candidates as $slug => $numbers ) {
				foreach ( $numbers as $number => $candidate ) {
					if ( [] !== $open[ $slug ] && ! isset( $taken[ $candidate ] ) ) {
						$slugs[ array_shift( $open[ $slug ] ) ] = $candidate;
						$taken[ $candidate ]                    = true;
					}
					$this->next[ $slug ] = $number + 1;
					if ( [] === $open[ $slug ] ) {
						unset( $open[ $slug ] );
						break;
					}
				}
			}
		}
		return $slugs;
	}

	/**
	 * @param list<string> $slugs Slugs to look for.
	 * @return array<string, true>
	 */
	private function taken( array $slugs ): array {
		$taken = [];
		foreach ( array_chunk( $slugs, 1000 ) as $portion ) {
			$sql    = (string) $this->db->prepare( 'SELECT post_name FROM %i WHERE post_type = %s AND post_name IN ', $this->db->posts, Place::TYPE ) . Bulk::values( $portion );
			$taken += array_fill_keys( array_map( strval( ... ), array_column( Bulk::rows( $this->db, $sql ), 'post_name' ) ), true );
		}
		return $taken;
	}

	private static function reserved( string $slug ): bool {
		global $wp_rewrite;
		/** This filter is documented in wp-includes/post.php */
		return in_array( $slug, [ ...$wp_rewrite->feeds, 'embed' ], true ) || (bool) apply_filters( 'wp_unique_post_slug_is_bad_flat_slug', false, $slug, Place::TYPE ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WordPress's own.
	}
}
