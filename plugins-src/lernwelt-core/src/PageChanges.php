<?php
/**
 * What pages show and when that changes.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use DateTimeImmutable;

/**
 * Lets those who print pages and those who change what they print speak to whoever keeps copies of pages for guests,
 * without knowing them. Posts, terms, menus, files and settings of WordPress need nobody to speak for them.
 */
final class PageChanges {

	/** Action: something on pages of the current portal changed. Gets a list of {@see PageParts}. */
	public const CHANGED = 'lernwelt_pages_changed';

	/** Action: the page that is being made shows something. Gets a list of {@see PageParts}. */
	public const SHOWN = 'lernwelt_page_shows';

	/** Action: the page that is being made is right until a moment only. Gets a DateTimeImmutable. */
	public const RIGHT_UNTIL = 'lernwelt_page_right_until';

	/**
	 * Says that something changed on the current portal; also within a transaction, as nobody looks before the answer is
	 * sent. Says so for changes of records that are no posts, and for posts that were written past WordPress.
	 *
	 * @param string ...$parts What, {@see PageParts}.
	 */
	public static function changed( string ...$parts ): void {
		do_action( self::CHANGED, array_values( $parts ) );
	}

	/**
	 * Says that the page being made shows something WordPress doesn't know of.
	 *
	 * @param string ...$parts What, {@see PageParts}.
	 */
	public static function shows( string ...$parts ): void {
		do_action( self::SHOWN, array_values( $parts ) );
	}

	/**
	 * Says that the page being made tells something else from a moment on, e.g. that bookings are closed.
	 *
	 * @param DateTimeImmutable $moment First moment at which it is wrong.
	 */
	public static function right_until( DateTimeImmutable $moment ): void {
		do_action( self::RIGHT_UNTIL, $moment );
	}
}
