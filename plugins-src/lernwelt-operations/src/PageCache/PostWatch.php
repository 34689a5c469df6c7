<?php
/**
 * Changes of posts.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use Lernwelt\Core\PageParts;
use WP_Post;

/** Says which parts of pages a change of a post concerns. What guests can't see concerns none. */
final readonly class PostWatch {

	/** Metas of WordPress that say nothing about what a page shows. */
	private const IGNORED = [ '_edit_lock', '_edit_last', '_pingme', '_encloseme', '_wp_trash_meta_status', '_wp_trash_meta_time', '_wp_desired_post_slug', '_wp_old_slug', '_wp_old_date' ];

	/** What lists are put together and sorted by. */
	private const LISTED_BY = [ 'post_status', 'post_date', 'post_parent', 'menu_order', 'post_password', 'post_type' ];

	/** What decides about the address of a post, and who finds it there. */
	private const FOUND_BY = [ 'post_name', 'post_status', 'post_parent', 'post_date', 'post_password', 'post_type' ];

	/**
	 * A post was saved.
	 *
	 * @param WP_Post  $post   As it is now.
	 * @param ?WP_Post $before As it was; null for a new one.
	 * @return list<string> Parts.
	 */
	public function saved( WP_Post $post, ?WP_Post $before ): array {
		if ( 'nav_menu_item' === $post->post_type ) {
			return [ PageParts::EVERYTHING ];
		}
		$was = null !== $before && self::is_shown( $before );
		if ( ! $was && ! self::is_shown( $post ) ) {
			return [];
		}
		$parts = self::itself( $post );
		if ( ! $was || $this->differ( $post, $before, self::FOUND_BY ) ) {
			// Nobody may get the page that said there is nothing, or what stood at its address before.
			$parts = [ ...$parts, PageParts::link( $post->ID ), PageParts::LOST, ...self::address( $post ) ];
		} elseif ( $post->post_title !== $before->post_title ) {
			$parts[] = PageParts::link( $post->ID );
		}
		$sorted_by_title = is_post_type_hierarchical( $post->post_type ) || 'attachment' === $post->post_type;
		if ( ! $was || $this->differ( $post, $before, self::LISTED_BY ) || ( $sorted_by_title && $post->post_title !== $before->post_title ) ) {
			$parts[] = PageParts::posts( $post->post_type );
		}
		return $parts;
	}

	/**
	 * A post was deleted.
	 *
	 * @param WP_Post $post As it was.
	 * @return list<string> Parts.
	 */
	public function deleted( WP_Post $post ): array {
		return match ( true ) {
			'nav_menu_item' === $post->post_type => [ PageParts::EVERYTHING ],
			self::is_shown( $post )              => [ ...self::itself( $post ), PageParts::link( $post->ID ), PageParts::posts( $post->post_type ) ],
			default                              => [],
		};
	}

	/**
	 * A meta of a post changed.
	 *
	 * @param int    $post_id Post.
	 * @param string $key     Meta.
	 * @return list<string> Parts.
	 */
	public function meta( int $post_id, string $key ): array {
		$post = in_array( $key, self::IGNORED, true ) ? null : get_post( $post_id );
		return match ( true ) {
			! $post instanceof WP_Post            => [],
			'nav_menu_item' === $post->post_type  => [ PageParts::EVERYTHING ],
			self::is_shown( $post )               => self::itself( $post ),
			default                               => [],
		};
	}

	/**
	 * A post got or lost terms.
	 *
	 * @param int                $post_id  Post.
	 * @param string             $taxonomy Taxonomy.
	 * @param array<int|string> $after    Its terms in that taxonomy, by number within it.
	 * @param array<int|string> $before   Those it had.
	 * @return list<string> Parts.
	 */
	public function terms( int $post_id, string $taxonomy, array $after, array $before ): array {
		$changed = array_map( intval( ... ), [ ...array_diff( $after, $before ), ...array_diff( $before, $after ) ] );
		if ( [] === $changed ) {
			return [];
		}
		if ( 'nav_menu' === $taxonomy ) {
			return [ PageParts::EVERYTHING ];
		}
		$post = get_post( $post_id );
		if ( ! $post instanceof WP_Post || ! self::is_shown( $post ) ) {
			return [];
		}
		$terms = get_terms( [ 'taxonomy' => $taxonomy, 'term_taxonomy_id' => $changed, 'hide_empty' => false, 'fields' => 'ids' ] );
		return [ ...self::itself( $post ), PageParts::posts( $post->post_type ), ...array_map( static fn ( mixed $id ): string => PageParts::term( is_numeric( $id ) ? (int) $id : 0 ), is_array( $terms ) ? array_values( $terms ) : [] ) ];
	}

	/**
	 * Whether guests can see it: by itself, or within other pages.
	 *
	 * @param WP_Post $post Post.
	 */
	private static function is_shown( WP_Post $post ): bool {
		return match ( $post->post_type ) {
			'attachment' => true,
			'wp_block'   => 'publish' === $post->post_status,
			default      => 'publish' === $post->post_status && is_post_type_viewable( $post->post_type ),
		};
	}

	/** @return list<string> */
	private static function itself( WP_Post $post ): array {
		return 'attachment' === $post->post_type ? [ PageParts::post( $post->ID ), PageParts::file( $post->ID ) ] : [ PageParts::post( $post->ID ) ];
	}

	/** @return list<string> */
	private static function address( WP_Post $post ): array {
		$path = is_post_type_viewable( $post->post_type ) ? wp_parse_url( (string) get_permalink( $post ), PHP_URL_PATH ) : null;
		return is_string( $path ) ? [ PageParts::address( $path ) ] : [];
	}

	/**
	 * @param list<string> $fields Fields.
	 */
	private function differ( WP_Post $post, WP_Post $before, array $fields ): bool {
		foreach ( $fields as $field ) {
			// Numbers of one may be the digits of the other.
			if ( (string) $post->$field !== (string) $before->$field ) {
				return true;
			}
		}
		return false;
	}
}
