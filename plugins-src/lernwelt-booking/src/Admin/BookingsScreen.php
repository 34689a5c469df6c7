<?php
/**
 * The screen Bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Admin;

use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Pdf\CertificateFile;
use Lernwelt\Booking\Print\PrintPages;
use Lernwelt\Core\AdminScreen;

/** An empty page for the React screen in admin/bookings, below the events. */
final readonly class BookingsScreen extends AdminScreen {

	public const SLUG = 'lernwelt-bookings';

	/**
	 * @param string $file Main file of the plugin.
	 */
	public function __construct( string $file ) {
		parent::__construct( $file, self::SLUG );
	}

	/** Action `admin_menu`. */
	public function add(): void {
		add_submenu_page(
			'edit.php?post_type=' . Event::TYPE,
			__( 'Bookings', 'lernwelt-booking' ),
			__( 'Bookings', 'lernwelt-booking' ),
			BookingCapabilities::MANAGE,
			self::SLUG,
			fn () => $this->print(
				[
					'print'        => add_query_arg( 'action', PrintPages::ACTION, admin_url( 'admin-post.php' ) ),
					'certificates' => add_query_arg( 'action', CertificateFile::ACTION, admin_url( 'admin-post.php' ) ),
				]
			)
		);
	}
}
