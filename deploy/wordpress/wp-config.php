<?php
/**
 * The one wp-config.php of every stack.
 *
 * Everything that differs between stacks comes from config.php beside the docroot (or from the path in
 * LERNWELT_CONFIG): it returns an array with environment, network_host, scheme, db, smtp, log_file, tmp, salts, and
 * if wanted oidc, trusted_proxies (docs/keycloak.md), allowed_hosts (docs/administration.md), redis, page_cache,
 * journal_file and metrics_token (deploy/wordpress/config.example.php).
 * Host, port and scheme are data: WP_HOME, WP_SITEURL and WP_CONTENT_URL are never defined, because one constant
 * can't be right for five domains.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

( static function (): void {
	$file     = getenv( 'LERNWELT_CONFIG' );
	$settings = require false === $file || '' === $file ? dirname( __DIR__ ) . '/config.php' : $file;
	$local    = 'local' === $settings['environment'];

	if ( 'sqlite' === $settings['db']['engine'] ) {
		define( 'DB_ENGINE', 'sqlite' );
		define( 'DB_DIR', dirname( $settings['db']['file'] ) );
		define( 'DB_FILE', basename( $settings['db']['file'] ) );
	}
	define( 'DB_NAME', $settings['db']['name'] ?? 'lernwelt' );
	define( 'DB_USER', $settings['db']['user'] ?? '' );
	define( 'DB_PASSWORD', $settings['db']['password'] ?? '' );
	define( 'DB_HOST', $settings['db']['host'] ?? '' );
	define( 'DB_CHARSET', 'utf8mb4' );
	define( 'DB_COLLATE', '' );

	define( 'WP_ALLOW_MULTISITE', true );
	// WordPress can't create its tables while it believes to be a network already.
	if ( '1' !== getenv( 'LERNWELT_INSTALLING' ) ) {
		define( 'MULTISITE', true );
		define( 'SUBDOMAIN_INSTALL', true );
		define( 'DOMAIN_CURRENT_SITE', $settings['network_host'] );
		define( 'PATH_CURRENT_SITE', '/' );
		define( 'SITE_ID_CURRENT_SITE', 1 );
		define( 'BLOG_ID_CURRENT_SITE', 1 );
	}
	// An address nobody knows shows the main portal instead of a registration form.
	define( 'NOBLOGREDIRECT', $settings['scheme'] . '://' . $settings['network_host'] );
	define( 'FORCE_SSL_ADMIN', 'https' === $settings['scheme'] );
	// Any fixed cookie domain would break logins on four of the five portals.
	define( 'COOKIE_DOMAIN', '' );

	foreach ( $settings['salts'] as $name => $value ) {
		define( $name, $value );
	}

	define( 'WP_ENVIRONMENT_TYPE', $settings['environment'] );
	define( 'WP_DEBUG', $settings['debug'] ?? $local );
	define( 'WP_DEBUG_DISPLAY', false );
	define( 'WP_DEBUG_LOG', $settings['log_file'] );
	define( 'WP_TEMP_DIR', $settings['tmp'] );

	// Scheduled tasks have a runner of their own; visits don't pay for them.
	define( 'DISABLE_WP_CRON', true );
	// Code comes by deployment only.
	define( 'DISALLOW_FILE_MODS', true );
	define( 'AUTOMATIC_UPDATER_DISABLED', true );
	define( 'WP_AUTO_UPDATE_CORE', false );

	// The identity provider. A variable of the environment wins over this file, where there is one: for wp-cli and PHP's own
	// web server. Pages of php-fpm have none (clear_env). The network's settings come last. A portal that is a client of
	// its own has the same names with its id at the end.
	$issuers = [];
	$oidc    = static function ( array $values, string $suffix ) use ( &$issuers ): void {
		$names = [ 'issuer', 'client_id', 'client_secret', 'scopes', 'auth_method', 'private_key', 'algorithms' ];
		foreach ( $names as $name ) {
			$constant    = 'LERNWELT_OIDC_' . strtoupper( $name ) . $suffix;
			$environment = getenv( $constant );
			if ( false === $environment && isset( $values[ $name ] ) ) {
				define( $constant, (string) $values[ $name ] );
			}
			if ( 'issuer' === $name ) {
				$issuers[] = (string) parse_url( false === $environment ? (string) ( $values[ $name ] ?? '' ) : $environment, PHP_URL_HOST );
			}
		}
	};
	$oidc( $settings['oidc'] ?? [], '' );
	foreach ( $settings['oidc']['portals'] ?? [] as $portal => $values ) {
		$oidc( $values, '_' . strtoupper( strtr( (string) $portal, '-', '_' ) ) );
	}
	// Addresses or networks (CIDR) of the proxies in front of this server, whose word about the client counts. Behind the
	// nginx of deploy/ it stays empty: that one reads the variable itself and names the client as REMOTE_ADDR.
	$proxies = getenv( 'LERNWELT_TRUSTED_PROXIES' );
	define( 'LERNWELT_TRUSTED_PROXIES', false === $proxies ? implode( ',', (array) ( $settings['trusted_proxies'] ?? [] ) ) : $proxies );

	// The server calls nobody, except the identity provider and the hosts listed here: map servers, of which an
	// administrator may choose one.
	$allowed = $settings['allowed_hosts'] ?? [ 'sgx.geodatenzentrum.de', 'www.geodatenportal.sachsen-anhalt.de' ];
	define( 'WP_HTTP_BLOCK_EXTERNAL', true );
	define( 'WP_ACCESSIBLE_HOSTS', implode( ',', array_unique( array_diff( [ ...$allowed, ...$issuers ], [ '' ] ) ) ) );
	define( 'WP_AI_SUPPORT', false );
	define( 'WP_POST_REVISIONS', 20 );
	define( 'CONCATENATE_SCRIPTS', false );

	// Only what is given becomes a constant: the code behind it does without.
	$optional = static function ( string $group, array $names ) use ( $settings ): void {
		foreach ( $names as $name => $constant ) {
			if ( isset( $settings[ $group ][ $name ] ) ) {
				define( $constant, $settings[ $group ][ $name ] );
			}
		}
	};
	define( 'LERNWELT_SMTP_HOST', $settings['smtp']['host'] );
	define( 'LERNWELT_SMTP_PORT', (int) $settings['smtp']['port'] );
	$optional( 'smtp', [ 'user' => 'LERNWELT_SMTP_USER', 'password' => 'LERNWELT_SMTP_PASSWORD', 'encryption' => 'LERNWELT_SMTP_ENCRYPTION', 'ca_file' => 'LERNWELT_SMTP_CA_FILE' ] );
	$optional( 'redis', [ 'socket' => 'LERNWELT_REDIS_SOCKET', 'host' => 'LERNWELT_REDIS_HOST', 'port' => 'LERNWELT_REDIS_PORT', 'password' => 'LERNWELT_REDIS_PASSWORD', 'database' => 'LERNWELT_REDIS_DATABASE' ] );
	$optional( 'page_cache', [ 'directory' => 'LERNWELT_PAGE_CACHE_DIR', 'secret' => 'LERNWELT_PAGE_CACHE_SECRET', 'endpoint' => 'LERNWELT_PAGE_CACHE_ENDPOINT', 'ca_file' => 'LERNWELT_PAGE_CACHE_CA_FILE', 'life' => 'LERNWELT_PAGE_CACHE_LIFE' ] );
	if ( isset( $settings['journal_file'] ) ) {
		define( 'LERNWELT_JOURNAL_FILE', $settings['journal_file'] );
	}
	if ( isset( $settings['metrics_token'] ) ) {
		define( 'LERNWELT_METRICS_TOKEN', $settings['metrics_token'] );
	}
	if ( isset( $settings['x_accel'] ) ) {
		define( 'LERNWELT_X_ACCEL', $settings['x_accel'] );
	}
} )();

$table_prefix = 'wp_';

if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}

require_once ABSPATH . 'wp-settings.php';
