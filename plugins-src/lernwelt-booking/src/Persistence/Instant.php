<?php
/**
 * Instants in columns.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Persistence;

use DateTimeImmutable;
use DateTimeZone;

/** `DATETIME` in UTC. */
final class Instant {

	/** Format of the column. */
	private const FORMAT = 'Y-m-d H:i:s';

	/**
	 * As it is stored.
	 *
	 * @param DateTimeImmutable $instant Instant, in any zone.
	 */
	public static function text( DateTimeImmutable $instant ): string {
		return $instant->setTimezone( new DateTimeZone( 'UTC' ) )->format( self::FORMAT );
	}

	/**
	 * What is stored.
	 *
	 * @param ?string $text Value of the column.
	 * @return ($text is string ? DateTimeImmutable : null)
	 */
	public static function of( ?string $text ): ?DateTimeImmutable {
		return null === $text ? null : new DateTimeImmutable( $text, new DateTimeZone( 'UTC' ) );
	}
}
