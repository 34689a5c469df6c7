<?php
/**
 * Mail server of Lernwelt\Tests\SmtpServer: prints its port, then every mail as one line of JSON; ends with its input.
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

( static function ( string $refusal ): void {
	$server = stream_socket_server( 'tcp://127.0.0.1:0' );
	if ( false === $server ) {
		exit( 1 );
	}
	echo substr( (string) strrchr( (string) stream_socket_get_name( $server, false ), ':' ), 1 ), "\n";

	while ( true ) {
		$ready = [ STDIN, $server ];
		$none  = null;
		if ( false === stream_select( $ready, $none, $none, 60 ) || in_array( STDIN, $ready, true ) ) {
			exit;
		}
		$client = stream_socket_accept( $server );
		if ( false === $client ) {
			continue;
		}
		fwrite( $client, "220 test\r\n" );
		$data = null;
		while ( false !== ( $line = fgets( $client ) ) ) {
			$line = rtrim( $line, "\r\n" );
			if ( null !== $data && '.' !== $line ) {
				$data .= ( str_starts_with( $line, '..' ) ? substr( $line, 1 ) : $line ) . "\n";
				continue;
			}
			$answer = '250 fine';
			if ( null !== $data ) {
				echo json_encode( $data ), "\n";
				$data = null;
			} elseif ( 'DATA' === $line ) {
				$data   = '';
				$answer = '354 go on';
			} elseif ( 'QUIT' === $line ) {
				$answer = '221 bye';
			} elseif ( '' !== $refusal && str_starts_with( $line, 'RCPT' ) ) {
				$answer = $refusal;
			}
			fwrite( $client, "$answer\r\n" );
		}
		fclose( $client );
	}
} )( $argv[1] ?? '' );
