<?php
/**
 * A web server's answers for the tests of downloads; run by `php -S`. Notes each request in the file SERVER_LOG names.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

$path  = (string) parse_url( (string) $_SERVER['REQUEST_URI'], PHP_URL_PATH );
$page  = is_numeric( $_GET['page'] ?? null ) ? (int) $_GET['page'] : 0;
$query = is_string( $_GET['to'] ?? null ) ? $_GET['to'] : '';
file_put_contents( (string) getenv( 'SERVER_LOG' ), json_encode( [ 'path' => $_SERVER['REQUEST_URI'], 'etag' => $_SERVER['HTTP_IF_NONE_MATCH'] ?? '', 'since' => $_SERVER['HTTP_IF_MODIFIED_SINCE'] ?? '', 'host' => $_SERVER['HTTP_HOST'] ] ) . "\n", FILE_APPEND );

$list = static fn ( int ...$ids ): string => (string) json_encode( array_map( static fn ( int $id ): array => [ 'id' => $id ], $ids ) );
switch ( $path ) {
	case '/places.csv':
		header( 'ETag: "v1"' );
		header( 'Last-Modified: Sat, 21 Nov 2026 10:00:00 GMT' );
		if ( '"v1"' === ( $_SERVER['HTTP_IF_NONE_MATCH'] ?? '' ) || 'Sat, 21 Nov 2026 10:00:00 GMT' === ( $_SERVER['HTTP_IF_MODIFIED_SINCE'] ?? '' ) ) {
			http_response_code( 304 );
			return true;
		}
		echo "id;name\n1;Eins\n2;Zwei\n";
		return true;
	case '/numbered':
		// Three pages; behind them an empty list.
		echo $page > 3 ? '[]' : $list( $page * 10, $page * 10 + 1 );
		return true;
	case '/clamped':
		// Behind the last page it is repeated.
		echo $list( min( $page, 2 ) );
		return true;
	case '/ending':
		http_response_code( $page > 2 ? 404 : 200 );
		echo $page > 2 ? 'no' : $list( $page );
		return true;
	case '/linked':
		echo json_encode( [ 'items' => [ [ 'id' => $page ] ], 'links' => [ 'next' => $page < 2 ? '/linked?page=' . ( $page + 1 ) : null ] ] );
		return true;
	case '/linked-away':
		echo json_encode( [ 'items' => [ [ 'id' => 1 ] ], 'links' => [ 'next' => $query ] ] );
		return true;
	case '/endless':
		echo json_encode( [ 'items' => [ [ 'id' => $page ] ], 'links' => [ 'next' => '/endless?page=' . ( $page + 1 ) ] ] );
		return true;
	case '/redirect':
		header( "Location: $query", true, 302 );
		return true;
	case '/circle':
		header( 'Location: circle', true, 302 );
		return true;
	case '/large':
		for ( $block = 0; $block < 1000; ++$block ) {
			echo str_repeat( 'x', 65536 );
			flush();
		}
		file_put_contents( (string) getenv( 'SERVER_LOG' ), "{\"path\":\"all of it was sent\"}\n", FILE_APPEND );
		return true;
	case '/broken':
		header( 'Content-Length: 1000' );
		echo 'short';
		return true;
	default:
		http_response_code( 404 );
		echo 'nothing here';
		return true;
}
