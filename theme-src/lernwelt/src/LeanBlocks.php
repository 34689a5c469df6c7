<?php
/**
 * Blocks without what this design does not use.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use WP_Duotone;
use WP_HTML_Tag_Processor;

/**
 * Spares every page view work whose result no style sheet of this theme reads.
 */
final class LeanBlocks {

	/**
	 * Unhooks core; called when the theme starts.
	 */
	public function register(): void {
		// Layout classes and styles per container: the style sheet lays blocks out by their names.
		remove_filter( 'render_block', 'wp_render_layout_support_flag', 10 );
		// Styles of style variations from theme.json: ours are classes of the style sheet.
		remove_filter( 'render_block_data', 'wp_render_block_style_variation_support_styles', 10 );
		remove_filter( 'render_block', 'wp_render_block_style_variation_class_name', 10 );

		// Choices that theme.json takes from editors: nothing to look for in each block of each page.
		foreach ( [ 'wp_render_position_support', 'wp_render_dimensions_support', 'wp_render_background_support', 'wp_render_elements_class_name', '_wp_add_block_level_presets_class', [ WP_Duotone::class, 'render_duotone_support' ] ] as $support ) {
			remove_filter( 'render_block', $support, 10 );
		}
		remove_filter( 'render_block_data', 'wp_render_elements_support_styles', 10 );
		remove_filter( 'pre_render_block', '_wp_add_block_level_preset_styles', 10 );

		// Typographic quotes and dashes are made in the text of a page, not in what its blocks make of records: that is three
		// times as long, its quotes are escaped by then, and dashes stay as they were typed.
		remove_filter( 'the_content', 'wptexturize' );
		add_filter( 'the_content', 'wptexturize', 8 );

		// No ":)" becomes a picture or another sign; screen readers read what was written.
		add_filter( 'pre_option_use_smilies', '__return_empty_string' );

		// No block here is hooked to another one, so nothing has to be taken apart and put together again for that.
		remove_filter( 'the_content', 'apply_block_hooks_to_content_from_post_object', 8 );

		// The one choice of layout editors have.
		add_filter( 'render_block_core/buttons', [ $this, 'justify' ], 10, 2 );

		// A logo of the site logo block, which this theme does not have.
		remove_filter( 'theme_mod_custom_logo', '_override_custom_logo_theme_mod' );

		// Patterns are for editors: wp-admin and the REST interface get them, visitors do not wait for them.
		if ( ! is_admin() && ! ( defined( 'WP_CLI' ) && WP_CLI ) ) {
			remove_action( 'init', '_register_theme_block_patterns' );
			add_action( 'rest_api_init', '_register_theme_block_patterns', 1 );
		}
	}

	/**
	 * Filters `render_block_core/buttons`: the one choice of layout editors have.
	 *
	 * @param string               $html  The rendered block.
	 * @param array<string, mixed> $block The parsed block.
	 */
	public function justify( string $html, array $block ): string {
		$attributes = is_array( $block['attrs'] ?? null ) ? $block['attrs'] : [];
		$layout     = is_array( $attributes['layout'] ?? null ) ? $attributes['layout'] : [];
		$where      = $layout['justifyContent'] ?? '';
		$tags       = new WP_HTML_Tag_Processor( $html );
		if ( in_array( $where, [ 'center', 'right' ], true ) && $tags->next_tag( [ 'class_name' => 'wp-block-buttons' ] ) ) {
			$tags->add_class( 'is-content-justification-' . $where );
		}
		return $tags->get_updated_html();
	}
}
