<?php
/**
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Tests\Integration;

use Lernwelt\Security\Surface\AdminScreens;
use Lernwelt\Tests\IntegrationTestCase;
use Lernwelt\Tests\RestRequests;
use PHPUnit\Framework\Attributes\DataProvider;
use RuntimeException;
use WP_Font_Library;
use WP_Site_Health;

/** What is closed, for whom, and what is left. */
final class SurfaceTest extends IntegrationTestCase {

	use RestRequests;

	#[DataProvider( 'closed_routes' )]
	public function test_a_closed_route_is_unknown_to_guests( string $route ): void {
		self::assertSame( 404, $this->rest( 'GET', $route )->get_status() );
	}

	/** @return array<string, array{string}> */
	public static function closed_routes(): array {
		return [
			'accounts'          => [ '/wp/v2/users' ],
			'one account'       => [ '/wp/v2/users/1' ],
			'own account'       => [ '/wp/v2/users/me' ],
			'comments'          => [ '/wp/v2/comments' ],
			'oEmbed'            => [ '/oembed/1.0/embed' ],
			'oEmbed for others' => [ '/oembed/1.0/proxy' ],
			'patterns'          => [ '/wp/v2/pattern-directory/patterns' ],
			'blocks'            => [ '/wp/v2/block-directory/search' ],
			'fonts'             => [ '/wp/v2/font-collections' ],
		];
	}

	public function test_editors_keep_what_the_editor_needs_and_get_no_comments(): void {
		$this->log_in_as( 'editor' );

		self::assertSame( 200, $this->rest( 'GET', '/wp/v2/users/me' )->get_status() );
		self::assertSame( 200, $this->rest( 'GET', '/wp/v2/posts' )->get_status() );
		self::assertSame( 404, $this->rest( 'GET', '/wp/v2/comments' )->get_status() );
	}

	public function test_the_index_tells_guests_the_name_and_nothing_else(): void {
		self::assertSame( [ 'name', 'home' ], array_keys( (array) $this->rest( 'GET', '/' )->get_data() ) );
		$this->log_in_as( 'editor' );
		self::assertArrayHasKey( 'routes', (array) $this->rest( 'GET', '/' )->get_data() );
	}

	public function test_answers_never_come_as_a_script(): void {
		self::assertFalse( apply_filters( 'rest_jsonp_enabled', true ) );
	}

	public function test_no_parameter_of_an_address_starts_the_customizer(): void {
		self::assertFalse( has_action( 'plugins_loaded', '_wp_customize_include' ) );
	}

	public function test_no_portal_can_be_deleted_from_within(): void {
		$redirect = static fn ( string $address ): never => throw new RuntimeException( $address );
		$page     = $GLOBALS['pagenow'] ?? null;
		add_filter( 'wp_redirect', $redirect );
		$GLOBALS['pagenow'] = 'ms-delete-site.php';
		$this->expectExceptionMessage( admin_url() );
		try {
			( new AdminScreens() )->close();
		} finally {
			remove_filter( 'wp_redirect', $redirect );
			$GLOBALS['pagenow'] = $page;
		}
	}

	public function test_a_change_of_language_brings_no_comments_back(): void {
		switch_to_locale( 'en_US' );
		restore_previous_locale();

		self::assertFalse( post_type_supports( 'post', 'comments' ) );
	}

	public function test_nobody_can_comment(): void {
		$post = (int) wp_insert_post(
			[
				'post_title'     => 'Ein Beitrag',
				'post_status'    => 'publish',
				'comment_status' => 'open',
				'ping_status'    => 'open',
			]
		);

		self::assertFalse( comments_open( $post ) );
		self::assertFalse( pings_open( $post ) );
		self::assertFalse( post_type_supports( 'post', 'comments' ) );
		self::assertTrue( get_all_post_type_supports( 'page' )['editor'], 'no notes' );
		self::assertSame( 'closed', get_option( 'default_comment_status' ) );
		self::assertTrue( is_wp_error( wp_handle_comment_submission( [ 'comment_post_ID' => $post, 'comment' => 'Hallo', 'author' => 'A', 'email' => 'a@example.org' ] ) ) );
	}

