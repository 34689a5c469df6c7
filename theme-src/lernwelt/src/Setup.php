<?php
/**
 * What the theme can do.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

/**
 * Declares supports, menu locations and image sizes.
 */
final class Setup {

	/**
	 * Declares everything; called on `after_setup_theme`.
	 */
	public function register(): void {
		load_textdomain( 'lernwelt', get_template_directory() . '/build/languages/lernwelt-' . determine_locale() . '.mo' );

		add_theme_support( 'title-tag' );
		add_theme_support( 'post-thumbnails' );
		add_theme_support( 'responsive-embeds' );
		add_theme_support( 'custom-logo', [ 'unlink-homepage-logo' => false ] );
		add_theme_support( 'html5', [ 'search-form', 'gallery', 'caption', 'style', 'script', 'navigation-widgets' ] );
		add_theme_support( 'editor-styles' );
		add_editor_style( 'build/editor.css' );
		remove_theme_support( 'widgets-block-editor' );
		// PHP templates make the frame; without this core looks for block templates on every page.
		remove_theme_support( 'block-templates' );
		add_post_type_support( 'page', 'excerpt' );

		// Pictures in cards and article heads keep 16:9; twice the size serves dense screens.
		add_image_size( 'lernwelt-card', 640, 360, true );
		add_image_size( 'lernwelt-wide', 1280, 720, true );

		register_nav_menus(
			[
				'main'          => __( 'Main navigation', 'lernwelt' ),
				'service'       => __( 'Service bar', 'lernwelt' ),
				'footer-portal' => __( 'Footer: portal', 'lernwelt' ),
				'footer-help'   => __( 'Footer: help', 'lernwelt' ),
				'footer-legal'  => __( 'Footer: legal', 'lernwelt' ),
			]
		);
	}

	/**
	 * Lets pages carry tags, which their cards show.
	 */
	public function taxonomies(): void {
		register_taxonomy_for_object_type( 'post_tag', 'page' );
	}
}
