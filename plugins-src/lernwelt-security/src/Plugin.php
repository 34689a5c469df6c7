<?php
/**
 * Composition root.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security;

use Lernwelt\Core\Services;
use Lernwelt\Security\Persistence\Migrations\M0104HideLogins;
use Lernwelt\Security\Surface\AdminScreens;
use Lernwelt\Security\Surface\Comments;
use Lernwelt\Security\Surface\Login;
use Lernwelt\Security\Surface\PublicNames;
use Lernwelt\Security\Surface\Requests;
use Lernwelt\Security\Surface\RestApi;
use Lernwelt\Security\Surface\Versions;
use Lernwelt\Security\ThirdParties\Avatars;
use Lernwelt\Security\ThirdParties\Directories;
use Lernwelt\Security\ThirdParties\Editor;
use Lernwelt\Security\ThirdParties\SiteHealth;

/** Builds the objects and holds every hook of this plugin; larger areas have a class beside this one for theirs. */
final class Plugin {

	/**
	 * @param string   $file     Main file of the plugin.
	 * @param Services $services Shared services.
	 */
	public function __construct( private readonly string $file, private readonly Services $services ) {}

	/** Sends the headers, refuses closed scripts, and hooks everything else. */
	public function register(): void {
		( new HeaderHooks( $this->file, $this->services ) )->register();

		$requests = new Requests( __DIR__ . '/../closed-paths.json' );
		$requests->refuse_closed_scripts();

		add_action( 'init', static fn () => load_plugin_textdomain( 'lernwelt-security', false, 'lernwelt-security/build/languages' ), 0 );
		$this->hook_third_parties( new Avatars( plugins_url( 'assets/avatar.svg', $this->file ) ), new Editor( $this->file ) );
		$this->hook_updates( new SiteHealth() );
		$this->hook_surface( $requests, new RestApi() );
		$this->hook_comments( new Comments() );
		$this->hook_login( new Login() );
		$this->hook_screens( new AdminScreens() );
		$this->hook_versions( new Versions() );

		( new ErrorHooks() )->register();
		( new GateHooks() )->register();
		foreach ( [ AuditHooks::class, RoleHooks::class, ThrottleHooks::class, SecondFactorHooks::class ] as $area ) {
			( new $area( $this->file, $this->services ) )->register();
		}
	}

	private function hook_third_parties( Avatars $avatars, Editor $editor ): void {
		foreach ( [ 'wp_head', 'embed_head' ] as $head ) {
			remove_action( $head, 'print_emoji_detection_script', 'wp_head' === $head ? 7 : 10 );
		}
		foreach ( [ 'wp_enqueue_scripts', 'admin_enqueue_scripts', 'enqueue_embed_scripts' ] as $enqueue ) {
			remove_action( $enqueue, 'wp_enqueue_emoji_styles' );
		}
		remove_action( 'wp_print_styles', 'print_emoji_styles' );
		remove_filter( 'the_content_feed', 'wp_staticize_emoji' );
		remove_filter( 'wp_mail', 'wp_staticize_emoji_for_email' );
		add_filter( 'emoji_svg_url', '__return_false' );
		add_filter( 'tiny_mce_plugins', static fn ( array $plugins ): array => array_values( array_diff( $plugins, [ 'wpemoji', 'wpembed' ] ) ) );
		remove_action( 'wp_head', 'wp_resource_hints', 2 );
		remove_action( 'login_head', 'wp_resource_hints', 8 );

		remove_action( 'wp_head', 'wp_oembed_add_discovery_links', 4 );
		remove_action( 'wp_head', 'wp_oembed_add_discovery_links' );
		remove_action( 'wp_head', 'wp_oembed_add_host_js' );
		remove_action( 'rest_api_init', 'wp_oembed_register_route' );
		remove_filter( 'pre_oembed_result', 'wp_filter_pre_oembed_result' );
		add_filter( 'oembed_providers', '__return_empty_array' );
		add_filter( 'embed_oembed_discover', '__return_false' );

		add_filter( 'pre_get_avatar_data', [ $avatars, 'neutral' ] );
		add_filter( 'user_profile_picture_description', [ $avatars, 'description' ] );
		add_filter( 'avatar_defaults', [ $avatars, 'choices' ] );

		add_filter( 'should_load_remote_block_patterns', '__return_false' );
		add_action( 'after_setup_theme', [ $editor, 'drop_core_patterns' ], 100 );
		add_filter( 'block_editor_settings_all', [ $editor, 'settings' ] );
		add_action( 'enqueue_block_editor_assets', [ $editor, 'enqueue' ] );
		add_filter( 'default_user_metadata', [ $editor, 'preferences' ], 10, 4 );
		remove_action( 'enqueue_block_editor_assets', 'wp_enqueue_editor_block_directory_assets' );
		remove_action( 'init', '_wp_register_default_font_collections' );
		add_filter( 'wp_client_side_media_processing_enabled', '__return_false' );

		add_filter( 'wp_supports_ai', '__return_false' );
		add_action( 'wp_connectors_init', [ $editor, 'disconnect' ], PHP_INT_MAX );
	}

