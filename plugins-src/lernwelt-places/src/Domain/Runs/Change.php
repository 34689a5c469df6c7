<?php
/**
 * One changed place.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Runs;

use Lernwelt\Places\Domain\Place;

/** What a run changed, or would change. */
final readonly class Change {

	/** Characters that are kept of a value. */
	private const LONGEST = 1000;

	/**
	 * @param string                                             $external_id Id in the source.
	 * @param string                                             $title       Title of the place.
	 * @param ChangeKind                                         $kind        What happens.
	 * @param array<string, array{before: mixed, after: mixed}> $fields      Field ({@see \Lernwelt\Places\Domain\PlaceField}) →
	 *                                                                        text, boolean or list of slugs.
	 */
	public function __construct( public string $external_id, public string $title, public ChangeKind $kind, public array $fields = [] ) {}

	/**
	 * Fields in which two places differ.
	 *
	 * @param ?Place $before Null for a new place.
	 * @param Place  $after  New version.
	 * @return array<string, array{before: mixed, after: mixed}>
	 */
	public static function between( ?Place $before, Place $after ): array {
		$fields = [];
		foreach ( $after->values() as $field => $value ) {
			$old = null === $before ? ( is_array( $value ) ? [] : ( is_bool( $value ) ? false : '' ) ) : $before->values()[ $field ];
			if ( self::comparable( $old ) !== self::comparable( $value ) ) {
				$fields[ $field ] = [
					'before' => self::short( $old ),
					'after'  => self::short( $value ),
				];
			}
		}
		return $fields;
	}

	/** Lists of terms have no order. */
	private static function comparable( mixed $value ): mixed {
		if ( is_array( $value ) ) {
			sort( $value );
		}
		return $value;
	}

	private static function short( mixed $value ): mixed {
		return is_string( $value ) && mb_strlen( $value ) > self::LONGEST ? mb_substr( $value, 0, self::LONGEST ) . '…' : $value;
	}
}
