<?php
/**
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Cli;

use Lernwelt\Core\Core;
use Lernwelt\Core\Portals;
use WP_CLI;
use WP_Post;
use WP_Site;

/**
 * Sets up the portals of the network.
 */
final class NetworkCommand {

	/** What a new portal starts with; a person may change all of it later. */
	private const FIRST_OPTIONS = [
		'WPLANG'                 => 'de_DE',
		'timezone_string'        => 'Europe/Berlin',
		'gmt_offset'             => '',
		'date_format'            => 'j. F Y',
		'time_format'            => 'H:i',
		'start_of_week'          => 1,
		'permalink_structure'    => '/aktuelles/%postname%/',
		'default_comment_status' => 'closed',
		'default_ping_status'    => 'closed',
		'uploads_use_yearmonth_folders' => 1,
	];

	/**
	 * Creates missing portals and activates missing plugins; what people changed stays as it is.
	 *
	 * ## OPTIONS
	 *
	 * <file>
	 * : The list of portals (bin/portals.json).
	 *
	 * --host=<pattern>
	 * : Host name of a portal with {id} or {domain} in it, e.g. {id}.localhost:8080 or {domain}; new portals get http, or
	 * https when it is said: https://{domain}.
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt network setup bin/portals.json --host={id}.localhost:8080
	 *
	 * @param list<string>          $args       File.
	 * @param array<string, string> $assoc_args Host pattern.
	 */
	public function setup( array $args, array $assoc_args ): void {
		$list    = self::read( $args[0] );
		$scheme  = str_starts_with( $assoc_args['host'], 'https://' ) ? 'https' : 'http';
		$pattern = (string) preg_replace( '#^https?://#', '', $assoc_args['host'] );
		self::network_options( $list['portals'][0]['name'] ?? '' );
		foreach ( $list['portals'] as $portal ) {
			$host    = strtr( $pattern, [ '{id}' => $portal['id'], '{domain}' => $portal['domain'] ] );
			$blog_id = self::site( $host, $portal );
			self::first_time( $blog_id, $portal, "$scheme://$host" );
			// No setting: a portal is closed because the list says so.
			update_blog_option( $blog_id, Portals::OPTION_GUESTS, false === ( $portal['guests'] ?? true ) ? Portals::CLOSED : Portals::OPEN );
			self::activate( $blog_id, $portal['plugins'] );
		}
		foreach ( $list['networkPlugins'] as $slug ) {
			self::must_succeed( activate_plugin( "$slug/$slug.php", '', true ) );
		}
		WP_CLI::success( sprintf( '%d portals are set up.', count( $list['portals'] ) ) );
	}

	/**
	 * Prints a line for each portal: id, host, folder of its uploads below wp-content/uploads ("-" for all that is not
	 * another portal's) and "open" or "closed" to guests. For LERNWELT_PORTALS (deploy/env.example).
	 *
	 * ## EXAMPLES
	 *
	 *     wp lernwelt network portals > /etc/lernwelt/portals
	 *
	 * @param list<string>         $args       None.
	 * @param array<string, never> $assoc_args None.
	 */
	public function portals( array $args, array $assoc_args ): void {
		foreach ( Core::services()->portals->all() as $portal ) {
			$site    = get_site( $portal->blog_id );
			$folder  = is_main_site( $portal->blog_id ) ? '-' : "sites/$portal->blog_id";
			$is_open = Portals::CLOSED !== get_blog_option( $portal->blog_id, Portals::OPTION_GUESTS );
			WP_CLI::line( sprintf( '%s %s %s %s', $portal->id, $site->domain ?? '', $folder, $is_open ? 'open' : 'closed' ) );
		}
	}

	/**
	 * @param string $file JSON file.
	 * @return array{portals: list<array{id: string, domain: string, name: string, theme: string, plugins: list<string>, guests?: bool}>, networkPlugins: list<string>}
	 */
	private static function read( string $file ): array {
		if ( ! is_readable( $file ) ) {
			WP_CLI::error( "The list of portals can't be read: $file" );
		}
		/** @var array{portals: list<array{id: string, domain: string, name: string, theme: string, plugins: list<string>, guests?: bool}>, networkPlugins: list<string>} */
		return json_decode( (string) file_get_contents( $file ), true, 8, JSON_THROW_ON_ERROR );
	}

