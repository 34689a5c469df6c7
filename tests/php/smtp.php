<?php
/**
 * Mail server of Lernwelt\Tests\SmtpServer: prints its port, then every mail as one line of JSON; ends with its input.
 *
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

/**
 * @param array{refusal?: string, encryption?: string, certificate?: string, user?: string, password?: string, mechanisms?: string, silent?: string, inject?: string, method?: int} $how As SmtpServer's.
 */
( static function ( array $how ): void {
	$encryption = $how['encryption'] ?? '';
	$options    = [ 'local_cert' => $how['certificate'] ?? '', 'crypto_method' => $how['method'] ?? STREAM_CRYPTO_METHOD_TLS_SERVER ];
	$server     = stream_socket_server( 'tcp://127.0.0.1:0', context: stream_context_create( [ 'ssl' => $options ] ) );
	if ( false === $server ) {
		exit( 1 );
	}
	echo substr( (string) strrchr( (string) stream_socket_get_name( $server, false ), ':' ), 1 ), "\n";
	// A client that doesn't like the certificate hangs up: no news for this server, which goes on.
	set_error_handler( static fn (): bool => true, E_WARNING );
	$encrypt = static fn ( $client ): bool => true === stream_socket_enable_crypto( $client, true, $options['crypto_method'] );
	$silent  = $how['silent'] ?? '';

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
		$encrypted = false;
		if ( 'tls' === $encryption && 'handshake' !== $silent ) {
			if ( ! $encrypt( $client ) ) {
				fclose( $client );
				continue;
			}
			$encrypted = true;
		}
		if ( 'banner' !== $silent && ( 'tls' !== $encryption || $encrypted ) ) {
			fwrite( $client, ( $how['banner'] ?? '220 test' ) . "\r\n" );
		}
		$data  = null;
		$login = '';
		$given = null;
		while ( false !== ( $line = fgets( $client ) ) ) {
			$line = rtrim( $line, "\r\n" );
			if ( null !== $data && '.' !== $line ) {
				$data .= ( str_starts_with( $line, '..' ) ? substr( $line, 1 ) : $line ) . "\n";
				continue;
			}
			$verb = strtoupper( (string) strtok( $line, ' ' ) );
			if ( '' !== $silent && ( in_array( $verb, explode( ' ', $silent ), true ) || 'banner' === $silent || ( 'handshake' === $silent && 'tls' === $encryption ) ) ) {
				continue;
			}
			$answer = '250 fine';
			if ( null !== $data ) {
				echo json_encode( $data ), "\n";
				$data = null;
			} elseif ( 'AUTH' === $verb && ( isset( $how['user'] ) || isset( $how['mechanisms'] ) ) ) {
				$login  = 'AUTH LOGIN' === strtoupper( $line ) ? 'name' : 'plain';
				$answer = 'name' === $login ? '334 VXNlcm5hbWU6' : '334 ';
				$given  = [];
			} elseif ( 'name' === $login ) {
				$given  = [ base64_decode( $line, true ) ];
				$login  = 'password';
				$answer = '334 UGFzc3dvcmQ6';
			} elseif ( '' !== $login ) {
				$given  = 'password' === $login ? [ ...(array) $given, base64_decode( $line, true ) ] : array_slice( explode( "\0", (string) base64_decode( $line, true ) ), 1 );
				$login  = '';
				$answer = [ $how['user'] ?? '', $how['password'] ?? '' ] === $given ? '235 welcome' : '535 5.7.8 wrong for somebody@example.org';
			} elseif ( 'EHLO' === $verb ) {
				$answer = "250-test\r\n" . ( 'starttls' === $encryption && ! $encrypted ? "250-STARTTLS\r\n" : '' ) . ( isset( $how['mechanisms'] ) && ( $encrypted || '' === $encryption ) ? "250-AUTH {$how['mechanisms']}\r\n" : '' ) . '250 8BITMIME';
			} elseif ( 'STARTTLS' === $verb ) {
				fwrite( $client, ( 'starttls' === $encryption ? '220 go on' : '502 what?' ) . "\r\n" . ( $how['inject'] ?? '' ) );
				if ( 'starttls' !== $encryption ) {
					continue;
				}
				if ( 'handshake' === $silent ) {
					// Reads what comes without a word until the client has enough.
					stream_get_contents( $client );
					break;
				}
				$encrypted = $encrypt( $client );
				continue;
			} elseif ( 'DATA' === $verb ) {
				$data   = '';
				$answer = '354 go on';
			} elseif ( 'QUIT' === $verb ) {
				$answer = '221 bye';
			} elseif ( '' !== ( $how['refusal'] ?? '' ) && 'RCPT' === $verb ) {
				$answer = $how['refusal'];
			} elseif ( 'MAIL' === $verb && isset( $how['mechanisms'] ) && null === $given ) {
				$answer = '530 log in first';
			}
			fwrite( $client, "$answer\r\n" );
		}
		fclose( $client );
	}
} )( (array) json_decode( $argv[1] ?? '{}', true, 4, JSON_THROW_ON_ERROR ) );
