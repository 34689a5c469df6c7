<?php
/**
 * Router for PHP's built-in server (the embedded stack): static files with type, length and cache headers,
 * a closed list of PHP entry points, everything else goes to WordPress. nginx does this in production.
 *
 * @package Lernwelt
 */

declare( strict_types=1 );

( static function (): void {
	$types = [
		'avif'    => 'image/avif',
		'css'     => 'text/css; charset=utf-8',
		'geojson' => 'application/geo+json',
		'gif'     => 'image/gif',
		'html'    => 'text/html; charset=utf-8',
		'ico'     => 'image/x-icon',
		'jpeg'    => 'image/jpeg',
		'jpg'     => 'image/jpeg',
		'js'      => 'text/javascript; charset=utf-8',
		'json'    => 'application/json',
		'map'     => 'application/json',
		'mjs'     => 'text/javascript; charset=utf-8',
		'mp3'     => 'audio/mpeg',
		'mp4'     => 'video/mp4',
		'pdf'     => 'application/pdf',
		'png'     => 'image/png',
		'svg'     => 'image/svg+xml',
		'ttf'     => 'font/ttf',
		'txt'     => 'text/plain; charset=utf-8',
		'wasm'    => 'application/wasm',
		'webm'    => 'video/webm',
		'webp'    => 'image/webp',
		'woff'    => 'font/woff',
		'woff2'   => 'font/woff2',
		'xml'     => 'application/xml',
		'xsl'     => 'application/xml',
		'zip'     => 'application/zip',
	];

	$root = (string) $_SERVER['DOCUMENT_ROOT'];
	$path = rawurldecode( (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );

	// The lists that lernwelt-security works with too: headers of every answer, addresses that stay shut.
	$list = static function ( string $name ) use ( $root ): array {
		$file = $root . '/wp-content/plugins/lernwelt-security/' . $name;
		return is_file( $file ) ? (array) json_decode( (string) file_get_contents( $file ), true, 4, JSON_THROW_ON_ERROR ) : [];
	};
	header_remove( 'X-Powered-By' );
	foreach ( $list( 'headers.json' ) as $name => $value ) {
		header( $name . ': ' . $value );
	}
	// For whatever answers before WordPress does, or without it; pages replace it by their own.
	header( "Content-Security-Policy: default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'" );

	$refuse = static function ( int $status ): never {
		http_response_code( $status );
		header( 'Content-Type: text/plain; charset=utf-8' );
		echo 403 === $status ? "Forbidden\n" : "Not found\n";
		exit;
	};

	// The process lives; asked every few seconds, so WordPress isn't started for it. nginx asks php-fpm's ping instead.
	if ( '/healthz' === $path ) {
		header( 'Content-Type: text/plain; charset=utf-8' );
		header( 'Cache-Control: no-store' );
		echo "ok\n";
		exit;
	}

	if ( str_contains( $path, "\0" ) || str_contains( $path, '\\' ) || 1 === preg_match( '#(^|/)\.(?!well-known/)#', $path ) ) {
		$refuse( 403 );
	}
	// A server that knows no case, or takes what follows a script for its argument, would find them all the same.
	foreach ( $list( 'closed-paths.json' ) as $closed ) {
		if ( 0 === strncasecmp( $path . '/', $closed . '/', strlen( $closed ) + 1 ) ) {
			$refuse( 403 );
		}
	}
	$file = $root . $path;

	// Uploaded files belong to one portal, and perhaps to its members only: WordPress has to say who asks.
	$uploads  = realpath( $root . '/wp-content/uploads' );
	$real     = realpath( $file );
	$uploaded = 1 === preg_match( '#^/+wp-content/+uploads(/|$)#i', $path ) || ( false !== $uploads && false !== $real && str_starts_with( "$real/", "$uploads/" ) );
	if ( $uploaded ) {
		$path = '/';
		$file = $root . '/index.php';
	}

	if ( is_dir( $file ) ) {
		if ( '/' !== $path && ! str_ends_with( $path, '/' ) && is_file( $file . '/index.php' ) ) {
			// One slash: two would name another host.
			header( 'Location: /' . ltrim( $path, '/' ) . '/', true, 301 );
			exit;
		}
		$file = rtrim( $file, '/' ) . '/index.php';
	}

	$is_php = (bool) preg_match( '#\.(php|phtml|phar|inc)$#i', $file );
	if ( is_file( $file ) && ! $is_php ) {
		$type = $types[ strtolower( pathinfo( $file, PATHINFO_EXTENSION ) ) ] ?? null;
		// Only what a browser is meant to have: no .po, .scss, .md, .lock, .log, and of a plugin or theme its assets alone.
		$is_asset  = 1 === preg_match( '#^/wp-content/(mu-plugins|plugins|themes)/[^/]+/((assets|build)/(?!vendor/|languages/)|(style\.css|screenshot\.png|data/[a-z-]+\.geojson)$)#', $path );
		$is_source = str_starts_with( $path, '/wp-content/' ) && ! $is_asset;
		if ( null === $type || $is_source ) {
			$refuse( 404 );
		}
		$modified = (int) filemtime( $file );
		$etag     = sprintf( '"%x-%x"', $modified, (int) filesize( $file ) );
		// What a person uploaded or a package brought along never runs a script in the portal's name.
		if ( in_array( $type, [ 'image/svg+xml', 'text/html; charset=utf-8', 'application/xml' ], true ) ) {
			header( "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox" );
		}
		header( 'ETag: ' . $etag );
		header( 'Last-Modified: ' . gmdate( 'D, d M Y H:i:s', $modified ) . ' GMT' );
		header( 'Cache-Control: ' . ( isset( $_GET['ver'] ) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600' ) );
		if ( ( $_SERVER['HTTP_IF_NONE_MATCH'] ?? '' ) === $etag ) {
			http_response_code( 304 );
			exit;
		}
		header( 'Content-Type: ' . $type );
		header( 'Content-Length: ' . filesize( $file ) );
		if ( 'HEAD' !== $_SERVER['REQUEST_METHOD'] ) {
			readfile( $file );
		}
		exit;
	}

	// WordPress includes these itself: called alone they end in an error or an empty page.
	$is_part     = 1 === preg_match( '#^/(wp-(blog-header|load|settings)\.php$|wp-admin/includes/)#', $path );
	$entry_point = ! $is_part && (bool) preg_match( '#^/(index\.php|wp-[a-z-]+\.php|wp-admin/([a-z-]+/)*[a-z-]*\.?php|wp-admin/.*/|wp-admin/|wp-includes/js/tinymce/wp-tinymce\.php|)$#', $path );
	if ( $is_php && is_file( $file ) && ! $entry_point ) {
		$refuse( 403 );
	}
	if ( ! is_file( $file ) || '/wp-config.php' === $path ) {
		// A missing script or picture need not start WordPress; pages have no such ending.
		if ( str_starts_with( $path, '/wp-content/' ) || str_starts_with( $path, '/wp-includes/' ) ) {
			$refuse( 404 );
		}
		$file = $root . '/index.php';
	}

	$script                     = substr( $file, strlen( $root ) );
	$_SERVER['SCRIPT_FILENAME'] = $file;
	$_SERVER['SCRIPT_NAME']     = $script;
	$_SERVER['PHP_SELF']        = $script;
	$GLOBALS['lernwelt_entry']  = $file;
} )();

chdir( dirname( $GLOBALS['lernwelt_entry'] ) );
// The global scope, because WordPress expects its variables there.
require $GLOBALS['lernwelt_entry'];
