<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview;

use Lernwelt\Core\Blocks\OnDemand;
use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\Capability;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Services;
use Lernwelt\Core\Setting;
use Lernwelt\Dataview\Admin\MapScreen;
use Lernwelt\Dataview\Application\Map\BaseLayer;
use Lernwelt\Dataview\Application\Map\TileCache;
use Lernwelt\Dataview\Application\Map\Tiles;
use Lernwelt\Dataview\Blocks\DataCountBlock;
use Lernwelt\Dataview\Blocks\DataSearchBlock;
use Lernwelt\Dataview\Blocks\DataViewBlock;
use Lernwelt\Dataview\Blocks\FrontEnd;
use Lernwelt\Dataview\Blocks\Page;
use Lernwelt\Dataview\Domain\Map\MapSettings;
use Lernwelt\Dataview\Rest\DataSourcesController;
use Lernwelt\Dataview\Rest\ImageResponse;
use Lernwelt\Dataview\Rest\MapSettingsController;
use Lernwelt\Dataview\Rest\PointsController;
use Lernwelt\Dataview\Rest\RecordsController;
use Lernwelt\Dataview\Rest\TilesController;
use Lernwelt\Dataview\Sources\ArticlesSource;
use Lernwelt\Dataview\Sources\DownloadsSource;
use WP;
use WP_Post;

/** Builds the objects and holds every hook of this plugin. */
final readonly class Plugin {
	/** Slug and text domain. */
	public const SLUG = 'lernwelt-dataview';

	/** Choose the base layer of maps. */
	private const EDIT_MAP = 'lernwelt_edit_map';

	/**
	 * @param string   $file     Main file.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {
	}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );
		$this->register_sources();
		$this->register_block();
		$this->register_map();
	}

	/** Articles and downloads of every portal. */
	private function register_sources(): void {
		$index   = $this->services->index;
		$indexer = $this->services->post_indexer;
		$this->services->data_sources->register( ArticlesSource::ID, static fn (): ArticlesSource => new ArticlesSource( $index ) );
		$this->services->data_sources->register( DownloadsSource::ID, static fn (): DownloadsSource => new DownloadsSource( $index ) );

		// A page that is hidden or shown takes its files along.
		$files_changed = static fn ( int $post_id ) => array_map( $indexer->post_changed( ... ), DownloadsSource::files_of( $post_id ) );
		add_action(
			'post_updated',
			static function ( int $post_id, WP_Post $after, WP_Post $before ) use ( $files_changed ): void {
				if ( [ $after->post_status, $after->post_password ] !== [ $before->post_status, $before->post_password ] ) {
					$files_changed( $post_id );
				}
			},
			10,
			3
		);
		add_action( 'before_delete_post', $files_changed );

		// Records leave the category out that WordPress gives every article.
		add_action(
			'update_option_default_category',
			static function ( mixed $before, mixed $after ) use ( $indexer ): void {
				foreach ( [ $before, $after ] as $category ) {
					$indexer->term_changed( is_numeric( $category ) ? (int) $category : 0, 'category' );
				}
				wp_cache_set_terms_last_changed();
			},
			10,
			2
		);
	}

	/** The block and what its editor asks over REST. */
	private function register_block(): void {
		$sources  = $this->services->data_sources;
		$page     = new Page( $sources, self::words_of_wordpress( ... ) );
		$block    = new DataViewBlock( $sources, $page, new BaseLayer( $this->services->settings ), $this->services->clock );
		$template = new Template(
			[
				'lernwelt/data-view'   => $block->view( ... ),
				'lernwelt/data-search' => ( new DataSearchBlock( $sources, $page ) )->view( ... ),
				'lernwelt/data-count'  => ( new DataCountBlock( $sources ) )->view( ... ),
			]
		);
		add_filter( 'block_type_metadata_settings', $template->settings( ... ), 10, 2 );
		add_action( 'init', fn () => OnDemand::current()->add_folder( dirname( $this->file ) . '/build/blocks' ) );
		// Before blocks are printed (9).
		add_filter( 'the_content', $page->begin( ... ), 1 );
		add_action( 'rest_api_init', fn () => ( new DataSourcesController( new Schemas( dirname( $this->file ) . '/schemas' ), $sources ) )->register_routes() );
	}

	/**
	 * Names of parameters that WordPress itself reads: with them a page would be not found.
	 *
	 * @return list<string>
	 */
	private static function words_of_wordpress(): array {
		$wp = $GLOBALS['wp'] ?? null;
		return $wp instanceof WP ? array_values( array_unique( [ ...$wp->public_query_vars, ...$wp->private_query_vars ] ) ) : [];
	}

	/** Points, map setting and tile proxy. */
	private function register_map(): void {
		$services = $this->services;
		$base     = new BaseLayer( $services->settings );
		$cache    = new TileCache( TileCache::folder(), $services->clock );
		$schemas  = dirname( $this->file ) . '/schemas';
		$services->capabilities->register( new Capability( self::EDIT_MAP, static fn (): string => __( 'Choose the base layer of maps', 'lernwelt-dataview' ), [ 'administrator' ], static fn (): string => __( 'Maps', 'lernwelt-dataview' ) ) );
		$services->settings->register( new Setting( MapSettings::KEY, $schemas . '/map-settings.json', MapSettings::DEFAULTS, static fn ( array $values ): array => MapSettings::problems( $values, BaseLayer::servers() ) ) );
		add_action(
			'rest_api_init',
			static function () use ( $services, $base, $cache, $schemas ): void {
				$all = new Schemas( $schemas );
				( new PointsController( $all, $services->data_sources ) )->register_routes();
				( new RecordsController( $all, $services->data_sources, DataViewBlock::records( ... ) ) )->register_routes();
				( new TilesController( $all, $base, new Tiles( $cache ), $services->rate_limiter ) )->register_routes();
				( new MapSettingsController( $all, $services->settings, self::EDIT_MAP ) )->register_routes();
			}
		);
		foreach ( [ 'add_option_', 'update_option_' ] as $change ) {
			add_action( $change . MapSettings::KEY, static fn () => PageChanges::changed( PageParts::source( '*' ) ) );
		}
		// Other maps of the portal, e.g. the one on which editors set a point.
		add_filter( 'lernwelt_map_tiles', static fn ( mixed $tiles ): mixed => null === $base->tiles() ? $tiles : $base->config() + [ 'credit' => $base->credit() ] );
		add_filter( 'rest_pre_serve_request', ImageResponse::send( ... ), 20, 2 );
		add_action( 'wp_scheduled_delete', $cache->tidy( ... ) );

		$front_end = new FrontEnd( $base );
		add_action( 'wp_enqueue_scripts', $front_end->enqueue( ... ) );
		add_filter( 'render_block_lernwelt/data-view', $front_end->configure( ... ) );
		add_filter( 'pre_render_block', $front_end->look( ... ), PHP_INT_MAX, 2 );
		add_filter( 'interactivity_process_directives', $front_end->leave( ... ) );

		$screen = new MapScreen( $this->file, self::EDIT_MAP );
		add_action( 'admin_menu', $screen->add( ... ) );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
	}
}
