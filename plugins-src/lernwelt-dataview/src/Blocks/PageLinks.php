<?php
/**
 * Links to the pages of a result.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

use Closure;

/** First, last and those around the current one, with gaps between them. */
final class PageLinks {

	/**
	 * The links; none when everything stands on one page.
	 *
	 * @param int                  $page  Page that is shown.
	 * @param int                  $pages Number of pages.
	 * @param Closure(int): string $url   Address of a page.
	 * @param string               $id    Id of the navigation.
	 * @return list<Link>
	 */
	public static function of( int $page, int $pages, Closure $url, string $id ): array {
		if ( $pages < 2 ) {
			return [];
		}
		$links = 1 < $page ? [ new Link( $id . '-back', __( 'Back', 'lernwelt-dataview' ), $url( $page - 1 ), __( 'Back, to the previous page', 'lernwelt-dataview' ) ) ] : [];
		$last  = 0;
		foreach ( self::numbers( $page, $pages ) as $number ) {
			if ( $last + 1 < $number ) {
				$links[] = new Link( "$id-gap-$number", '', '' );
			}
			/* translators: %s: number of a page. */
			$links[] = new Link( "$id-$number", number_format_i18n( $number ), $url( $number ), sprintf( __( 'Page %s', 'lernwelt-dataview' ), number_format_i18n( $number ) ), $number === $page );
			$last    = $number;
		}
		if ( $page < $pages ) {
			$links[] = new Link( $id . '-next', __( 'Next', 'lernwelt-dataview' ), $url( $page + 1 ), __( 'Next page', 'lernwelt-dataview' ) );
		}
		return $links;
	}

	/**
	 * @param int $page  Page that is shown.
	 * @param int $pages Number of pages.
	 * @return list<int>
	 */
	private static function numbers( int $page, int $pages ): array {
		$near = array_filter( [ 1, $page - 1, $page, $page + 1, $pages ], static fn ( int $number ): bool => 1 <= $number && $number <= $pages );
		// A gap of one page takes as much room as the page.
		$near = [ ...$near, ...( 4 === $page || 3 === $page ? [ 2 ] : [] ), ...( $pages - 3 === $page || $pages - 2 === $page ? [ $pages - 1 ] : [] ) ];
		sort( $near );
		return array_values( array_unique( $near ) );
	}
}
