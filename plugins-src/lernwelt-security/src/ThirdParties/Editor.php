<?php
/**
 * What the block editor would fetch from elsewhere.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\ThirdParties;

use WP_Connector_Registry;

/** Takes the services of others out of the block editor. */
final class Editor {

	private const SCRIPT = 'lernwelt-security-editor';

	/** @param string $plugin_file Main file of this plugin. */
	public function __construct( private readonly string $plugin_file ) {}

	/**
	 * Filter `block_editor_settings_all`: no picture search at Openverse, no font library.
	 *
	 * @param array<string, mixed> $settings
	 * @return array<string, mixed>
	 */
	public function settings( array $settings ): array {
		return [
			'enableOpenverseMediaCategory' => false,
			'fontLibraryEnabled'           => false,
		] + $settings;
	}

	/** Action `enqueue_block_editor_assets`: the script that drops previews whose pictures lie at s.w.org. */
	public function enqueue(): void {
		$asset = dirname( $this->plugin_file ) . '/build/admin/index.asset.php';
		if ( ! is_file( $asset ) ) {
			return;
		}
		$build = require $asset;
		wp_enqueue_script( self::SCRIPT, plugins_url( 'build/admin/index.js', $this->plugin_file ), array_merge( [ 'wp-hooks' ], $build['dependencies'] ), $build['version'], [ 'in_footer' => true ] );
	}

	/**
	 * Filter `default_user_metadata`: the welcome guides are films from s.w.org, so nobody starts with them.
	 *
	 * @param mixed  $value     Default so far.
	 * @param int    $user_id   Whose preferences.
	 * @param string $meta_key  Name of the entry; before the preferences stands the portal's table prefix.
	 * @param bool   $single    Whether one value or a list is asked for.
	 * @return mixed
	 */
	public function preferences( mixed $value, int $user_id, string $meta_key, bool $single ): mixed {
		if ( ! str_ends_with( $meta_key, '_persisted_preferences' ) ) {
			return $value;
		}
		$preferences = [
			'core/edit-post' => [
				'welcomeGuide'         => false,
				'welcomeGuideTemplate' => false,
			],
			'core/edit-site' => [
				'welcomeGuide'         => false,
				'welcomeGuideStyles'   => false,
				'welcomeGuidePage'     => false,
				'welcomeGuideTemplate' => false,
			],
			// Older than anything a browser has stored: what a person chose wins.
			'_modified'      => '2000-01-01T00:00:00.000Z',
		];
		return $single ? $preferences : [ $preferences ];
	}

	/** Action `wp_connectors_init`: no connector is offered, whoever registered it. */
	public function disconnect( WP_Connector_Registry $registry ): void {
		foreach ( array_keys( $registry->get_all_registered() ) as $id ) {
			$registry->unregister( (string) $id );
		}
	}

	/** Action `after_setup_theme`: the patterns WordPress ships show pictures from s.w.org. */
	public function drop_core_patterns(): void {
		remove_theme_support( 'core-block-patterns' );
	}
}
