<?php
/**
 * Whether this machine can run the release: PHP, extensions, configuration, uploads, database; and whether the
 * configuration and the environment (deploy/env.example) mean the same.
 *
 * Usage: preflight.php CONFIG UPLOADS, or preflight.php --extensions for the list of extensions. Ends with 1 when something is missing.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

( static function ( array $arguments ): void {
	// Extension → end of the name of Debian's package; null: PHP brings it along.
	$extensions = array_keys( (array) json_decode( (string) file_get_contents( __DIR__ . '/extensions.json' ), true, flags: JSON_THROW_ON_ERROR ) );
	if ( '--extensions' === ( $arguments[1] ?? '' ) ) {
		fwrite( STDOUT, implode( "\n", $extensions ) . "\n" );
		exit( 0 );
	}
	[ , $config, $uploads ] = $arguments + [ '', '', '' ];
	$problems               = [];

	if ( version_compare( (string) phpversion(), '8.2', '<' ) ) {
		$problems[] = 'PHP ' . PHP_VERSION . ' is too old: 8.2 or newer is needed.';
	}
	foreach ( array_filter( $extensions, static fn ( string $name ): bool => ! extension_loaded( $name ) ) as $name ) {
		$problems[] = "PHP lacks the extension $name.";
	}
	if ( ! is_dir( $uploads ) || ! is_writable( $uploads ) ) {
		$problems[] = "The folder of uploads can't be written: $uploads.";
	}
	if ( ! is_readable( $config ) ) {
		$problems[] = "The configuration can't be read: $config.";
	} else {
		$settings = require $config;
		if ( 0 !== ( (int) fileperms( $config ) & 0004 ) ) {
			$problems[] = "Everybody on this machine can read $config, which holds passwords: chmod 640.";
		}
		foreach ( [ 'environment', 'network_host', 'scheme', 'db', 'smtp', 'log_file', 'tmp', 'salts' ] as $key ) {
			if ( ! isset( $settings[ $key ] ) ) {
				$problems[] = "$config lacks \"$key\" (deploy/wordpress/config.example.php).";
			}
		}
		foreach ( [ 'AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT' ] as $name ) {
			if ( strlen( (string) ( $settings['salts'][ $name ] ?? '' ) ) < 32 ) {
				$problems[] = "$config lacks \"$name\" among its salts, or it is shorter than 32 characters.";
			}
		}
		// Two programs that look at different places go on for months without anybody noticing: a backup without the journal,
		// pages that nobody renews.
		$cache = $settings['page_cache'] ?? null;
		$pairs = [
			'LERNWELT_JOURNAL'           => [ 'journal_file', $settings['journal_file'] ?? '', '' ],
			'LERNWELT_CACHE'             => [ 'page_cache → directory', $cache['directory'] ?? null, '/pages' ],
			'LERNWELT_PAGE_CACHE_SECRET' => [ 'page_cache → secret', $cache['secret'] ?? null, '' ],
		];
		foreach ( $pairs as $variable => [ $key, $value, $below ] ) {
			$given = (string) getenv( $variable );
			if ( '' !== $given && null !== $value && $value !== $given . $below ) {
				$problems[] = "\"$key\" in $config and $variable have to mean the same.";
			}
		}
		// php-fpm gives pages no variables (clear_env): wp-cli would go to another identity provider than they do.
		foreach ( array_filter( array_keys( getenv() ), static fn ( int|string $name ): bool => str_starts_with( (string) $name, 'LERNWELT_OIDC_' ) ) as $variable ) {
			$problems[] = "$variable reaches commands only, no page: write it into \"oidc\" of $config instead.";
		}
		if ( [] !== ( $settings['trusted_proxies'] ?? [] ) && '' === (string) getenv( 'LERNWELT_TRUSTED_PROXIES' ) ) {
			$problems[] = "\"trusted_proxies\" in $config is for servers without nginx: name the proxies in LERNWELT_TRUSTED_PROXIES, whose limits and logs would otherwise take them for the visitor.";
		}
		if ( isset( $settings['redis'] ) && ! extension_loaded( 'redis' ) ) {
			$problems[] = 'PHP lacks the extension redis, which the configuration asks for.';
		}
		if ( 'sqlite' !== ( $settings['db']['engine'] ?? 'mysql' ) && [] === $problems ) {
			// "host", "host:port", "host:/socket".
			[ $host, $rest ] = explode( ':', (string) $settings['db']['host'], 2 ) + [ '', '' ];
			try {
				// phpcs:ignore WordPress.DB.RestrictedClasses -- WordPress isn't there yet.
				$database = new mysqli( $host, (string) $settings['db']['user'], (string) $settings['db']['password'], (string) $settings['db']['name'], (int) $rest, str_starts_with( $rest, '/' ) ? $rest : null );
				$database->close();
			} catch ( mysqli_sql_exception $failure ) {
				$problems[] = "The database can't be reached: {$failure->getMessage()}.";
			}
		}
	}

	foreach ( $problems as $problem ) {
		fwrite( STDERR, "  - $problem\n" );
	}
	exit( [] === $problems ? 0 : 1 );
} )( $argv );
