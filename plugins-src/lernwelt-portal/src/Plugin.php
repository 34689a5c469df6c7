<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Portal
 */

declare( strict_types=1 );

namespace Lernwelt\Portal;

use Lernwelt\Core\Blocks\OnDemand;
use Lernwelt\Core\Blocks\Template;
use Lernwelt\Core\Capability;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Core\Schemas;
use Lernwelt\Core\Services;
use Lernwelt\Core\Setting;
use Lernwelt\Portal\Admin\DownloadCategories;
use Lernwelt\Portal\Admin\SettingsScreen;
use Lernwelt\Portal\Admin\SvgUploads;
use Lernwelt\Portal\Application\Logo;
use Lernwelt\Portal\Application\MessageMail;
use Lernwelt\Portal\Application\SendMessage;
use Lernwelt\Portal\Blocks\ContactDetailsView;
use Lernwelt\Portal\Blocks\FormHandler;
use Lernwelt\Portal\Blocks\FormPage;
use Lernwelt\Portal\Blocks\FormRequest;
use Lernwelt\Portal\Domain\PortalSettings;
use Lernwelt\Portal\Domain\Svg\Inspector;
use Lernwelt\Portal\Rest\PortalSettingsController;

/** Builds the objects and holds every hook of this plugin. */
final readonly class Plugin {
	/** Slug and text domain. */
	private const SLUG = 'lernwelt-portal';

	/** Edit the portal's settings and logo. */
	private const EDIT = 'lernwelt_edit_portal';

	/**
	 * @param string   $file     Main file.
	 * @param Services $services Shared services.
	 */
	public function __construct( private string $file, private Services $services ) {
	}

	/** Hooks everything up. */
	public function register(): void {
		$this->services->capabilities->register( new Capability( self::EDIT, static fn (): string => __( 'Edit the portal’s settings and logo', 'lernwelt-portal' ), [ 'administrator', 'editor' ], static fn (): string => __( 'Portal', 'lernwelt-portal' ) ) );
		add_action( 'init', static fn () => load_plugin_textdomain( self::SLUG, false, self::SLUG . '/build/languages' ), 0 );
		$this->register_settings();
		$this->register_blocks();
		$this->register_media();
		( new SchoolHooks( $this->services ) )->register();
	}

	private function register_settings(): void {
		$settings = $this->services->settings;
		$schemas  = dirname( $this->file ) . '/schemas';
		$settings->register( new Setting( PortalSettings::KEY, $schemas . '/portal-settings.json', PortalSettings::DEFAULTS, PortalSettings::problems( ... ) ) );

		$screen = new SettingsScreen( $this->file, self::EDIT );
		add_action( 'admin_menu', $screen->add( ... ) );
		add_action( 'admin_enqueue_scripts', $screen->enqueue( ... ) );
		add_action( 'rest_api_init', static fn () => ( new PortalSettingsController( new Schemas( $schemas ), $settings, new Logo(), self::EDIT ) )->register_routes() );
		add_filter( 'lernwelt_accent', $this->accent( ... ) );
		// Colours and contact data stand on every page.
		foreach ( [ 'add_option_', 'update_option_' ] as $change ) {
			add_action( $change . PortalSettings::KEY, static fn () => PageChanges::changed( PageParts::EVERYTHING ) );
		}
	}

	/**
	 * The portal's own accent, the theme variant's when it has none.
	 */
	private function accent( ?string $variant ): ?string {
		$own = $this->services->settings->get( PortalSettings::KEY )['accent'];
		return is_string( $own ) && '' !== $own ? $own : $variant;
	}

	private function register_blocks(): void {
		$services = $this->services;
		$handler  = new FormHandler( new SendMessage( $services->mailer, $services->rate_limiter, new MessageMail( $services->settings, $services->clock ) ) );
		$page     = new FormPage( $handler );
		$template = new Template(
			[
				'lernwelt/form'            => $page->view( ... ),
				'lernwelt/contact-details' => static fn (): ContactDetailsView => new ContactDetailsView( $services->settings->get( PortalSettings::KEY ) ),
			]
		);
		add_filter( 'block_type_metadata_settings', $template->settings( ... ), 10, 2 );
		add_action( 'init', fn () => OnDemand::current()->add_folder( dirname( $this->file ) . '/build/blocks' ) );
		add_action( 'template_redirect', static fn () => self::answer( $page ) );
		add_filter( 'document_title_parts', $page->title_parts( ... ) );
	}

	private static function answer( FormPage $page ): void {
		// Guests have no nonce: FormHandler checks where the form was sent from.
		$address = $page->answer( FormRequest::of( $_SERVER, $_POST ), $_GET ); // phpcs:ignore WordPress.Security.NonceVerification.Missing
		if ( null !== $address ) {
			wp_safe_redirect( $address, 303 );
			exit;
		}
	}

	private function register_media(): void {
		$svg        = new SvgUploads( new Inspector(), self::EDIT );
		$categories = new DownloadCategories( self::EDIT );
		// After the network's list of types, which would take svg out again.
		add_filter( 'upload_mimes', $svg->mimes( ... ), 20, 2 );
		add_filter( 'wp_handle_upload_prefilter', $svg->check( ... ) );
		add_filter( 'wp_handle_sideload_prefilter', $svg->check( ... ) );
		add_filter( 'wp_check_filetype_and_ext', $svg->type( ... ), 10, 3 );
		add_filter( 'wp_upload_bits', $svg->refuse_bits( ... ) );
		add_filter( 'wp_generate_attachment_metadata', $svg->metadata( ... ), 10, 2 );

		add_action( 'init', $categories->register( ... ) );
		add_action( 'restrict_manage_posts', static fn ( string $post_type ) => $categories->print_filter( $post_type, (string) get_query_var( DownloadCategories::TAXONOMY ) ) );
	}
}
