<?php
/**
 * Numbers of posts.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

/**
 * Reads lists of post numbers out of block attributes.
 */
final class Ids {

	/**
	 * The positive whole numbers of a list, in its order.
	 *
	 * @param mixed $value What stands in the attribute.
	 * @return list<int>
	 */
	public static function of( mixed $value ): array {
		$ids = [];
		foreach ( is_array( $value ) ? $value : [] as $id ) {
			if ( is_numeric( $id ) && (int) $id > 0 ) {
				$ids[] = (int) $id;
			}
		}
		return $ids;
	}
}
