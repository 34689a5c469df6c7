<?php
/**
 * Rights about events and bookings.
 *
 * @package Lernwelt\Booking
 */

declare( strict_types=1 );

namespace Lernwelt\Booking\Content;

use Lernwelt\Core\Capabilities;
use Lernwelt\Core\Capability;

/** Names of the capabilities and the roles that have them by default. */
final class BookingCapabilities {

	/** Write events of one's own. */
	public const EDIT = 'lernwelt_edit_events';

	/** Change other people's events, look after the terms. */
	public const EDIT_OTHERS = 'lernwelt_edit_others_events';

	/** Book for oneself. */
	public const BOOK = 'lernwelt_book_events';

	/** Book for a colleague of the same school. */
	public const BOOK_FOR_COLLEAGUES = 'lernwelt_book_for_colleagues';

	/** See who comes, register, mark, write, print. */
	public const MANAGE = 'lernwelt_manage_bookings';

	/** Take the list of people home as a file. */
	public const EXPORT = 'lernwelt_export_bookings';

	/** See numbers without names. */
	public const STATISTICS = 'lernwelt_read_booking_statistics';

	private const EDITORS = [ 'administrator', 'editor', 'lernwelt_event_organiser' ];

	private const ORGANISERS = [ 'administrator', 'lernwelt_event_organiser' ];

	private const BOOKERS = [ 'administrator', 'editor', 'lernwelt_event_organiser', 'lernwelt_teacher', 'lernwelt_head_teacher', 'lernwelt_school_admin' ];

	/**
	 * For core's registry.
	 *
	 * @return list<Capability>
	 */
	public static function all(): array {
		$group = self::group( ... );
		return [
			new Capability( self::EDIT, static fn (): string => __( 'Write own events and manage their dates', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_delete_events', static fn (): string => __( 'Delete own drafts of events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_publish_events', static fn (): string => __( 'Publish events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_edit_published_events', static fn (): string => __( 'Change own published events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_delete_published_events', static fn (): string => __( 'Delete own published events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( self::EDIT_OTHERS, static fn (): string => __( 'Change all events, their dates and terms', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_delete_others_events', static fn (): string => __( 'Delete all events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_read_private_events', static fn (): string => __( 'Read private events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_edit_private_events', static fn (): string => __( 'Change private events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( 'lernwelt_delete_private_events', static fn (): string => __( 'Delete private events', 'lernwelt-booking' ), self::EDITORS, $group ),
			new Capability( self::BOOK, static fn (): string => __( 'Book events', 'lernwelt-booking' ), self::BOOKERS, $group ),
			new Capability( self::BOOK_FOR_COLLEAGUES, static fn (): string => __( 'Book events for colleagues of the same school', 'lernwelt-booking' ), [ 'lernwelt_head_teacher', 'lernwelt_school_admin' ], $group ),
			new Capability( self::MANAGE, static fn (): string => __( 'See who booked, register and mark people, write to them', 'lernwelt-booking' ), self::ORGANISERS, $group ),
			new Capability( self::EXPORT, static fn (): string => __( 'Export lists of bookings', 'lernwelt-booking' ), self::ORGANISERS, $group ),
			new Capability( self::STATISTICS, static fn (): string => __( 'See booking statistics', 'lernwelt-booking' ), [ ...self::ORGANISERS, 'lernwelt_statistics_reader' ], $group ),
		];
	}

	/** Heading of all rights about events. */
	public static function group(): string {
		return __( 'Events', 'lernwelt-booking' );
	}

	/**
	 * Roles that may book on this portal, by the role matrix.
	 *
	 * @param Capabilities $capabilities Core's registry.
	 * @return list<array{value: string, label: string}> Slug and name.
	 */
	public static function roles_that_book( Capabilities $capabilities ): array {
		$roles = [];
		foreach ( wp_roles()->role_names as $slug => $name ) {
			if ( $capabilities->has( self::BOOK, (string) $slug ) ) {
				$roles[] = [
					'value' => (string) $slug,
					'label' => translate_user_role( $name ),
				];
			}
		}
		return $roles;
	}

	/**
	 * For the post type: WordPress's name → ours.
	 *
	 * @return array<string, string>
	 */
	public static function of_post_type(): array {
		return [
			// Of one event; WordPress turns them into the others.
			'edit_post'              => 'lernwelt_edit_event',
			'read_post'              => 'lernwelt_read_event',
			'delete_post'            => 'lernwelt_delete_event',
			'edit_posts'             => self::EDIT,
			'create_posts'           => self::EDIT,
			'edit_others_posts'      => self::EDIT_OTHERS,
			'edit_private_posts'     => 'lernwelt_edit_private_events',
			'edit_published_posts'   => 'lernwelt_edit_published_events',
			'publish_posts'          => 'lernwelt_publish_events',
			'read_private_posts'     => 'lernwelt_read_private_events',
			'delete_posts'           => 'lernwelt_delete_events',
			'delete_others_posts'    => 'lernwelt_delete_others_events',
			'delete_private_posts'   => 'lernwelt_delete_private_events',
			'delete_published_posts' => 'lernwelt_delete_published_events',
		];
	}

	/**
	 * For the taxonomies.
	 *
	 * @return array<string, string>
	 */
	public static function of_taxonomies(): array {
		return [
			'manage_terms' => self::EDIT_OTHERS,
			'edit_terms'   => self::EDIT_OTHERS,
			'delete_terms' => self::EDIT_OTHERS,
			'assign_terms' => self::EDIT,
		];
	}
}
