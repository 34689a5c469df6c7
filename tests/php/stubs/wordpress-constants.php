<?php
/**
 * Constants that WordPress defines while it loads, for PHPStan only: the stub package holds none.
 */

declare( strict_types=1 );

define( 'ABSPATH', '/var/www/html/' );
define( 'WPINC', 'wp-includes' );
define( 'WP_CONTENT_DIR', ABSPATH . 'wp-content' );
define( 'WP_PLUGIN_DIR', WP_CONTENT_DIR . '/plugins' );
define( 'WPMU_PLUGIN_DIR', WP_CONTENT_DIR . '/mu-plugins' );
define( 'WP_LANG_DIR', WP_CONTENT_DIR . '/languages' );
define( 'WP_CONTENT_URL', 'https://example.org/wp-content' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_LOG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'SCRIPT_DEBUG', false );
define( 'SAVEQUERIES', false );
define( 'MULTISITE', true );
define( 'SUBDOMAIN_INSTALL', true );
define( 'SITE_ID_CURRENT_SITE', 1 );
define( 'BLOG_ID_CURRENT_SITE', 1 );
define( 'DOMAIN_CURRENT_SITE', 'lernwelt-lsa.localhost' );
define( 'PATH_CURRENT_SITE', '/' );
define( 'COOKIE_DOMAIN', '' );
define( 'COOKIEPATH', '/' );
define( 'SITECOOKIEPATH', '/' );
define( 'COOKIEHASH', 'hash' );
define( 'DISABLE_WP_CRON', true );
define( 'DB_NAME', 'lernwelt' );
define( 'DB_USER', 'lernwelt' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'AUTH_KEY', 'key' );
define( 'AUTH_SALT', 'salt' );
define( 'NONCE_KEY', 'key' );
define( 'NONCE_SALT', 'salt' );
define( 'SECURE_AUTH_KEY', 'key' );
define( 'SECURE_AUTH_SALT', 'salt' );
define( 'LOGGED_IN_KEY', 'key' );
define( 'LOGGED_IN_SALT', 'salt' );
define( 'MINUTE_IN_SECONDS', 60 );
define( 'HOUR_IN_SECONDS', 3600 );
define( 'DAY_IN_SECONDS', 86400 );
define( 'WEEK_IN_SECONDS', 604800 );
define( 'MONTH_IN_SECONDS', 2592000 );
define( 'YEAR_IN_SECONDS', 31536000 );
define( 'KB_IN_BYTES', 1024 );
define( 'MB_IN_BYTES', 1048576 );
define( 'OBJECT', 'OBJECT' );
define( 'OBJECT_K', 'OBJECT_K' );
define( 'ARRAY_A', 'ARRAY_A' );
define( 'ARRAY_N', 'ARRAY_N' );
define( 'EP_NONE', 0 );
define( 'EP_ROOT', 64 );
define( 'LERNWELT_CORE_API', 1 );
define( 'LERNWELT_SMTP_HOST', '127.0.0.1' );
define( 'LERNWELT_SMTP_PORT', 8086 );
define( 'LERNWELT_OIDC_ISSUER', 'https://id.example.org/realms/lernwelt' );
define( 'LERNWELT_OIDC_CLIENT_ID', 'lernwelt' );
define( 'LERNWELT_OIDC_CLIENT_SECRET', 'secret' );
define( 'LERNWELT_OIDC_SCOPES', 'openid profile email lernwelt' );
define( 'LERNWELT_OIDC_AUTH_METHOD', 'client_secret_basic' );
define( 'LERNWELT_OIDC_PRIVATE_KEY', '/etc/lernwelt/client.pem' );
define( 'LERNWELT_OIDC_ALGORITHMS', 'RS256,ES256,PS256' );
define( 'LERNWELT_TRUSTED_PROXIES', '' );
