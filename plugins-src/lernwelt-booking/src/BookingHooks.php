<?php
/**
 * What people do who book.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking;

use Lernwelt\Booking\Blocks\Attempt;
use Lernwelt\Booking\Blocks\BookingPage;
use Lernwelt\Booking\Blocks\EventDates;
use Lernwelt\Booking\Blocks\EventDatesView;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\BookingLinks;
use Lernwelt\Booking\Rest\BookingAnswer;
use Lernwelt\Booking\Rest\BookingsController;
use Lernwelt\Booking\Rest\SeatsController;
use Lernwelt\Booking\Web\Pages;
use Lernwelt\Core\Blocks\OnDemand;
use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\Schemas;

/** The page of an event, booking, own bookings, the link in mails. */
final readonly class BookingHooks {

	/**
	 * @param string $file  Main file of the plugin.
	 * @param Parts  $parts Shared objects of this plugin.
	 */
	public function __construct( private string $file, private Parts $parts ) {}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'rest_api_init', fn () => $this->register_routes() );
		$page = new BookingPage( $this->parts->own_bookings( ... ), fn ( int $event, Attempt $attempt, string $number ): EventDatesView => ( new EventDates( $this->parts, $event, $attempt ) )->view( $number ) );
		add_filter( 'block_type_metadata_settings', ( new Template( [ 'lernwelt/event-dates' => static fn (): EventDatesView => $page->view() ] ) )->settings( ... ), 10, 2 );
		add_action( 'template_redirect', static fn () => self::answer( $page ) );
		add_filter( 'document_title_parts', $page->title_parts( ... ) );
		add_action( 'wp_enqueue_scripts', static fn () => self::enqueue() );
		// After the gate of a closed portal.
		add_action( 'parse_request', ( new Pages( $this->parts ) )->answer( ... ), 20, 0 );
		add_filter( 'lernwelt_account_links', static fn ( array $links ): array => self::account_links( $links ) );
	}

	private static function answer( BookingPage $page ): void {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing -- the page checks it and keeps what was typed when it is refused.
		$address = $page->answer( wp_unslash( $_POST ) );
		if ( null !== $address ) {
			wp_safe_redirect( $address, 303 );
			exit;
		}
	}

	/**
	 * Filter `lernwelt_account_links`.
	 *
	 * @param array<string, string> $links Address → words.
	 * @return array<string, string>
	 */
	private static function account_links( array $links ): array {
		return current_user_can( BookingCapabilities::BOOK ) ? $links + [ BookingLinks::mine() => __( 'My bookings', 'lernwelt-booking' ) ] : $links;
	}

	/** The theme prints the content after the head; a style found only there would let everything jump. */
	private static function enqueue(): void {
		$path = wp_parse_url( CurrentRequest::address(), PHP_URL_PATH );
		if ( ( is_singular() && has_block( 'lernwelt/event-dates' ) ) || ( is_string( $path ) && 1 === preg_match( '#^/(' . BookingLinks::MINE . '|' . BookingLinks::ONE . ')/#', trailingslashit( $path ) ) ) ) {
			OnDemand::current()->need( [ 'lernwelt/event-dates' ] );
			wp_enqueue_style( 'lernwelt-event-dates-style' );
		}
	}

	private function register_routes(): void {
		$parts   = $this->parts;
		$clock   = $parts->services->clock;
		$schemas = new Schemas( dirname( $this->file ) . '/schemas' );
		$answer  = new BookingAnswer( $parts->dates(), $parts->events(), $parts->links(), $clock );
		( new BookingsController( $schemas, $parts->own_bookings(), $parts->cancel_booking(), $parts->people(), $parts->dates(), $answer ) )->register_routes();
		( new SeatsController( $schemas, $parts->dates(), $parts->events(), $clock, $parts->services->rate_limiter ) )->register_routes();
	}
}
