<?php
/**
 * The post type of events.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Booking\Domain\Event;

/** Registers it. */
final readonly class EventType {

	/** First part of an event's address; the page of this address lists all dates. */
	public const SLUG = 'veranstaltungen';

	/** Action `init`. */
	public function register(): void {
		register_post_type(
			Event::TYPE,
			[
				'labels'              => self::labels(),
				'description'         => __( 'Trainings, networks and consultations that people book.', 'lernwelt-booking' ),
				'public'              => true,
				'has_archive'         => false,
				'exclude_from_search' => false,
				'menu_icon'           => 'dashicons-calendar-alt',
				'menu_position'       => 22,
				'capabilities'        => BookingCapabilities::of_post_type(),
				'map_meta_cap'        => true,
				'supports'            => [ 'title', 'editor', 'excerpt', 'thumbnail', 'revisions', 'author', 'custom-fields' ],
				'show_in_rest'        => true,
				'rest_base'           => 'events',
				'rewrite'             => [
					'slug'       => self::SLUG,
					'with_front' => false,
					'feeds'      => false,
				],
				'template'            => [
					[ 'core/paragraph', [ 'placeholder' => __( 'What is it about, who is it for, what do people take home? Two or three short paragraphs.', 'lernwelt-booking' ) ] ],
					[ 'lernwelt/event-dates' ],
				],
			]
		);
	}

	/**
	 * Filter `enter_title_here`.
	 *
	 * @param string $text      Text so far.
	 * @param string $post_type Post type.
	 */
	public function title_placeholder( string $text, string $post_type ): string {
		return Event::TYPE === $post_type ? __( 'Title of the event', 'lernwelt-booking' ) : $text;
	}

	/**
	 * @return array<string, string>
	 */
	private static function labels(): array {
		return [
			'name'                     => __( 'Events', 'lernwelt-booking' ),
			'singular_name'            => __( 'Event', 'lernwelt-booking' ),
			'menu_name'                => __( 'Events', 'lernwelt-booking' ),
			'all_items'                => __( 'All events', 'lernwelt-booking' ),
			'add_new'                  => __( 'Add event', 'lernwelt-booking' ),
			'add_new_item'             => __( 'Add event', 'lernwelt-booking' ),
			'new_item'                 => __( 'New event', 'lernwelt-booking' ),
			'edit_item'                => __( 'Edit event', 'lernwelt-booking' ),
			'view_item'                => __( 'View event', 'lernwelt-booking' ),
			'view_items'               => __( 'View events', 'lernwelt-booking' ),
			'search_items'             => __( 'Search events', 'lernwelt-booking' ),
			'not_found'                => __( 'No events yet.', 'lernwelt-booking' ),
			'not_found_in_trash'       => __( 'No events in the trash.', 'lernwelt-booking' ),
			'item_published'           => __( 'Event published.', 'lernwelt-booking' ),
			'item_published_privately' => __( 'Event published privately.', 'lernwelt-booking' ),
			'item_reverted_to_draft'   => __( 'The event is a draft again.', 'lernwelt-booking' ),
			'item_scheduled'           => __( 'The publication of the event is scheduled.', 'lernwelt-booking' ),
			'item_updated'             => __( 'Event saved.', 'lernwelt-booking' ),
		];
	}
}
