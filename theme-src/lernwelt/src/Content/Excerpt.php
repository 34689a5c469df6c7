<?php
/**
 * The text an editor wrote to announce a post.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme\Content;

use WP_Post;

/** Excerpts as plain text, for cards, page heads and search engines alike. */
final class Excerpt {

	/**
	 * The excerpt, or nothing while the post asks this visitor for a password.
	 *
	 * @param WP_Post $post The post.
	 */
	public static function of( WP_Post $post ): string {
		return post_password_required( $post ) ? '' : trim( wp_strip_all_tags( $post->post_excerpt ) );
	}
}
