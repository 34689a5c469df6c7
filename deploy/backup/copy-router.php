<?php
/**
 * Serves a copy of the portals to this machine alone, as the proxy in front of the running ones would: their addresses may be
 * https, and WordPress must not send everybody there.
 *
 * @package Lernwelt\Backup
 */

declare( strict_types=1 );

if ( 'https' === getenv( 'LERNWELT_COPY_SCHEME' ) ) {
	$_SERVER['HTTPS'] = 'on';
}
return require dirname( __DIR__ ) . '/php/router.php';
