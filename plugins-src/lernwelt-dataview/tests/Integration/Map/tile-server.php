<?php
/**
 * A map server that misbehaves on demand, for PHP's built-in server. Writes down what it was asked.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

$lernwelt_path = (string) $_SERVER['REQUEST_URI'];
file_put_contents( (string) getenv( 'TILE_LOG' ), $lernwelt_path . "\n", FILE_APPEND );

$lernwelt_png = (string) base64_decode( 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', true );
match ( explode( '/', $lernwelt_path )[1] ) {
	'good'     => print_answer( 'image/png', $lernwelt_png ),
	// Has every tile but one row of them.
	'patchy'   => str_ends_with( $lernwelt_path, '/84' ) ? http_response_code( 404 ) : print_answer( 'image/png', $lernwelt_png ),
	'html'     => print_answer( 'text/html', '<script>alert(1)</script>' ),
	'lying'    => print_answer( 'image/png', '<script>alert(1)</script>' ),
	'svg'      => print_answer( 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>' ),
	'large'    => print_answer( 'image/png', $lernwelt_png . str_repeat( 'x', 600000 ) ),
	'redirect' => header( 'Location: /good/8/136/84', true, 302 ),
	default    => http_response_code( 500 ),
};

function print_answer( string $type, string $body ): void {
	header( 'Content-Type: ' . $type );
	echo $body; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
}
