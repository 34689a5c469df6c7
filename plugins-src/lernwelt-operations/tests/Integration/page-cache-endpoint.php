<?php
/**
 * A web server that stands in for nginx: says on its output what it was asked, and answers by the words in the address.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

$lernwelt_server = stream_socket_server( 'tcp://127.0.0.1:0' );
if ( false === $lernwelt_server ) {
	exit( 1 );
}
fwrite( STDOUT, substr( (string) strrchr( (string) stream_socket_get_name( $lernwelt_server, false ), ':' ), 1 ) . "\n" );

while ( true ) {
	$lernwelt_ready = [ $lernwelt_server, STDIN ];
	$lernwelt_none  = null;
	stream_select( $lernwelt_ready, $lernwelt_none, $lernwelt_none, 60 );
	// Whoever started it closes this, and nobody asks for a minute when it is forgotten.
	if ( ! in_array( $lernwelt_server, $lernwelt_ready, true ) ) {
		exit( 0 );
	}
	$lernwelt_client = stream_socket_accept( $lernwelt_server, 5 );
	if ( false === $lernwelt_client ) {
		continue;
	}
	$lernwelt_head = '';
	while ( ! str_contains( $lernwelt_head, "\r\n\r\n" ) && ! feof( $lernwelt_client ) ) {
		$lernwelt_head .= (string) fgets( $lernwelt_client );
	}
	fwrite( STDOUT, json_encode( $lernwelt_head, JSON_THROW_ON_ERROR ) . "\n" );
	if ( str_contains( $lernwelt_head, 'langsam' ) ) {
		sleep( 10 );
	}
	[ $lernwelt_status, $lernwelt_cache ] = match ( true ) {
		str_contains( $lernwelt_head, 'weg' )      => [ '404 Not Found', 'public, max-age=0' ],
		str_contains( $lernwelt_head, 'umgezogen' ) => [ '301 Moved Permanently', 'public, max-age=0' ],
		str_contains( $lernwelt_head, 'fehler' )   => [ '500 Internal Server Error', 'no-store' ],
		str_contains( $lernwelt_head, 'geheim' )   => [ '200 OK', 'no-store, private' ],
		default                                    => [ '200 OK', 'public, max-age=0, must-revalidate' ],
	};
	fwrite( $lernwelt_client, "HTTP/1.1 $lernwelt_status\r\nCache-Control: $lernwelt_cache\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok" );
	fclose( $lernwelt_client );
}
