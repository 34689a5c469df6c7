<?php
/**
 * Site Health, told the truth about this installation.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\ThirdParties;

/** Replaces the tests that would complain about what is off on purpose by two that say so. */
final class SiteHealth {

	private const OFF_ON_PURPOSE = [
		'direct' => [ 'wordpress_version', 'plugin_version', 'theme_version', 'plugin_theme_auto_updates', 'update_temp_backup_writable', 'available_updates_disk_space', 'http_requests' ],
		'async'  => [ 'dotorg_communication', 'background_updates' ],
	];

	/**
	 * Filter `site_status_tests`.
	 *
	 * @param array{direct: array<string, array<string, mixed>>, async: array<string, array<string, mixed>>} $tests
	 * @return array{direct: array<string, array<string, mixed>>, async: array<string, array<string, mixed>>}
	 */
	public function tests( array $tests ): array {
		foreach ( self::OFF_ON_PURPOSE as $kind => $names ) {
			$tests[ $kind ] = array_diff_key( $tests[ $kind ], array_flip( $names ) );
		}
		$tests['direct']['lernwelt_updates']  = [
			'label' => __( 'Updates', 'lernwelt-security' ),
			'test'  => [ $this, 'updates' ],
		];
		$tests['direct']['lernwelt_outgoing'] = [
			'label' => __( 'Outgoing connections', 'lernwelt-security' ),
			'test'  => [ $this, 'outgoing' ],
		];
		return $tests;
	}

	/**
	 * Where updates come from; it can't know whether the newest is installed, and says so.
	 *
	 * @return array<string, mixed>
	 */
	public function updates(): array {
		return self::result(
			'lernwelt_updates',
			'good',
			__( 'Updates come by deployment', 'lernwelt-security' ),
			/* translators: %s: version number of WordPress. */
			sprintf( __( 'WordPress %s is installed. This server does not ask wordpress.org for new versions and changes no code by itself: versions are checked and rolled out by deployment. Whether a newer one exists is therefore not shown here.', 'lernwelt-security' ), wp_get_wp_version() )
		);
	}

	/**
	 * Whether the server may call others.
	 *
	 * @return array<string, mixed>
	 */
	public function outgoing(): array {
		if ( ! defined( 'WP_HTTP_BLOCK_EXTERNAL' ) || ! WP_HTTP_BLOCK_EXTERNAL ) {
			return self::result(
				'lernwelt_outgoing',
				'critical',
				__( 'This server may call any other server', 'lernwelt-security' ),
				__( 'WP_HTTP_BLOCK_EXTERNAL is not set. It belongs into wp-config.php, so that no data leaves this server unnoticed.', 'lernwelt-security' )
			);
		}
		$hosts = defined( 'WP_ACCESSIBLE_HOSTS' ) ? trim( (string) WP_ACCESSIBLE_HOSTS ) : '';
		return self::result(
			'lernwelt_outgoing',
			'good',
			__( 'This server calls no third parties', 'lernwelt-security' ),
			'' === $hosts
				? __( 'Connections to other servers are closed. News, translations and directories of wordpress.org are therefore not available.', 'lernwelt-security' )
				/* translators: %s: list of host names. */
				: sprintf( __( 'Connections to other servers are closed, except to: %s', 'lernwelt-security' ), $hosts )
		);
	}

	/** @return array<string, mixed> */
	private static function result( string $test, string $status, string $label, string $description ): array {
		return [
			'label'       => $label,
			'status'      => $status,
			'badge'       => [
				'label' => __( 'Security', 'lernwelt-security' ),
				'color' => 'blue',
			],
			'description' => '<p>' . esc_html( $description ) . '</p>',
			'actions'     => '',
			'test'        => $test,
		];
	}
}
