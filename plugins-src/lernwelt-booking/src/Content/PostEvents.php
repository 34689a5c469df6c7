<?php
/**
 * Events as posts.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;
use Lernwelt\Booking\Domain\Events;

/** Reads posts of the type `lernwelt_event`. */
final readonly class PostEvents implements Events {

	public function find( int $id ): ?Event {
		$post = get_post( $id );
		if ( null === $post || Event::TYPE !== $post->post_type ) {
			return null;
		}
		$details = EventMeta::details( $id );
		return new Event(
			$id,
			html_entity_decode( wp_strip_all_tags( $post->post_title ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ),
			'publish' === $post->post_status && '' === $post->post_password,
			(string) get_permalink( $post ),
			$details->contact_name,
			$details->contact_email
		);
	}

	public function read_ahead( array $ids ): void {
		_prime_post_caches( array_values( array_unique( $ids ) ) );
	}
}
