<?php
/**
 * WordPress's own rights.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Application\Roles;

use Lernwelt\Security\Domain\Roles\Right;
use WP_Role;

/**
 * Those rights of WordPress about content that the matrix may change. The others stay with their roles: rights about
 * accounts, plugins, themes, unfiltered HTML and the network would reach further than their portal.
 */
final class WordPressRights {

	/** Names, for the question at each check of a right. */
	public const NAMES = [
		'edit_posts',
		'publish_posts',
		'edit_published_posts',
		'delete_posts',
		'delete_published_posts',
		'edit_others_posts',
		'delete_others_posts',
		'read_private_posts',
		'edit_private_posts',
		'delete_private_posts',
		'manage_categories',
		'edit_pages',
		'publish_pages',
		'edit_published_pages',
		'delete_pages',
		'delete_published_pages',
		'edit_others_pages',
		'delete_others_pages',
		'read_private_pages',
		'edit_private_pages',
		'delete_private_pages',
		'upload_files',
		'edit_theme_options',
	];

	/**
	 * With words and the roles of the current portal that have them.
	 *
	 * @return list<Right>
	 */
	public static function all(): array {
		$roles  = wp_roles()->role_objects;
		$rights = [];
		foreach ( self::NAMES as $name ) {
			$having   = array_keys( array_filter( $roles, static fn ( WP_Role $role ): bool => true === ( $role->capabilities[ $name ] ?? false ) ) );
			$rights[] = new Right( $name, self::label( $name ), self::group( $name ), array_map( strval( ... ), $having ) );
		}
		return $rights;
	}

	private static function group( string $name ): string {
		return match ( true ) {
			'upload_files' === $name          => __( 'Media', 'lernwelt-security' ),
			'edit_theme_options' === $name    => __( 'Navigation', 'lernwelt-security' ),
			str_ends_with( $name, '_pages' )  => __( 'Pages', 'lernwelt-security' ),
			default                           => __( 'Articles', 'lernwelt-security' ),
		};
	}

	private static function label( string $name ): string {
		return match ( $name ) {
			'edit_posts'             => __( 'Write own articles and open the work area', 'lernwelt-security' ),
			'publish_posts'          => __( 'Publish articles', 'lernwelt-security' ),
			'edit_published_posts'   => __( 'Change own published articles', 'lernwelt-security' ),
			'delete_posts'           => __( 'Delete own drafts of articles', 'lernwelt-security' ),
			'delete_published_posts' => __( 'Delete own published articles', 'lernwelt-security' ),
			'edit_others_posts'      => __( 'Change articles that others have written', 'lernwelt-security' ),
			'delete_others_posts'    => __( 'Delete articles that others have written', 'lernwelt-security' ),
			'read_private_posts'     => __( 'Read private articles', 'lernwelt-security' ),
			'edit_private_posts'     => __( 'Change private articles', 'lernwelt-security' ),
			'delete_private_posts'   => __( 'Delete private articles', 'lernwelt-security' ),
			'manage_categories'      => __( 'Look after categories', 'lernwelt-security' ),
			'edit_pages'             => __( 'Write own pages', 'lernwelt-security' ),
			'publish_pages'          => __( 'Publish pages', 'lernwelt-security' ),
			'edit_published_pages'   => __( 'Change own published pages', 'lernwelt-security' ),
			'delete_pages'           => __( 'Delete own drafts of pages', 'lernwelt-security' ),
			'delete_published_pages' => __( 'Delete own published pages', 'lernwelt-security' ),
			'edit_others_pages'      => __( 'Change pages that others have written', 'lernwelt-security' ),
			'delete_others_pages'    => __( 'Delete pages that others have written', 'lernwelt-security' ),
			'read_private_pages'     => __( 'Read private pages', 'lernwelt-security' ),
			'edit_private_pages'     => __( 'Change private pages', 'lernwelt-security' ),
			'delete_private_pages'   => __( 'Delete private pages', 'lernwelt-security' ),
			'upload_files'           => __( 'Upload files to the media library', 'lernwelt-security' ),
			'edit_theme_options'     => __( 'Change menus and widgets', 'lernwelt-security' ),
			default                  => $name,
		};
	}
}
