<?php
/**
 * The page of an event.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Blocks;

use Closure;
use Lernwelt\Booking\Content\BookingCapabilities;
use Lernwelt\Booking\Content\OwnBookings;
use Lernwelt\Booking\Content\RefusalWords;
use Lernwelt\Booking\Domain\BookingRefused;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\InvalidInput;
use Lernwelt\Core\Viewer;
use RuntimeException;

/** Books before the page is printed, because status and redirect come first; the block prints what is left. */
final class BookingPage {

	/** Parameter: the date whose form is shown. */
	public const DATE = 'termin';

	/** Parameter: number of the booking that was just made. */
	public const BOOKED = 'gebucht';

	/** Where browsers put the focus after sending, without a script. */
	public const STATUS_ID = 'lw-buchung';

	private Attempt $attempt;

	/**
	 * @param Closure(): OwnBookings                     $own  What people who are logged in do.
	 * @param Closure(int, Attempt, string): EventDatesView $view Makes the view of an event, an attempt and the number of a new booking.
	 */
	public function __construct( private readonly Closure $own, private readonly Closure $view ) {
		$this->attempt = new Attempt();
	}

	/**
	 * Handles what was sent to this page, if anything was.
	 *
	 * @param array<mixed> $post Fields, without slashes.
	 * @return ?string Address to send the browser to, null to print the page.
	 */
	public function answer( array $post ): ?string {
		if ( ! is_singular( Event::TYPE ) ) {
			return null;
		}
		$attempt = Attempt::sent( $post );
		if ( 0 === $attempt->date_id ) {
			return null;
		}
		nocache_headers();
		$nonce         = $post[ Attempt::NONCE ] ?? '';
		$done          = $this->refused( $attempt, is_string( $nonce ) ? $nonce : '' ) ?? $this->book( $attempt );
		$this->attempt = $done instanceof Attempt ? $done : $attempt;
		if ( is_string( $done ) ) {
			return add_query_arg( self::BOOKED, $done, (string) get_permalink() ) . '#' . self::STATUS_ID;
		}
		status_header( $done->status );
		return null;
	}

	/** What the block prints. */
	public function view(): EventDatesView {
		// phpcs:ignore WordPress.Security.NonceVerification.Recommended, WordPress.Security.ValidatedSanitizedInput -- changes nothing; the view looks for the number among the reader's own.
		$number = isset( $_GET[ self::BOOKED ] ) && is_string( $_GET[ self::BOOKED ] ) ? wp_unslash( $_GET[ self::BOOKED ] ) : '';
		return ( $this->view )( (int) get_the_ID(), $this->attempt, $number );
	}

	/**
	 * Filter `document_title_parts`: screen readers read the title first.
	 *
	 * @param array<string, string> $parts Parts of the title.
	 * @return array<string, string>
	 */
	public function title_parts( array $parts ): array {
		if ( $this->attempt->failed() && isset( $parts['title'] ) ) {
			/* translators: %s: title of the page. */
			$parts['title'] = sprintf( __( 'Not booked yet: %s', 'lernwelt-booking' ), $parts['title'] );
		}
		return $parts;
	}

	/** What keeps it from being tried; what was typed stays. */
	private function refused( Attempt $attempt, string $nonce ): ?Attempt {
		return match ( true ) {
			Viewer::current()->is_guest() => $attempt->ended( 401, null, __( 'You are no longer logged in. Log in again with the button below: what you typed stays here.', 'lernwelt-booking' ) ),
			! current_user_can( BookingCapabilities::BOOK ) => $attempt->ended( 403, null, __( 'Your role cannot book events on this portal.', 'lernwelt-booking' ) ),
			false === wp_verify_nonce( $nonce, Attempt::ACTION ) => $attempt->ended( 403, null, __( 'This page was open for a long time. Please check what you typed and press the button again.', 'lernwelt-booking' ) ),
			default => null,
		};
	}

	/** @return Attempt|string The failed attempt, or the number of the booking. */
	private function book( Attempt $attempt ): Attempt|string {
		try {
			return ( $this->own )()->book( get_current_user_id(), $attempt->date_id, $attempt->answers, $attempt->colleague )->booking->number;
		} catch ( BookingRefused $refused ) {
			return $attempt->ended( RefusalWords::status( $refused->reason ), $refused->reason );
		} catch ( InvalidInput $invalid ) {
			return $attempt->ended( 422, null, '', $invalid->errors );
		} catch ( RuntimeException $failure ) {
			wp_trigger_error( __METHOD__, $failure->getMessage(), E_USER_WARNING );
			return $attempt->ended( 503, null, RefusalWords::fault() );
		}
	}
}
