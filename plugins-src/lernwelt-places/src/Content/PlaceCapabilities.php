<?php
/**
 * Rights about places.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Content;

use Lernwelt\Core\Capability;

/** Names of the capabilities and the roles that have them by default. */
final class PlaceCapabilities {

	/** Write places of one's own. */
	public const EDIT = 'lernwelt_edit_places';

	/** Change other people's places, read their notes, look after the terms. */
	public const EDIT_OTHERS = 'lernwelt_edit_others_places';

	/** Roles that look after all places. */
	private const ALL = [ 'administrator', 'editor' ];

	/**
	 * For core's registry.
	 *
	 * @return list<Capability>
	 */
	public static function all(): array {
		$authors      = [ ...self::ALL, 'author' ];
		$contributors = [ ...$authors, 'contributor' ];
		$group        = self::group( ... );
		return [
			new Capability( self::EDIT, static fn (): string => __( 'Write own learning places', 'lernwelt-places' ), $contributors, $group ),
			new Capability( 'lernwelt_delete_places', static fn (): string => __( 'Delete own drafts of learning places', 'lernwelt-places' ), $contributors, $group ),
			new Capability( 'lernwelt_publish_places', static fn (): string => __( 'Publish learning places', 'lernwelt-places' ), $authors, $group ),
			new Capability( 'lernwelt_edit_published_places', static fn (): string => __( 'Change own published learning places', 'lernwelt-places' ), $authors, $group ),
			new Capability( 'lernwelt_delete_published_places', static fn (): string => __( 'Delete own published learning places', 'lernwelt-places' ), $authors, $group ),
			new Capability( self::EDIT_OTHERS, static fn (): string => __( 'Change all learning places, their terms and notes', 'lernwelt-places' ), self::ALL, $group ),
			new Capability( 'lernwelt_delete_others_places', static fn (): string => __( 'Delete all learning places', 'lernwelt-places' ), self::ALL, $group ),
			new Capability( 'lernwelt_read_private_places', static fn (): string => __( 'Read private learning places', 'lernwelt-places' ), self::ALL, $group ),
			new Capability( 'lernwelt_edit_private_places', static fn (): string => __( 'Change private learning places', 'lernwelt-places' ), self::ALL, $group ),
			new Capability( 'lernwelt_delete_private_places', static fn (): string => __( 'Delete private learning places', 'lernwelt-places' ), self::ALL, $group ),
		];
	}

	/** Heading of all rights about places. */
	public static function group(): string {
		return __( 'Learning places', 'lernwelt-places' );
	}

	/**
	 * For the post type: WordPress's name → ours.
	 *
	 * @return array<string, string>
	 */
	public static function of_post_type(): array {
		return [
			// Of one place; WordPress turns them into the others.
			'edit_post'              => 'lernwelt_edit_place',
			'read_post'              => 'lernwelt_read_place',
			'delete_post'            => 'lernwelt_delete_place',
			'edit_posts'             => self::EDIT,
			'create_posts'           => self::EDIT,
			'edit_others_posts'      => self::EDIT_OTHERS,
			'edit_private_posts'     => 'lernwelt_edit_private_places',
			'edit_published_posts'   => 'lernwelt_edit_published_places',
			'publish_posts'          => 'lernwelt_publish_places',
			'read_private_posts'     => 'lernwelt_read_private_places',
			'delete_posts'           => 'lernwelt_delete_places',
			'delete_others_posts'    => 'lernwelt_delete_others_places',
			'delete_private_posts'   => 'lernwelt_delete_private_places',
			'delete_published_posts' => 'lernwelt_delete_published_places',
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