	/**
	 * @param string $name Name of the network, which WordPress writes into mails about accounts.
	 */
	private static function network_options( string $name ): void {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		// Only the first run sets these; afterwards they belong to the network's administrators.
		if ( '' !== (string) get_network_option( null, 'lernwelt_set_up', '' ) ) {
			return;
		}
		update_network_option( null, 'site_name', $name );
		update_network_option( null, 'WPLANG', 'de_DE' );
		update_network_option( null, 'registration', 'none' );
		update_network_option( null, 'upload_filetypes', 'jpg jpeg png gif webp avif svg pdf docx xlsx pptx odt ods odp mp3 mp4 vtt zip' );
		update_network_option( null, 'fileupload_maxk', 20 * 1024 );
		update_network_option( null, 'menu_items', [] );
		update_network_option( null, 'lernwelt_set_up', '1' );
	}

	/**
	 * @param string                                   $host   Host name with port where one is needed.
	 * @param array{id: string, name: string, ...}     $portal Portal.
	 * @return int Site id.
	 */
	private static function site( string $host, array $portal ): int {
		$found = get_sites(
			[
				'domain' => $host,
				'number' => 1,
			]
		);
		if ( isset( $found[0] ) && $found[0] instanceof WP_Site ) {
			return (int) $found[0]->blog_id;
		}
		$blog_id = wp_insert_site(
			[
				'domain'  => $host,
				'path'    => '/',
				'title'   => $portal['name'],
				'user_id' => self::owner(),
			]
		);
		if ( is_wp_error( $blog_id ) ) {
			WP_CLI::error( $blog_id->get_error_message() );
		}
		return $blog_id;
	}

	/** The first administrator of the network, who becomes each portal's first administrator. */
	private static function owner(): int {
		$logins = get_super_admins();
		$user   = get_user_by( 'login', $logins[0] ?? '' );
		if ( false === $user ) {
			WP_CLI::error( 'The network has no administrator: create one with "wp super-admin add" first.' );
		}
		return $user->ID;
	}

	/**
	 * @param int                                                $blog_id Site.
	 * @param array{id: string, name: string, theme: string, ...} $portal  Portal.
	 * @param string                                             $address Its address without a slash at the end.
	 */
	private static function first_time( int $blog_id, array $portal, string $address ): void {
		if ( $portal['id'] === get_site_meta( $blog_id, Portals::META_ID, true ) ) {
			return;
		}
		switch_to_blog( $blog_id );
		update_option( 'blogname', $portal['name'] );
		// WordPress gives every site of a network with subdomains http.
		update_option( 'home', $address );
		update_option( 'siteurl', $address );
		foreach ( self::FIRST_OPTIONS as $name => $value ) {
			update_option( $name, $value );
		}
		delete_option( 'rewrite_rules' );
		if ( wp_get_theme( $portal['theme'] )->exists() ) {
			switch_theme( $portal['theme'] );
		}
		self::delete_samples();
		restore_current_blog();
		update_site_meta( $blog_id, Portals::META_NAME, $portal['name'] );
		update_site_meta( $blog_id, Portals::META_ID, $portal['id'] );
	}

	/**
	 * WordPress's sample post, page and draft of a privacy policy help nobody. Only while nobody has touched them: a
	 * site that people filled before it came on the list of portals keeps what they wrote.
	 */
	private static function delete_samples(): void {
		$policy = get_post( (int) get_option( 'wp_page_for_privacy_policy' ) );
		$drafts = $policy instanceof WP_Post && 'draft' === $policy->post_status ? [ $policy ] : [];
		foreach ( [ get_post( 1 ), get_post( 2 ), ...$drafts ] as $sample ) {
			if ( $sample instanceof WP_Post && $sample->post_modified_gmt === $sample->post_date_gmt ) {
				wp_delete_post( $sample->ID, true );
			}
		}
	}

	/**
	 * @param int          $blog_id Site.
	 * @param list<string> $slugs   Plugins of this portal.
	 */
	private static function activate( int $blog_id, array $slugs ): void {
		switch_to_blog( $blog_id );
		foreach ( $slugs as $slug ) {
			self::must_succeed( activate_plugin( "$slug/$slug.php" ) );
		}
		restore_current_blog();
	}

	/**
	 * @param mixed $result What WordPress returned.
	 */
	private static function must_succeed( mixed $result ): void {
		if ( is_wp_error( $result ) ) {
			WP_CLI::error( $result->get_error_message() );
		}
	}
}
