<?php
/**
 * Instants as fields hold them.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data;

use DateTimeImmutable;
use DateTimeZone;

/** Writes and reads values of {@see FieldType::Moment}; texts sort as the instants do. */
final class Moment {
	private const FORMAT = 'Y-m-d\TH:i:s\Z';

	/**
	 * An instant as a value.
	 *
	 * @param DateTimeImmutable $instant Instant in any zone.
	 */
	public static function text( DateTimeImmutable $instant ): string {
		return $instant->setTimezone( new DateTimeZone( 'UTC' ) )->format( self::FORMAT );
	}

	/**
	 * The instant of a value.
	 *
	 * @param mixed $value Value of a record.
	 * @return ?DateTimeImmutable In UTC; null for anything else.
	 */
	public static function parse( mixed $value ): ?DateTimeImmutable {
		if ( ! is_string( $value ) ) {
			return null;
		}
		$instant = DateTimeImmutable::createFromFormat( '!' . self::FORMAT, $value, new DateTimeZone( 'UTC' ) );
		// PHP turns the 31st of February into a day of March.
		return false === $instant || $instant->format( self::FORMAT ) !== $value ? null : $instant;
	}
}
