<?php
/**
 * Own bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Web;

use Lernwelt\Booking\Content\BookingLinks;
use Lernwelt\Booking\Content\EventType;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\CancelledBy;
use Lernwelt\Booking\Domain\Refusal;
use Lernwelt\Booking\Parts;
use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\PortalPage;
use Lernwelt\Core\Viewer;
use RuntimeException;

/** `/meine-buchungen/`: what comes, what was, and giving a seat back after a question. */
final readonly class MyBookingsPage {

	/** Field and parameter: number of the booking to be cancelled. */
	public const CANCEL = 'stornieren';

	/** Parameter: number of the booking that was cancelled. */
	public const CANCELLED = 'storniert';

	public const NONCE = 'lw_nonce';

	/** Action of the nonce. */
	public const ACTION = 'lernwelt_cancel_booking';

	/**
	 * @param Parts $parts Shared objects.
	 */
	public function __construct( private Parts $parts ) {}

	/** Answers and ends the request. */
	public function show(): never {
		$viewer = Viewer::current();
		if ( $viewer->is_guest() ) {
			nocache_headers();
			header( 'Cache-Control: no-store' );
			wp_safe_redirect( home_url( '/anmelden/?weiter=' . rawurlencode( '/' . BookingLinks::MINE . '/' ) ) );
			exit;
		}
		if ( $viewer->is_pupil() ) {
			( new PortalPage( __( 'My bookings', 'lernwelt-booking' ), '<p>' . esc_html__( 'Your role cannot book events on this portal.', 'lernwelt-booking' ) . '</p>', 403 ) )->show();
		}
		$problem = 'POST' === CurrentRequest::server( 'REQUEST_METHOD' ) ? $this->cancel( $viewer->user_id ) : null;
		$this->page( $viewer->user_id, null === $problem ? '' : $problem[0], $problem[1] ?? 200 )->show();
	}

	/**
	 * Gives a seat back and goes on with a GET.
	 *
	 * @return array{string, int} What went wrong, and the status of the page that says it.
	 */
	private function cancel( int $user_id ): array {
		$nonce = self::posted( self::NONCE );
		if ( false === wp_verify_nonce( $nonce, self::ACTION ) ) {
			return [ __( 'This page was open for a long time. Please press the button again.', 'lernwelt-booking' ), 403 ];
		}
		try {
			$own = $this->parts->own_bookings();
			$own->count( $user_id );
			$booking = $own->find( $user_id, self::posted( self::CANCEL ) ) ?? throw new BookingRefused( Refusal::NotFound );
			$this->parts->cancel_booking()->cancel( $booking, CancelledBy::Person );
		} catch ( BookingRefused $refused ) {
			return [ RefusalWords::of( $refused->reason ), RefusalWords::status( $refused->reason ) ];
		} catch ( RuntimeException $failure ) {
			wp_trigger_error( __METHOD__, $failure->getMessage(), E_USER_WARNING );
			return [ RefusalWords::fault(), 503 ];
		}
		wp_safe_redirect( add_query_arg( self::CANCELLED, $booking->number, BookingLinks::mine() ), 303 );
		exit;
	}

	private function page( int $user_id, string $problem, int $status ): PortalPage {
		$own      = $this->parts->own_bookings();
		$bookings = ( new BookingViews( $this->parts ) )->of( $own->all( $user_id ), $user_id );
		usort( $bookings, static fn ( array $one, array $other ): int => $one['start'] <=> $other['start'] );
		$views     = array_column( $bookings, 'view' );
		$asked     = '' === $problem ? CurrentRequest::parameter( self::CANCEL ) : self::posted( self::CANCEL );
		$question  = '' === $asked ? null : $own->find( $user_id, $asked )?->number;
		$cancelled = '' === CurrentRequest::parameter( self::CANCELLED ) ? null : $own->find( $user_id, CurrentRequest::parameter( self::CANCELLED ) )?->number;
		$view      = new MyBookingsView(
			array_values( array_filter( $views, static fn ( BookingView $view ): bool => 'booked' === $view->state ) ),
			array_reverse( array_values( array_filter( $views, static fn ( BookingView $view ): bool => 'booked' !== $view->state ) ) ),
			$question ?? '',
			$cancelled ?? '',
			$problem,
			home_url( '/' . EventType::SLUG . '/' )
		);
		return new PortalPage( __( 'My bookings', 'lernwelt-booking' ), Template::print( dirname( __DIR__, 2 ) . '/templates/my-bookings.php', $view ), $status );
	}

	private static function posted( string $field ): string {
		// phpcs:ignore WordPress.Security.NonceVerification.Missing, WordPress.Security.ValidatedSanitizedInput -- the nonce itself comes through here; numbers are looked up among the reader's own.
		return isset( $_POST[ $field ] ) && is_string( $_POST[ $field ] ) ? wp_unslash( $_POST[ $field ] ) : '';
	}
}
