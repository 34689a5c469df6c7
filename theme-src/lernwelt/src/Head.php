<?php
/**
 * The document head.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use Lernwelt\Theme\Content\Excerpt;
use WP_Post;

/**
 * Prints what is missing in the head and removes what nobody needs.
 */
final class Head {

	/**
	 * Takes the tokens.
	 *
	 * @param Tokens $tokens Tokens of this portal.
	 */
	public function __construct( private readonly Tokens $tokens ) {}

	/**
	 * Takes core's output away that this design has no use for; what tells too much, lernwelt-security removes. Called on `init`.
	 */
	public function trim(): void {
		remove_action( 'wp_head', 'feed_links_extra', 3 );
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
		printf( "<meta name=\"theme-color\" content=\"%s\">\n", esc_attr( $this->tokens->accent() ) );
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
	 * Classes of the body. Core's body_class() queries the database to name things no style sheet here asks for.
	 *
	 * @return string Class names, not yet escaped.
	 */
	public static function body_classes(): string {
		$classes = [
			'home'      => is_front_page(),
			'single'    => is_single(),
			'page'      => is_page(),
			'search'    => is_search(),
			'error404'  => is_404(),
			'logged-in' => is_user_logged_in(),
			'admin-bar' => is_admin_bar_showing(),
		];
		return implode( ' ', array_keys( $classes, true, true ) );
	}

	/**
	 * What search engines show: the excerpt an editor wrote, on the start page the tagline.
	 */
	private function description(): string {
		if ( is_front_page() ) {
			return get_bloginfo( 'description' );
		}
		$post = get_queried_object();
		return $post instanceof WP_Post ? Excerpt::of( $post ) : '';
	}
}
