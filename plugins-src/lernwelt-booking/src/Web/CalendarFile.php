<?php
/**
 * Files for calendars.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

use Lernwelt\Core\Calendar\Invitation;

/** Sends an entry as a download. */
final class CalendarFile {

	/**
	 * Answers and ends the request.
	 *
	 * @param Invitation $entry Entry.
	 * @param string     $name  File name, ASCII.
	 */
	public static function send( Invitation $entry, string $name ): never {
		$text = $entry->text();
		status_header( 200 );
		nocache_headers();
		header( 'Cache-Control: no-store' );
		header( 'Content-Type: text/calendar; charset=utf-8; method=' . $entry->method->value );
		header( 'Content-Disposition: attachment; filename="' . $name . '"' );
		header( 'X-Robots-Tag: noindex' );
		header( 'Content-Length: ' . strlen( $text ) );
		echo $text; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- no HTML.
		exit;
	}
}
