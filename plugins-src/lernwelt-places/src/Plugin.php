<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places;

use Lernwelt\Core\Services;
use Lernwelt\Places\Content\PlaceCapabilities;
use Lernwelt\Places\Content\PlaceMeta;
use Lernwelt\Places\Content\PlaceType;
use Lernwelt\Places\Content\SaveCheck;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Persistence\Migrations\M0001SeedTerms;
use WP_Post;

/** Builds the objects and holds every hook of this plugin. */
final readonly class Plugin {
	/** Slug and text domain. */
	public const SLUG = 'lernwelt-places';

	/**
	 * @param string   $file     Main file.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {
	}

	/** Hooks everything up. */
	public function register(): void {
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );
		$this->register_content();
		$this->register_import();
		$this->register_import_screen();
	}

	/** Post type, taxonomies, blocks, data source. */
	private function register_content(): void {
		$type       = new PlaceType();
		$taxonomies = new Taxonomies( dirname( $this->file ) . '/data/terms.json' );
		$meta       = new PlaceMeta( dirname( $this->file ) . '/schemas/place-details.json' );
		foreach ( PlaceCapabilities::all() as $capability ) {
			$this->services->capabilities->register( $capability );
		}
		$this->services->migrations->register( self::SLUG, new M0001SeedTerms( $taxonomies->seed( ... ) ) );

		add_action( 'init', $taxonomies->register( ... ) );
		add_action( 'init', $type->register( ... ) );
		add_action( 'init', $meta->register( ... ) );
		add_filter( 'enter_title_here', static fn ( string $text, WP_Post $post ): string => $type->title_placeholder( $text, $post->post_type ), 10, 2 );
		add_filter( 'rest_pre_insert_' . Place::TYPE, ( new SaveCheck() )->check( ... ), 10, 2 );
		add_filter( 'rest_prepare_' . Place::TYPE, $meta->hide_note( ... ) );
	}

	/** Tables, command and schedule of the import. */
	private function register_import(): void {
	}

	/** REST routes and the screen of the import. */
	private function register_import_screen(): void {
	}
}
