<?php
/**
 * The page cache.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations;

use Lernwelt\Core\CurrentRequest;
use Lernwelt\Core\PageChanges;
use Lernwelt\Core\PageParts;
use Lernwelt\Core\Portals;
use Lernwelt\Core\Services;
use Lernwelt\Core\Sweep;
use Lernwelt\Operations\Cli\CacheCommand;
use Lernwelt\Operations\PageCache\AnswerHeaders;
use Lernwelt\Operations\PageCache\CacheSettings;
use Lernwelt\Operations\PageCache\ChangeLog;
use Lernwelt\Operations\PageCache\Folder;
use Lernwelt\Operations\PageCache\PageCacheCheck;
use Lernwelt\Operations\PageCache\PageMaking;
use Lernwelt\Operations\PageCache\Pages;
use Lernwelt\Operations\PageCache\PostWatch;
use WP_CLI;
use WP_Post;
use WP_Site;

/** Says which answers a cache in front may keep, watches what changes, and brings the copies up to date. */
final readonly class PageCacheHooks {

	/** Options that guests see the effect of; the theme's own begin with theme_mods_. */
	private const SHOWN_OPTIONS = [ 'blogdescription', 'blog_public', 'date_format', 'time_format', 'timezone_string', 'gmt_offset', 'WPLANG', 'start_of_week', 'permalink_structure', 'category_base', 'tag_base', 'show_on_front', 'page_on_front', 'page_for_posts', 'posts_per_page', 'posts_per_rss', 'rss_use_excerpt', 'sticky_posts', 'default_category', 'site_icon', 'site_logo', 'template', 'stylesheet', 'thumbnail_size_w', 'lernwelt_guests' ];

	/** Options that the other portals show, too: name and address of a portal. */
	private const SHOWN_EVERYWHERE = [ 'blogname', 'home', 'siteurl' ];

	/**
	 * @param Services $services Shared services.
	 */
	public function __construct( private Services $services ) {}

	/** Hooks everything up. */
	public function register(): void {
		$settings = CacheSettings::from_constants();
		$this->services->health->register( 'page_cache', static fn () => new PageCacheCheck( $settings ) );
		if ( ! is_admin() && 'cli' !== PHP_SAPI ) {
			$this->watch_page( new PageMaking(), $settings );
		}
		if ( ! $settings->is_on() ) {
			return;
		}
		$pages = new Pages( $settings, $this->services->clock );
		$log   = new ChangeLog( $pages, $this->services->portals );
		self::watch_changes( $log );
		add_action( 'shutdown', $log->settle( ... ), PHP_INT_MAX );
		add_action( Sweep::HOOK, fn () => $pages->sweep( $this->services->portals->current() ), 90 );
		if ( defined( 'WP_CLI' ) && true === constant( 'WP_CLI' ) ) {
			WP_CLI::add_command( 'lernwelt cache', new CacheCommand( $pages, $this->services->portals ) );
		}
	}

	/**
	 * Watches what a page shows, and sends what caches have to know.
	 *
	 * @param PageMaking    $page     Learns it.
	 * @param CacheSettings $settings Settings.
	 */
	public function watch_page( PageMaking $page, CacheSettings $settings ): void {
		$headers = new AnswerHeaders( $settings, $page, $this->services->clock, fn (): Folder => new Folder( $settings->directory, $this->services->portals->current()->id ), static fn (): array => [ (int) http_response_code(), headers_list() ], self::send( ... ) );
		// Before anybody redirects; lernwelt-security holds a page back within this.
		add_action( 'template_redirect', $headers->hold_back( ... ), PHP_INT_MIN );
		add_filter( 'nonce_user_logged_out', $page->note_nonce( ... ), PHP_INT_MAX, 2 );
		if ( $settings->is_on() && in_array( CurrentRequest::server( 'REQUEST_METHOD' ), [ 'GET', 'HEAD' ], true ) ) {
			self::watch_parts( $page );
		}
	}

	/**
	 * Watches where WordPress takes the parts of a page from.
	 *
	 * @param PageMaking $page Learns it.
	 */
	public static function watch_parts( PageMaking $page ): void {
		add_action( PageChanges::SHOWN, $page->add( ... ) );
		add_action( PageChanges::RIGHT_UNTIL, $page->right_until( ... ) );
		add_action( 'pre_get_posts', $page->note_query( ... ), PHP_INT_MAX );
		add_filter( 'the_posts', $page->note_posts( ... ), PHP_INT_MAX, 2 );
		foreach ( [ 'post_link', 'post_type_link', 'page_link', 'attachment_link' ] as $link ) {
			add_filter( $link, $page->note_link( ... ), PHP_INT_MAX, 2 );
		}
		add_filter( 'get_the_terms', $page->note_terms( ... ), PHP_INT_MAX );
		add_filter( 'term_link', $page->note_term_link( ... ), PHP_INT_MAX, 2 );
		add_filter( 'wp_get_attachment_url', $page->note_file( ... ), PHP_INT_MAX, 2 );
		add_filter( 'wp_get_attachment_image_src', $page->note_file( ... ), PHP_INT_MAX, 2 );
		add_filter( 'wp_content_img_tag', $page->note_image( ... ), PHP_INT_MAX, 3 );
		add_filter( 'render_block_core/block', $page->note_pattern( ... ), PHP_INT_MAX, 2 );
	}

	/**
	 * Watches everything that changes what guests see.
	 *
	 * @param ChangeLog $log Takes it.
	 */
	public static function watch_changes( ChangeLog $log ): void {
		add_action( PageChanges::CHANGED, $log->add( ... ) );
		self::watch_posts( $log, new PostWatch() );
		self::watch_terms( $log );
		$everything = static fn () => $log->add( [ PageParts::EVERYTHING ] );
		foreach ( [ 'wp_update_nav_menu', 'wp_delete_nav_menu', 'customize_save_after', 'switch_theme' ] as $change ) {
			add_action( $change, $everything );
		}
		foreach ( [ 'added_option', 'updated_option', 'deleted_option' ] as $change ) {
			add_action( $change, static fn ( string $option ) => self::note_option( $log, $option ) );
		}
		self::watch_portals( $log );
	}

	/**
	 * All portals name each other.
	 *
	 * @param ChangeLog $log Takes it.
	 */
	private static function watch_portals( ChangeLog $log ): void {
		$everywhere = static fn () => $log->add_everywhere( PageParts::EVERYTHING );
		add_action( 'wp_initialize_site', $everywhere, 100 );
		add_action( 'wp_delete_site', $everywhere, 100 );
		// WordPress notes on the site when a post was saved last.
		add_action( 'wp_update_site', static fn ( WP_Site $now, WP_Site $before ) => [ $now->domain, $now->path, $now->public, $now->archived, $now->spam, $now->deleted ] === [ $before->domain, $before->path, $before->public, $before->archived, $before->spam, $before->deleted ] ? null : $everywhere(), 100, 2 );
		foreach ( [ 'added_blog_meta', 'updated_blog_meta' ] as $change ) {
			add_action( $change, static fn ( mixed $meta_id, mixed $blog_id, string $key ) => in_array( $key, [ Portals::META_ID, Portals::META_NAME ], true ) ? $everywhere() : null, 100, 3 );
		}
	}

	private static function watch_posts( ChangeLog $log, PostWatch $posts ): void {
		add_action( 'wp_after_insert_post', static fn ( int $post_id, WP_Post $post, bool $update, ?WP_Post $before ) => $log->add( $posts->saved( $post, $before ) ), 100, 4 );
		add_action( 'deleted_post', static fn ( int $post_id, WP_Post $post ) => $log->add( $posts->deleted( $post ) ), 10, 2 );
		foreach ( [ 'added_post_meta', 'updated_post_meta', 'deleted_post_meta' ] as $change ) {
			add_action( $change, static fn ( mixed $meta_id, int $post_id, string $key ) => $log->add( $posts->meta( $post_id, $key ) ), 10, 3 );
		}
		add_action( 'set_object_terms', static fn ( int $post_id, array $terms, array $after, string $taxonomy, bool $append, array $before ) => $log->add( $posts->terms( $post_id, $taxonomy, $append ? array_unique( [ ...$after, ...$before ] ) : $after, $before ) ), 10, 6 );
		// Feeds name authors.
		add_action( 'profile_update', static fn () => $log->add( [ PageParts::LISTINGS ] ) );
	}

	private static function watch_terms( ChangeLog $log ): void {
		foreach ( [ 'created_term', 'edited_term', 'delete_term' ] as $change ) {
			add_action( $change, static fn ( int $term, int $number, string $taxonomy ) => $log->add( 'nav_menu' === $taxonomy ? [ PageParts::EVERYTHING ] : [ PageParts::term( $term ), PageParts::LOST, PageParts::LISTINGS ] ), 10, 3 );
		}
	}

	private static function note_option( ChangeLog $log, string $option ): void {
		if ( in_array( $option, self::SHOWN_EVERYWHERE, true ) ) {
			$log->add_everywhere( PageParts::EVERYTHING );
		} elseif ( str_starts_with( $option, 'theme_mods_' ) || in_array( $option, self::SHOWN_OPTIONS, true ) ) {
			$log->add( [ PageParts::EVERYTHING ] );
		}
	}

	private static function send( string $name, string $value ): void {
		if ( headers_sent() ) {
			return;
		}
		if ( '' === $value ) {
			header_remove( $name );
		} else {
			header( "$name: $value" );
		}
	}
}
