<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places;

use Lernwelt\Core\Blocks\OnDemand;
use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\Capability;
use Lernwelt\Core\Geo\Districts;
use Lernwelt\Core\Services;
use Lernwelt\Core\Setting;
use Lernwelt\Core\Sweep;
use Lernwelt\Places\Admin\ImportScreen;
use Lernwelt\Places\Blocks\NearbyPlaces;
use Lernwelt\Places\Blocks\PlaceDetailsView;
use Lernwelt\Places\Blocks\PlaceEditor;
use Lernwelt\Places\Blocks\PlacePage;
use Lernwelt\Places\Cli\GenerateCommand;
use Lernwelt\Places\Cli\PlacesCommand;
use Lernwelt\Places\Content\PlaceCapabilities;
use Lernwelt\Places\Content\PlaceList;
use Lernwelt\Places\Content\PlaceMeta;
use Lernwelt\Places\Content\PlacesSource;
use Lernwelt\Places\Content\PlaceType;
use Lernwelt\Places\Content\SaveCheck;
use Lernwelt\Places\Content\Taxonomies;
use Lernwelt\Places\Domain\Place;
use Lernwelt\Places\Domain\Sample\SamplePlaces;
use Lernwelt\Places\Persistence\IndexedNeighbours;
use Lernwelt\Places\Persistence\Migrations\M0001SeedTerms;
use Lernwelt\Places\Persistence\Migrations\M0002CreateImport;
use Lernwelt\Places\Rest\ImportController;
use Lernwelt\Places\Rest\ImportSettingsController;
use Lernwelt\Places\Uploads\InputStore;
use WP_CLI;
use WP_Post;
use WP_Query;

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
		$imports = $this->imports();
		$this->register_import( $imports );
		$this->register_import_screen( $imports );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt places generate', new GenerateCommand( new SamplePlaces( Districts::shipped() ) ) );
		}
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
		add_filter( 'rest_prepare_' . Place::TYPE, $meta->hide( ... ), 10, 3 );
		$this->services->data_sources->register( PlacesSource::ID, fn (): PlacesSource => new PlacesSource( $this->services->index ) );
		$this->register_place_pages();
		$this->register_place_list();
	}

	/** What visitors see of a place. */
	private function register_place_pages(): void {
		$page     = new PlacePage();
		$nearby   = new NearbyPlaces( new IndexedNeighbours( $this->services->index, PlacesSource::ID ) );
		$template = new Template( [ 'lernwelt/place-details' => static fn (): PlaceDetailsView => $page->view() ] );
		add_filter( 'block_type_metadata_settings', $template->settings( ... ), 10, 2 );
		add_action( 'init', fn () => OnDemand::current()->add_folder( dirname( $this->file ) . '/build/blocks' ) );
		add_action( 'enqueue_block_editor_assets', ( new PlaceEditor() )->add_districts( ... ) );
		add_action( 'wp_head', $page->print_structured_data( ... ) );
		add_filter( 'lernwelt_related', $nearby->below( ... ), 10, 2 );
		add_filter( 'lernwelt_card_tags', $nearby->tags( ... ), 10, 2 );
	}

	/** The list of places in wp-admin. */
	private function register_place_list(): void {
		$list = new PlaceList();
		add_filter( 'manage_' . Place::TYPE . '_posts_columns', $list->columns( ... ) );
		add_action( 'manage_' . Place::TYPE . '_posts_custom_column', $list->print_cell( ... ), 10, 2 );
		// The filters of a list are read, nothing is changed by them.
		add_action( 'restrict_manage_posts', static fn ( string $post_type ) => $list->print_filters( $post_type, $_GET ) ); // phpcs:ignore WordPress.Security.NonceVerification.Recommended
		add_action( 'pre_get_posts', static fn ( WP_Query $query ) => $list->filter( $query, $_GET ) ); // phpcs:ignore WordPress.Security.NonceVerification.Recommended
	}

	private function imports(): ImportWiring {
		global $wpdb;
		return new ImportWiring( $wpdb, $this->services, $this->hosts( ... ) );
	}

	/** Tables, command and schedule of the import. */
	private function register_import( ImportWiring $imports ): void {
		$this->services->migrations->register( self::SLUG, new M0002CreateImport() );
		// After core's own work of this minute: mails don't wait for an import.
		add_action( Sweep::HOOK, static fn () => $imports->schedule()->run(), 20 );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt places', new PlacesCommand( $imports->runs() ) );
		}
	}

	/** REST routes and the screen of the import. */
	private function register_import_screen( ImportWiring $imports ): void {
		$schemas = dirname( $this->file ) . '/schemas';
		$this->services->settings->register( new Setting( ImportSettingsController::KEY, $schemas . '/import-settings.json', ImportSettingsController::DEFAULTS ) );
		$this->services->capabilities->register( new Capability( ImportController::IMPORT, static fn (): string => __( 'Import learning places', 'lernwelt-places' ), [ 'administrator', 'editor' ], PlaceCapabilities::group( ... ) ) );
		$this->services->capabilities->register( new Capability( ImportController::HOSTS, static fn (): string => __( 'Say which hosts learning places may be fetched from', 'lernwelt-places' ), [ 'administrator' ], PlaceCapabilities::group( ... ), administrators_only: true ) );

		$wiring = new ScreenWiring( $schemas, $this->services, $imports, $this->hosts( ... ) );
		$screen = new ImportScreen( $this->file, 'edit.php?post_type=' . Place::TYPE, ImportController::IMPORT, ImportController::HOSTS, InputStore::limit( ... ) );
		add_action( 'rest_api_init', $wiring->register_routes( ... ) );
		add_action( Sweep::HOOK, $wiring->clean( ... ), 30 );
		add_action( 'admin_menu', $screen->add( ... ) );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
	}

	/** @return list<string> Hosts that imports may fetch from. */
	private function hosts(): array {
		return array_values( array_filter( (array) $this->services->settings->get( ImportSettingsController::KEY )['hosts'], is_string( ... ) ) );
	}
}
