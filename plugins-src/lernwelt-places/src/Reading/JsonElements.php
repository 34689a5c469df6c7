<?php
/**
 * Elements of a list within JSON.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\InputProblem;
use Lernwelt\Places\Domain\Import\UnreadableInput;

/** Finds the list that a path leads to, and takes it apart without loading it. */
final class JsonElements {

	/**
	 * The elements of a list, or the members of an object, as text.
	 *
	 * @param resource $handle Open file.
	 * @param string   $path   Names with dots between them, numbers for lists; '' for the document itself.
	 * @return iterable<array{string, ?string, string}> Name of the member ('' in a list); text, null when it is larger than 1 MB; then its beginning.
	 * @throws UnreadableInput When the path leads to nothing that holds records.
	 * @throws BrokenJson      When the text ends or isn't JSON from some point on; everything before was handed out.
	 */
	public static function in( $handle, string $path ): iterable {
		$cursor = new JsonCursor( $handle );
		if ( ! in_array( $cursor->peek(), [ '{', '[' ], true ) ) {
			throw new UnreadableInput( InputProblem::NotJson );
		}
		if ( ! self::go( $cursor, $path ) || ! in_array( $cursor->peek(), [ '{', '[' ], true ) ) {
			throw new UnreadableInput( InputProblem::PathNotFound, $path );
		}
		$named = $cursor->take( '{' );
		if ( ! $named ) {
			$cursor->expect( '[' );
		}
		$end = $named ? '}' : ']';
		while ( ! $cursor->take( $end ) ) {
			$name = $named ? $cursor->name() : '';
			yield [ $name, ...$cursor->value() ];
			if ( ! $cursor->take( ',' ) ) {
				$cursor->expect( $end );
				return;
			}
		}
	}

	/**
	 * One text or number somewhere in the document.
	 *
	 * @param resource $handle Open file.
	 * @param string   $path   As above.
	 * @return string '' when there is none.
	 */
	public static function one( $handle, string $path ): string {
		$cursor = new JsonCursor( $handle );
		try {
			$text = self::go( $cursor, $path ) ? $cursor->value()[0] : null;
		} catch ( BrokenJson ) {
			return '';
		}
		$value = null === $text ? null : json_decode( $text, true, 2 );
		return is_string( $value ) || is_int( $value ) ? (string) $value : '';
	}

	/** Moves to the value of a path. */
	private static function go( JsonCursor $cursor, string $path ): bool {
		foreach ( '' === $path ? [] : explode( '.', $path ) as $step ) {
			if ( ! self::enter( $cursor, $step ) ) {
				return false;
			}
		}
		return true;
	}

	private static function enter( JsonCursor $cursor, string $step ): bool {
		$named = $cursor->take( '{' );
		if ( ! $named && ! $cursor->take( '[' ) ) {
			return false;
		}
		$index = -1;
		while ( ! in_array( $cursor->peek(), [ '}', ']' ], true ) ) {
			++$index;
			if ( ( $named ? $cursor->name() : (string) $index ) === $step ) {
				return true;
			}
			$cursor->skip();
			if ( ! $cursor->take( ',' ) ) {
				break;
			}
		}
		return false;
	}
}
