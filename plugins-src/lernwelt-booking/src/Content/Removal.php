<?php
/**
 * Leaves nothing behind.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Core\PostTypeRemoval;
use Lernwelt\Core\Services;

/** Removes everything of this plugin from the current portal. Pictures stay: they belong to the media library. */
final class Removal {

	/** Tables of a portal, without its prefix. */
	public const TABLES = [ 'lw_event_dates', 'lw_bookings' ];

	/** Options of this plugin, and what WordPress made of the post type's address. */
	private const OPTIONS = [ 'lw_event_dates_noted', 'rewrite_rules' ];

	/**
	 * Removes it; called by uninstall.php, when the plugin itself isn't loaded.
	 *
	 * @param Services $services Core's services.
	 */
	public static function run( Services $services ): void {
		PostTypeRemoval::run( Event::TYPE, [ EventTaxonomies::AUDIENCE, EventTaxonomies::SUBJECT ] );
		array_map( delete_option( ... ), self::OPTIONS );
		$services->index->clear( EventDatesSource::ID );
		$services->mail_log->forget_kind( 'booking' );
		$services->migrations->uninstall( 'lernwelt-booking', self::TABLES );
	}
}
