<?php
/**
 * Comments, pings and trackbacks.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Surface;

/** Takes discussion out of WordPress altogether: no form, no address, no cookie, no stored address of a visitor. */
final class Comments {

	/** Action `init`, after all post types are registered. The editor's notes are comments too. */
	public function drop_support(): void {
		foreach ( get_post_types() as $type ) {
			remove_post_type_support( $type, 'comments' );
			remove_post_type_support( $type, 'trackbacks' );
			if ( is_array( get_all_post_type_supports( $type )['editor'] ?? null ) ) {
				remove_post_type_support( $type, 'editor' );
				add_post_type_support( $type, 'editor' );
			}
		}
	}

	/** Action `widgets_init`. */
	public function drop_widget(): void {
		unregister_widget( 'WP_Widget_Recent_Comments' );
	}

	/** Filters `pre_option_default_comment_status` and `pre_option_default_ping_status`. */
	public function closed(): string {
		return 'closed';
	}

	/** Action `template_redirect`: comment feeds answer like an address that never existed. */
	public function close_feeds(): void {
		if ( is_comment_feed() ) {
			wp_die( esc_html__( 'This feed does not exist.', 'lernwelt-security' ), '', [ 'response' => 404 ] );
		}
	}
}
