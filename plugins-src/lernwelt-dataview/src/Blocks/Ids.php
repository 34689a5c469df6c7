<?php
/**
 * Ids of elements.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Blocks;

/** The same thing has the same id on every page, so that scripts keep focus and selection when results change. */
final class Ids {

	/**
	 * Id of the view itself.
	 *
	 * @param string $key Key of the view.
	 */
	public static function root( string $key ): string {
		return '' === $key ? 'lw-dv' : 'lw-dv-' . $key;
	}

	/**
	 * Id of something inside.
	 *
	 * @param string $id    Id of what it stands in.
	 * @param string $value Names it there; what can't stand in an id is replaced.
	 */
	public static function below( string $id, string $value ): string {
		return $id . '-' . ( 1 === preg_match( '/^[a-z0-9_-]{1,60}$/', $value ) ? $value : substr( md5( $value ), 0, 10 ) );
	}
}
