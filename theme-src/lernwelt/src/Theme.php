<?php
/**
 * Composition root of the theme.
 *
 * @package Lernwelt\Theme
 */

declare( strict_types=1 );

namespace Lernwelt\Theme;

use Lernwelt\Core\Portals;
use Lernwelt\Theme\Content\CardFactory;
use Lernwelt\Theme\Content\Downloads;
use Lernwelt\Theme\Content\Teasers;
use Lernwelt\Theme\Editor\BlockStyles;
use Lernwelt\Theme\Editor\Curation;
use Lernwelt\Theme\Navigation\Breadcrumbs;
use Lernwelt\Theme\Navigation\Menus;

/**
 * Builds the objects the templates use and holds every hook.
 */
final class Theme {

	/** The menus of this portal. */
	public readonly Menus $menus;

	/** The way to the page shown. */
	public readonly Breadcrumbs $breadcrumbs;

	/** Posts as cards. */
	public readonly CardFactory $cards;

	/** Lists of cards for blocks and templates. */
	public readonly Teasers $teasers;

	/** Files to download. */
	public readonly Downloads $downloads;

	/** The portal's mark. */
	public readonly Logo $logo;

	/**
	 * Builds everything; hooks nothing yet.
	 *
	 * @param Portals $portals The portals of the network.
	 */
	public function __construct( public readonly Portals $portals ) {
		$this->menus       = new Menus();
		$this->breadcrumbs = new Breadcrumbs();
		$this->cards       = new CardFactory();
		$this->teasers     = new Teasers( $this->cards );
		$this->downloads   = new Downloads();
		$this->logo        = new Logo();
	}

	/**
	 * Hooks the theme into WordPress.
	 */
	public function register(): void {
		$setup    = new Setup();
		$tokens   = new Tokens();
		$assets   = new Assets( $tokens );
		$head     = new Head( $tokens );
		$queries  = new Queries();
		$curation = new Curation();

		add_action( 'after_setup_theme', [ $setup, 'register' ] );
		add_action( 'init', [ $setup, 'taxonomies' ], 20 );
		add_filter( 'wp_theme_json_data_theme', [ new PaletteFilter(), 'apply' ] );

		add_action( 'init', [ new Blocks(), 'register' ] );
		add_action( 'init', [ new BlockStyles(), 'register' ] );
		add_action( 'init', [ $curation, 'register_categories' ] );
		add_filter( 'block_categories_all', [ $curation, 'block_categories' ] );
		add_filter( 'allowed_block_types_all', [ $curation, 'allowed_blocks' ], 10, 2 );
		add_filter( 'block_editor_settings_all', [ $curation, 'settings' ] );
		add_action( 'enqueue_block_editor_assets', [ $assets, 'editor' ] );

		add_action( 'wp_enqueue_scripts', [ $assets, 'front_end' ] );
		add_action( 'wp_enqueue_scripts', [ $assets, 'drop_core' ], 100 );
		add_action( 'login_enqueue_scripts', [ $assets, 'login' ] );
		add_filter( 'wp_preload_resources', [ $assets, 'preload' ] );
		// Everything the pages need is in one style sheet: nothing is collected late and moved up through an output buffer.
		add_filter( 'wp_should_output_buffer_template_for_enhancement', '__return_false', 99 );
		add_filter( 'should_load_separate_core_block_assets', '__return_false', 99 );
		add_filter( 'should_load_block_assets_on_demand', '__return_true', 99 );

		add_action( 'init', [ $head, 'trim' ] );
		add_action( 'wp_head', [ $head, 'print' ], 2 );
		add_filter( 'document_title_separator', [ $head, 'separator' ] );

		add_action( 'pre_get_posts', [ $queries, 'shape' ] );
		add_filter( 'get_the_archive_title_prefix', '__return_empty_string' );
		( new LeanBlocks() )->register();
		add_filter( 'render_block_core/table', [ new ScrollableTable(), 'wrap' ] );
	}
}
