<?php
/**
 * Keeps events that people have booked.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Application\ManageDates;
use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\EventDates;
use Lernwelt\Core\Clock;
use WP_Error;
use WP_Post;
use WP_REST_Request;

/** An event with bookings to come can't disappear: people would stand before closed doors. Its dates have to be called off first. */
final readonly class EventGuard {

	/**
	 * @param EventDates  $dates  Dates.
	 * @param ManageDates $manage Removes dates.
	 * @param Clock       $clock  Time.
	 */
	public function __construct( private EventDates $dates, private ManageDates $manage, private Clock $clock ) {}

	/**
	 * Filters `pre_trash_post` and `pre_delete_post`. In wp-admin it ends the request with a page that says why.
	 *
	 * @param mixed   $answer Null goes on, anything else ends it.
	 * @param WP_Post $post   Post that shall go.
	 * @return mixed False for an event that stays.
	 */
	public function keep( mixed $answer, WP_Post $post ): mixed {
		$booked = null === $answer ? $this->booked( $post ) : 0;
		if ( 0 === $booked ) {
			return $answer;
		}
		if ( is_admin() ) {
			wp_die( esc_html( self::sentence( $post, $booked ) ), esc_html__( 'The event stays', 'lernwelt-booking' ), [ 'response' => 409, 'back_link' => true ] );
		}
		return false;
	}

	/**
	 * Filter `rest_request_before_callbacks`: says the same to the editor, if they may delete at all.
	 *
	 * @param mixed                                 $response Answer so far.
	 * @param WP_REST_Request<array<string, mixed>> $request  Request.
	 * @return mixed An error for an event that stays.
	 */
	public function refuse( mixed $response, WP_REST_Request $request ): mixed {
		if ( is_wp_error( $response ) || 'DELETE' !== $request->get_method() || 1 !== preg_match( '#^/wp/v2/events/(\d{1,18})$#D', $request->get_route(), $found ) ) {
			return $response;
		}
		$post   = get_post( (int) $found[1] );
		$booked = null !== $post && current_user_can( 'delete_post', $post->ID ) ? $this->booked( $post ) : 0;
		return null === $post || 0 === $booked ? $response : new WP_Error( 'lernwelt_conflict', self::sentence( $post, $booked ), [ 'status' => 409 ] );
	}

	/**
	 * Action `after_delete_post`: dates that nobody ever booked go with their event; the others stay for the statistics.
	 *
	 * @param int     $id   Post.
	 * @param WP_Post $post The same.
	 */
	public function clean( int $id, WP_Post $post ): void {
		if ( Event::TYPE === $post->post_type ) {
			array_map( $this->manage->remove( ... ), $this->dates->of_event( $id ) );
		}
	}

	private function booked( WP_Post $post ): int {
		return Event::TYPE === $post->post_type ? $this->dates->summaries( [ $post->ID ], $this->clock->now() )[ $post->ID ]->upcoming_booked : 0;
	}

	private static function sentence( WP_Post $post, int $booked ): string {
		/* translators: 1: title of the event, 2: number of bookings. */
		return sprintf( _n( '“%1$s” cannot be deleted: %2$s person has booked a date to come. Please call off its dates first, so that this person hears of it.', '“%1$s” cannot be deleted: %2$s people have booked dates to come. Please call off its dates first, so that they hear of it.', $booked, 'lernwelt-booking' ), wp_strip_all_tags( get_the_title( $post ) ), number_format_i18n( $booked ) );
	}
}
