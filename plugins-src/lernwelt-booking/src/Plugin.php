<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Persistence\Migrations\M0001CreateBooking;
use Lernwelt\Core\Services;

/** Starts the areas of this plugin. */
final readonly class Plugin {

	/** Slug and text domain. */
	public const SLUG = 'lernwelt-booking';

	/**
	 * @param string   $file     Main file.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );
		foreach ( BookingCapabilities::all() as $capability ) {
			$this->services->capabilities->register( $capability );
		}
		$this->services->migrations->register( self::SLUG, new M0001CreateBooking() );
		$parts = new Parts( $this->services );
		( new EventHooks( $this->file, $parts ) )->register();
		( new BookingHooks( $this->file, $parts ) )->register();
		( new MailHooks( $parts ) )->register();
		( new OrganiserHooks( $this->file, $parts ) )->register();
		( new ReportHooks( $this->file, $parts ) )->register();
		( new SourceHooks( $parts ) )->register();
	}
}
