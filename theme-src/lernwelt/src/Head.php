<?php
/**
 * The document head.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

/**
 * Prints what is missing in the head and removes what nobody needs.
 */
final class Head {

	/**
	 * Takes core's needless output away; called on `init`.
	 */
	public function trim(): void {
		remove_action( 'wp_head', 'rsd_link' );
		remove_action( 'wp_head', 'wp_generator' );
		remove_action( 'wp_head', 'wp_shortlink_wp_head', 10 );
		remove_action( 'wp_head', 'feed_links_extra', 3 );
		remove_action( 'wp_head', 'rest_output_link_wp_head', 10 );
		remove_action( 'template_redirect', 'rest_output_link_header', 11 );
		remove_action( 'template_redirect', 'wp_shortlink_header', 11 );
		remove_action( 'wp_footer', 'wp_print_speculation_rules' );
		remove_action( 'wp_footer', 'the_block_template_skip_link' );
		remove_action( 'wp_head', 'wp_print_auto_sizes_contain_css_fix', 1 );
		remove_action( 'wp_head', 'wp_enqueue_img_auto_sizes_contain_css_fix', 0 );
		remove_action( 'wp_enqueue_scripts', 'wp_enqueue_classic_theme_styles' );
		remove_action( 'wp_enqueue_scripts', 'wp_enqueue_global_styles' );
		remove_action( 'wp_head', 'wp_print_font_faces', 50 );
		remove_action( 'wp_head', 'wp_print_font_faces_from_style_variations', 50 );
		remove_filter( 'the_content', 'wp_filter_content_tags_speculative', 12 );
	}

	/**
	 * Prints theme colour, favicon and description; called on `wp_head`.
	 */
	public function print(): void {
		$tokens = wp_get_global_settings( array( 'custom' ) );
		$accent = is_array( $tokens ) && is_string( $tokens['accent'] ?? null ) ? $tokens['accent'] : '#4C7094';
		printf( "<meta name=\"theme-color\" content=\"%s\">\n", esc_attr( $accent ) );
		if ( ! has_site_icon() ) {
			printf( "<link rel=\"icon\" href=\"%s\" type=\"image/svg+xml\">\n", esc_url( get_stylesheet_directory_uri() . '/assets/favicon.svg' ) );
		}
		$description = $this->description();
		if ( '' !== $description ) {
			printf( "<meta name=\"description\" content=\"%s\">\n", esc_attr( $description ) );
		}
	}

	/**
	 * Filters `document_title_separator`.
	 */
	public function separator(): string {
		return '·';
	}

	/**
	 * Filters `body_class`: few classes that the style sheet really uses.
	 *
	 * @param list<string> $classes Core's classes.
	 * @return list<string>
	 */
	public function body_class( array $classes ): array {
		return array_values( array_intersect( $classes, array( 'home', 'single', 'page', 'search', 'error404', 'logged-in', 'admin-bar' ) ) );
	}

	/**
	 * What search engines show: the excerpt an editor wrote, on the start page the tagline.
	 */
	private function description(): string {
		if ( is_front_page() ) {
			return get_bloginfo( 'description' );
		}
		$post = get_queried_object();
		return $post instanceof \WP_Post ? trim( wp_strip_all_tags( $post->post_excerpt ) ) : '';
	}
}