	#[DataProvider( 'closed_variables' )]
	public function test_a_closed_view_is_not_found( string $variable, string $value ): void {
		self::assertSame( [ 'error' => '404' ], apply_filters( 'request', [ $variable => $value ] ) );
	}

	/** @return array<string, array{string, string}> */
	public static function closed_variables(): array {
		return [
			'author by number' => [ 'author', '1' ],
			'author by name'   => [ 'author_name', 'netzwerk' ],
			'trackback'        => [ 'tb', '1' ],
			'embeddable view'  => [ 'embed', 'true' ],
		];
	}

	public function test_screens_do_not_try_how_to_pack_scripts(): void {
		self::assertNotFalse( get_site_option( 'can_compress_scripts' ), 'WordPress would ask the browser.' );
		self::assertSame( 0, (int) get_site_option( 'can_compress_scripts' ) );
	}

	public function test_feeds_name_the_portal_and_pages_the_person(): void {
		$author                = $this->log_in_as( 'author' );
		$GLOBALS['authordata'] = $author;
		$person                = get_the_author();
		$GLOBALS['wp_query']->is_feed = true;
		$feed                         = get_the_author();
		$GLOBALS['wp_query']->is_feed = false;
		unset( $GLOBALS['authordata'] );

		self::assertSame( $author->display_name, $person );
		self::assertNotSame( $author->display_name, $feed );
		self::assertSame( get_bloginfo( 'name' ), $feed );
	}

	public function test_pages_and_lists_of_wp_admin_stay_open(): void {
		self::assertSame( [ 'pagename' => 'kontakt' ], apply_filters( 'request', [ 'pagename' => 'kontakt' ] ) );
		$GLOBALS['current_screen'] = new class() {
			public function in_admin(): bool {
				return true;
			}
		};
		$kept                      = apply_filters( 'request', [ 'author' => '1' ] );
		unset( $GLOBALS['current_screen'] );

		self::assertSame( [ 'author' => '1' ], $kept );
	}

	public function test_no_service_of_others_is_known(): void {
		self::assertSame( [], apply_filters( 'oembed_providers', [ 'https://video.example/*' => [ 'https://video.example', false ] ] ) );
		self::assertFalse( wp_supports_ai() );
		self::assertSame( [], wp_get_connectors() );
		self::assertFalse( wp_is_client_side_media_processing_enabled() );
		self::assertSame( [], WP_Font_Library::get_instance()->get_font_collections() );
		self::assertSame( wp_parse_url( home_url(), PHP_URL_HOST ), wp_parse_url( (string) get_avatar_url( 'jemand@example.org' ), PHP_URL_HOST ) );
		self::assertFalse( has_action( 'admin_init', '_maybe_update_core' ) );
	}

	public function test_site_health_says_where_updates_come_from(): void {
		$tests = WP_Site_Health::get_tests();

		self::assertArrayNotHasKey( 'plugin_version', $tests['direct'] );
		self::assertArrayNotHasKey( 'dotorg_communication', $tests['async'] );
		$updates = call_user_func( $tests['direct']['lernwelt_updates']['test'] );
		self::assertSame( 'good', $updates['status'] );
		self::assertStringContainsString( wp_get_wp_version(), $updates['description'] );
	}

	public function test_nobody_starts_with_a_film_from_elsewhere_and_choices_win(): void {
		global $wpdb;
		$user = $this->log_in_as( 'editor' )->ID;
		$key  = $wpdb->get_blog_prefix() . 'persisted_preferences';

		self::assertFalse( get_user_meta( $user, $key, true )['core/edit-post']['welcomeGuide'] );
		update_user_meta( $user, $key, [ 'core/edit-post' => [ 'welcomeGuide' => true ] ] );
		self::assertTrue( get_user_meta( $user, $key, true )['core/edit-post']['welcomeGuide'] );
		self::assertSame( '', get_user_meta( $user, 'etwas_anderes', true ) );
	}

	public function test_asset_addresses_change_with_the_version_without_naming_it(): void {
		foreach ( [ wp_scripts(), wp_styles() ] as $assets ) {
			self::assertMatchesRegularExpression( '/^[0-9a-f]{12}$/', (string) $assets->default_version );
		}
	}
}
