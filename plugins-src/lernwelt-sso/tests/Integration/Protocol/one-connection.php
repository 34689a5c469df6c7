<?php
/**
 * A provider that takes just one connection, and says how often it was asked over it: a second connection waits for ever.
 *
 * @package Lernwelt\Sso
 */

declare( strict_types=1 );

$server = stream_socket_server( 'tcp://127.0.0.1:0' );
if ( false === $server ) {
	exit( 1 );
}
echo stream_socket_get_name( $server, false ) . "\n";
$connection = stream_socket_accept( $server, 20 );
fclose( $server );
for ( $asked = 1; false !== $connection; $asked++ ) {
	do {
		$line = fgets( $connection );
	} while ( is_string( $line ) && '' !== trim( $line ) );
	if ( false === $line ) {
		exit( 0 );
	}
	$body = '{"asked":' . $asked . '}';
	fwrite( $connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " . strlen( $body ) . "\r\n\r\n" . $body );
}
