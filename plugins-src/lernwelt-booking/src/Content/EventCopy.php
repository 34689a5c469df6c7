<?php
/**
 * Copies of events.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use RuntimeException;
use WP_Post;

/** Makes a draft with the text, words, picture and details of an event, without its dates. */
final readonly class EventCopy {

	/** Action of `admin-post.php`. */
	public const ACTION = 'lernwelt_copy_event';

	/**
	 * Filter `post_row_actions`.
	 *
	 * @param array<string, string> $actions Links.
	 * @param WP_Post               $post    Post of the row.
	 * @return array<string, string>
	 */
	public function row_actions( array $actions, WP_Post $post ): array {
		if ( Event::TYPE !== $post->post_type || 'trash' === $post->post_status || ! self::may( $post ) ) {
			return $actions;
		}
		/* translators: %s: title of the event. */
		$label = sprintf( __( 'Duplicate “%s”', 'lernwelt-booking' ), get_the_title( $post ) );
		$link  = sprintf( '<a href="%s" aria-label="%s">%s</a>', esc_url( self::address( $post->ID ) ), esc_attr( wp_strip_all_tags( $label ) ), esc_html__( 'Duplicate', 'lernwelt-booking' ) );
		$at    = array_search( 'trash', array_keys( $actions ), true );
		return false === $at ? $actions + [ self::ACTION => $link ] : array_slice( $actions, 0, $at ) + [ self::ACTION => $link ] + $actions;
	}

	/**
	 * Address that copies an event.
	 *
	 * @param int $event_id Event.
	 */
	public static function address( int $event_id ): string {
		return wp_nonce_url( admin_url( 'admin-post.php?action=' . self::ACTION . "&event=$event_id" ), self::ACTION . $event_id );
	}

	/** Action `admin_post_lernwelt_copy_event`: copies and opens the copy. */
	public function answer(): never {
		$id = isset( $_GET['event'] ) && is_numeric( $_GET['event'] ) ? absint( $_GET['event'] ) : 0;
		check_admin_referer( self::ACTION . $id );
		$event = get_post( $id );
		if ( null === $event || Event::TYPE !== $event->post_type || ! self::may( $event ) ) {
			wp_die( esc_html__( 'You cannot duplicate this event.', 'lernwelt-booking' ), '', [ 'response' => 403, 'back_link' => true ] );
		}
		wp_safe_redirect( (string) get_edit_post_link( $this->copy( $event ), 'raw' ) );
		exit;
	}

	/**
	 * Copies.
	 *
	 * @param WP_Post $event Event.
	 * @return int The copy.
	 * @throws RuntimeException When WordPress refuses.
	 */
	public function copy( WP_Post $event ): int {
		$id = wp_insert_post(
			[
				'post_type'    => Event::TYPE,
				'post_status'  => 'draft',
				/* translators: %s: title of the event. */
				'post_title'   => wp_slash( sprintf( __( '%s (copy)', 'lernwelt-booking' ), $event->post_title ) ),
				'post_content' => wp_slash( $event->post_content ),
				'post_excerpt' => wp_slash( $event->post_excerpt ),
				'post_author'  => get_current_user_id(),
				'meta_input'   => [ Event::META => wp_slash( EventMeta::details( $event->ID )->to_array() ) ],
			],
			true
		);
		if ( is_wp_error( $id ) ) {
			throw new RuntimeException( 'The event cannot be copied: ' . $id->get_error_message() );
		}
		foreach ( [ EventTaxonomies::AUDIENCE, EventTaxonomies::SUBJECT ] as $taxonomy ) {
			wp_set_object_terms( $id, array_keys( EventTaxonomies::of( $event->ID, $taxonomy ) ), $taxonomy );
		}
		$picture = (int) get_post_thumbnail_id( $event );
		if ( 0 < $picture ) {
			set_post_thumbnail( $id, $picture );
		}
		return $id;
	}

	private static function may( WP_Post $event ): bool {
		return current_user_can( BookingCapabilities::EDIT ) && current_user_can( 'edit_post', $event->ID );
	}
}
