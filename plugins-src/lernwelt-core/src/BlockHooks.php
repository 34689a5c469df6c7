<?php
/**
 * Hooks of block types on demand.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

use Lernwelt\Core\Blocks\OnDemand;
use WP_Post;

/** Lets pages register only the block types they show. */
final readonly class BlockHooks {

	/** Hooks everything up. */
	public function register(): void {
		$blocks = OnDemand::current();
		$blocks->hold_back();
		add_filter( 'block_type_metadata', $blocks->without_editor( ... ) );
		add_action( 'rest_api_init', $blocks->need_all( ... ), PHP_INT_MIN );
		if ( $blocks->waits() ) {
			add_action( 'wp_loaded', PageScripts::begin( ... ) );
		}
		add_filter( 'pre_render_block', $blocks->before_printing( ... ), PHP_INT_MIN, 3 );
		add_action( 'wp', static fn () => self::look_at_found( $blocks ) );
	}

	private static function look_at_found( OnDemand $blocks ): void {
		$post = is_singular() ? get_queried_object() : null;
		if ( $post instanceof WP_Post ) {
			$blocks->need_for( $post->post_content );
		}
	}
}