	private function hook_updates( SiteHealth $health ): void {
		remove_action( 'init', 'wp_schedule_update_checks' );
		foreach ( [ 'core', 'plugins', 'themes' ] as $kind ) {
			remove_action( 'admin_init', '_maybe_update_' . $kind );
		}
		foreach ( [ 'wp_version_check', 'wp_update_plugins', 'wp_update_themes', 'wp_maybe_auto_update' ] as $check ) {
			remove_action( $check, $check );
			foreach ( [ 'load-plugins.php', 'load-themes.php', 'load-update.php', 'load-update-core.php' ] as $screen ) {
				remove_action( $screen, $check );
			}
		}
		add_filter( 'automatic_updater_disabled', '__return_true' );
		add_filter( 'translations_api', [ new Directories(), 'translations' ] );
		add_filter( 'site_status_tests', [ $health, 'tests' ] );
	}

	private function hook_surface( Requests $requests, RestApi $rest ): void {
		add_filter( 'request', [ $requests, 'not_found' ] );
		add_filter( 'rewrite_rules_array', [ $requests, 'rules' ] );
		add_filter( 'author_rewrite_rules', '__return_empty_array' );
		add_filter( 'the_author', [ $requests, 'feed_author' ] );
		add_filter( 'author_link', [ $requests, 'author_link' ] );
		add_filter( 'wp_sitemaps_add_provider', [ $requests, 'sitemap_provider' ], 10, 2 );

		// The main portal would send visitors of a missing page to its start page.
		remove_action( 'template_redirect', 'maybe_redirect_404' );

		$names = new PublicNames();
		add_filter( 'wp_pre_insert_user_data', static fn ( array $data, bool $update, ?int $user_id, array $given ): array => $names->hide_login( $data, (string) ( $data['user_login'] ?? $given['user_login'] ?? '' ) ), 10, 4 );
		$this->services->migrations->register( basename( $this->file, '.php' ), new M0104HideLogins() );

		add_filter( 'rest_endpoints', [ $rest, 'routes' ] );
		add_action( 'rest_api_init', [ $rest, 'answer_own_pages_only' ], 20 );
		add_filter( 'rest_index', [ $rest, 'index' ] );
		add_filter( 'rest_namespace_index', [ $rest, 'index' ] );
		// JSONP would be a script of the portal's own host that runs any function: a way around the policy for scripts.
		add_filter( 'rest_jsonp_enabled', '__return_false' );
		remove_action( 'wp_head', 'rest_output_link_wp_head' );
		remove_action( 'template_redirect', 'rest_output_link_header', 11 );

		add_filter( 'xmlrpc_enabled', '__return_false' );
		add_filter( 'xmlrpc_methods', '__return_empty_array' );
		remove_action( 'wp_head', 'rsd_link' );
		remove_action( 'wp_head', 'wp_shortlink_wp_head' );
		remove_action( 'template_redirect', 'wp_shortlink_header', 11 );

		add_filter( 'pre_site_option_registration', static fn (): string => 'none' );
		// Scripts go out one by one: the first screen of a new network need not try how they could be packed together.
		add_filter( 'pre_site_option_can_compress_scripts', '__return_zero' );
		add_filter( 'wp_is_application_passwords_available', '__return_false' );
	}

