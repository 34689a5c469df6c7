<?php
/**
 * Formats of events.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

/** On site, online or both. */
final class EventFormats {

	/**
	 * All formats.
	 *
	 * @return array<string, string> Value → word.
	 */
	public static function words(): array {
		return [
			'onsite' => __( 'on site', 'lernwelt-booking' ),
			'online' => __( 'online', 'lernwelt-booking' ),
			'hybrid' => __( 'on site and online', 'lernwelt-booking' ),
		];
	}

	/**
	 * Format of an event.
	 *
	 * @param int $event_id Post.
	 */
	public static function of( int $event_id ): string {
		return EventMeta::details( $event_id )->format;
	}
}
