<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview;

use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Services;
use Lernwelt\Dataview\Blocks\DataViewBlock;
use Lernwelt\Dataview\Blocks\Page;
use Lernwelt\Dataview\Rest\DataSourcesController;
use WP;

/** Builds the objects and holds every hook of this plugin. */
final readonly class Plugin {
	/** Slug and text domain. */
	public const SLUG = 'lernwelt-dataview';

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
	}

	/** The block and what its editor asks over REST. */
	private function register_block(): void {
		$sources  = $this->services->data_sources;
		$page     = new Page( $sources, self::words_of_wordpress( ... ) );
		$block    = new DataViewBlock( $sources, $page );
		$template = new Template( [ 'lernwelt/data-view' => $block->view( ... ) ] );
		add_filter( 'block_type_metadata_settings', $template->settings( ... ), 10, 2 );
		add_action( 'init', fn () => $this->register_block_types() );
		// Before blocks are printed (9).
		add_filter( 'the_content', $page->begin( ... ), 1 );
		add_action( 'rest_api_init', fn () => ( new DataSourcesController( new Schemas( dirname( $this->file ) . '/schemas' ), $sources ) )->register_routes() );
	}

	private function register_block_types(): void {
		$blocks = dirname( $this->file ) . '/build/blocks';
		if ( is_dir( $blocks ) ) {
			wp_register_block_types_from_metadata_collection( $blocks, dirname( $blocks ) . '/blocks-manifest.php' );
		}
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
	}
}