	private function hook_comments( Comments $comments ): void {
		add_action( 'init', [ $comments, 'drop_support' ], 100 );
		// WordPress registers its post types anew then.
		add_action( 'change_locale', [ $comments, 'drop_support' ], 100, 0 );
		add_action( 'widgets_init', [ $comments, 'drop_widget' ] );
		add_filter( 'comments_open', '__return_false', 100 );
		add_filter( 'pings_open', '__return_false', 100 );
		add_filter( 'comments_array', '__return_empty_array', 100 );
		add_filter( 'get_comments_number', '__return_zero', 100 );
		add_filter( 'pre_option_default_comment_status', [ $comments, 'closed' ] );
		add_filter( 'pre_option_default_ping_status', [ $comments, 'closed' ] );
		add_filter( 'pre_option_default_pingback_flag', '__return_zero' );
		add_filter( 'feed_links_show_comments_feed', '__return_false' );
		add_filter( 'feed_links_extra_show_post_comments_feed', '__return_false' );
		add_filter( 'comments_rewrite_rules', '__return_empty_array' );
		add_action( 'template_redirect', [ $comments, 'close_feeds' ], 0 );
		remove_action( 'do_pings', 'do_all_pings', 10 );
	}

	private function hook_login( Login $login ): void {
		add_filter( 'authenticate', [ $login, 'one_message' ], 100, 3 );
		add_filter( 'shake_error_codes', [ $login, 'shake' ] );
		add_filter( 'network_site_url', [ $login, 'stay_here' ], 10, 3 );
		add_filter( 'login_headerurl', [ $login, 'header_link' ] );
		add_filter( 'login_headertext', [ $login, 'header_text' ] );
		add_action( 'login_header', [ $login, 'begin_main' ], PHP_INT_MAX );
		add_action( 'login_footer', [ $login, 'end_main' ], PHP_INT_MIN );
		add_filter( 'login_display_language_dropdown', '__return_false' );
	}

	private function hook_screens( AdminScreens $screens ): void {
		add_filter( 'map_meta_cap', [ $screens, 'nobody_customizes' ], 10, 2 );
		// It would answer two parameters of any address, to anybody, before a closed portal's gate is asked.
		remove_action( 'plugins_loaded', '_wp_customize_include' );
		add_filter( 'map_meta_cap', [ $screens, 'network_exports' ], 10, 2 );
		add_action( 'admin_menu', [ $screens, 'drop_menu_entries' ], 100 );
		add_action( 'network_admin_menu', [ $screens, 'drop_menu_entries' ], 100 );
		add_action( 'admin_init', [ $screens, 'close' ], 0 );
		add_action( 'wp_dashboard_setup', [ $screens, 'drop_dashboard_boxes' ], 100 );
		add_action( 'wp_network_dashboard_setup', [ $screens, 'drop_dashboard_boxes' ], 100 );
		add_action( 'wp_user_dashboard_setup', [ $screens, 'drop_dashboard_boxes' ], 100 );
		add_action( 'admin_bar_menu', [ $screens, 'clean_admin_bar' ], PHP_INT_MAX );
		// The list of portals would load each portal's icon from that portal's host.
		add_filter( 'wp_admin_bar_show_site_icons', '__return_false' );
	}

	private function hook_versions( Versions $versions ): void {
		remove_action( 'wp_head', 'wp_generator' );
		add_filter( 'the_generator', '__return_empty_string' );
		add_filter( 'x_redirect_by', '__return_false' );
		add_action( 'wp_default_scripts', [ $versions, 'hide' ], 100 );
		add_action( 'wp_default_styles', [ $versions, 'hide' ], 100 );
		add_filter( 'script_module_loader_src', [ $versions, 'hide_in_module' ] );
	}
}
