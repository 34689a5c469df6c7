<?php
/**
 * Settings of one server: copy it to LERNWELT_CONFIG (/srv/lernwelt/shared/config.php), owner root, group lernwelt, mode 640.
 * wp-config.php turns it into constants. It holds every password, so it lies outside of the web root and of all releases.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

return [
	// production or staging; "local" is for ./bin/start and ./bin/stack.
	'environment'   => 'production',
	// Host of the main portal; the others are in the database.
	'network_host'  => 'lernwelt-lsa.de',
	'scheme'        => 'https',
	'db'            => [
		'engine'   => 'mysql',
		'host'     => 'localhost:/run/mysqld/mysqld.sock',
		'name'     => 'lernwelt',
		'user'     => 'lernwelt',
		'password' => '',
	],
	'smtp'          => [
		'host'       => 'mail.example',
		'port'       => 587,
		'user'       => '',
		'password'   => '',
		// none, starttls or tls.
		'encryption' => 'starttls',
	],
	// docs/keycloak.md.
	'oidc'          => [
		'issuer'        => 'https://id.example/realms/lernwelt',
		'client_id'     => 'lernwelt',
		'client_secret' => '',
	],
	'redis'         => [ 'socket' => '/srv/lernwelt/run/redis.sock' ],
	// nginx keeps pages for guests; the secret is LERNWELT_PAGE_CACHE_SECRET of lernwelt.env (openssl rand -hex 32).
	'page_cache'    => [
		'directory' => '/srv/lernwelt/shared/cache/pages',
		'secret'    => '',
		'endpoint'  => 'https://127.0.0.1:443',
		// If wanted: 'life', seconds that a page is kept (an hour without it); 'ca_file', for an authority of your own.
	],
	// nginx sends files that WordPress has allowed.
	'x_accel'       => '/_uploads/',
	// What was erased, outside of the database: a restored backup hears of it.
	'journal_file'  => '/srv/lernwelt/shared/journal/erasures.jsonl',
	// For /metrics and the details of /readyz (openssl rand -hex 32).
	'metrics_token' => '',
	'log_file'      => '/var/log/lernwelt/php.log',
	'tmp'           => '/srv/lernwelt/shared/tmp',
	// Each by itself: openssl rand -base64 48. Never changed again: second factors are encrypted with them.
	'salts'         => [
		'AUTH_KEY'         => '',
		'SECURE_AUTH_KEY'  => '',
		'LOGGED_IN_KEY'    => '',
		'NONCE_KEY'        => '',
		'AUTH_SALT'        => '',
		'SECURE_AUTH_SALT' => '',
		'LOGGED_IN_SALT'   => '',
		'NONCE_SALT'       => '',
	],
];
