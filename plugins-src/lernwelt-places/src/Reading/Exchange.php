<?php
/**
 * One request and its answer.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Closure;
use CurlHandle;
use Lernwelt\Places\Domain\Import\HostPolicy;

/**
 * Asks one address. The name is resolved here, every number it leads to is checked, and the connection goes to exactly
 * that number: a name server that answers differently a moment later changes nothing. WordPress's own requests can't
 * do that: they look the name up twice.
 */
final readonly class Exchange {

	/** One request takes at most so long. */
	public const SECONDS = 300;

	/**
	 * @param HostPolicy                    $policy  What is allowed.
	 * @param Closure(string): list<string> $resolve Finds the addresses of a name.
	 */
	public function __construct( private HostPolicy $policy, private Closure $resolve ) {}

	/**
	 * Loads an address into a file.
	 *
	 * @param WebAddress            $address Address.
	 * @param string                $file    File to write.
	 * @param array<string, string> $headers Headers; empty ones are left out.
	 * @param int                   $max     Bytes at most.
	 * @throws DownloadFailed When there is no complete answer.
	 */
	public function get( WebAddress $address, string $file, array $headers, int $max ): Response {
		$number = $this->number( $address );
		$handle = fopen( $file, 'wb' );
		if ( false === $handle ) {
			throw new DownloadFailed( DownloadProblem::Storage );
		}
		$bytes    = 0;
		$answered = [];
		$curl     = curl_init( $address->url );
		if ( false === $curl ) {
			fclose( $handle );
			throw new DownloadFailed( DownloadProblem::BadAddress );
		}
		curl_setopt_array(
			$curl,
			[
				CURLOPT_RESOLVE         => [ "{$address->host}:{$address->port}:" . ( str_contains( $number, ':' ) ? "[$number]" : $number ) ],
				CURLOPT_PROTOCOLS       => CURLPROTO_HTTP | CURLPROTO_HTTPS,
				CURLOPT_FOLLOWLOCATION  => false,
				CURLOPT_PROXY           => '',
				CURLOPT_NOPROXY         => '*',
				CURLOPT_SSL_VERIFYPEER  => true,
				CURLOPT_SSL_VERIFYHOST  => 2,
				CURLOPT_CONNECTTIMEOUT  => 10,
				CURLOPT_TIMEOUT         => self::SECONDS,
				CURLOPT_LOW_SPEED_LIMIT => 1000,
				CURLOPT_LOW_SPEED_TIME  => 30,
				CURLOPT_USERAGENT       => 'Lernwelt-LSA',
				CURLOPT_HTTPHEADER      => [ 'Accept: */*', ...self::lines( $headers ) ],
				CURLOPT_HEADERFUNCTION  => static function ( CurlHandle $curl, string $line ) use ( &$answered ): int {
					[ $name, $value ]                         = [ ...explode( ':', $line, 2 ), '' ];
					$answered[ strtolower( trim( $name ) ) ] = trim( $value );
					return strlen( $line );
				},
				CURLOPT_WRITEFUNCTION   => static function ( CurlHandle $curl, string $chunk ) use ( $handle, &$bytes, $max ): int {
					$bytes += strlen( $chunk );
					return $bytes > $max ? 0 : (int) fwrite( $handle, $chunk );
				},
			]
		);
		curl_exec( $curl );
		fclose( $handle );
		$error = curl_errno( $curl );
		if ( $bytes > $max ) {
			throw new DownloadFailed( DownloadProblem::TooLarge );
		}
		if ( CURLE_OK !== $error ) {
			throw new DownloadFailed( CURLE_WRITE_ERROR === $error ? DownloadProblem::Storage : ( CURLE_OPERATION_TIMEDOUT === $error ? DownloadProblem::Timeout : DownloadProblem::Connection ), "{$address->host} ($error)" );
		}
		return new Response( $address, (int) curl_getinfo( $curl, CURLINFO_RESPONSE_CODE ), self::header( $answered, 'etag' ), self::header( $answered, 'last-modified' ), self::header( $answered, 'location' ), $bytes );
	}

	/**
	 * All addresses of a name.
	 *
	 * @param string $host Name.
	 * @return list<string>
	 */
	public static function addresses( string $host ): array {
		if ( false !== filter_var( $host, FILTER_VALIDATE_IP ) ) {
			return [ $host ];
		}
		$numbers = gethostbynamel( $host );
		$numbers = false === $numbers ? [] : $numbers;
		if ( [] === $numbers ) {
			$records = dns_get_record( $host, DNS_AAAA );
			$numbers = array_column( false === $records ? [] : $records, 'ipv6' );
		}
		return array_values( $numbers );
	}

	/** The number to connect to. One forbidden number among several is enough to refuse: nobody has both by accident. */
	private function number( WebAddress $address ): string {
		$numbers = ( $this->resolve )( $address->host );
		if ( [] === $numbers ) {
			throw new DownloadFailed( DownloadProblem::UnknownHost, $address->host );
		}
		foreach ( $numbers as $number ) {
			if ( ! $this->policy->allows_address( $address->host, $number ) ) {
				throw new DownloadFailed( DownloadProblem::PrivateAddress, $address->host );
			}
		}
		return $numbers[0];
	}

	/**
	 * @param array<string, string> $headers Headers.
	 * @return list<string>
	 */
	private static function lines( array $headers ): array {
		$lines = [];
		foreach ( $headers as $name => $value ) {
			if ( '' !== $value && 1 !== preg_match( '/[\r\n\x00]/', $value ) ) {
				$lines[] = "$name: $value";
			}
		}
		return $lines;
	}

	/**
	 * @param array<string, string> $headers Headers.
	 */
	private static function header( array $headers, string $name ): string {
		return substr( $headers[ $name ] ?? '', 0, 2000 );
	}
}
