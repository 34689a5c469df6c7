<?php
/**
 * Has pages made anew.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use CurlHandle;
use CurlMultiHandle;
use Lernwelt\Operations\Domain\PageCache\Entry;
use LogicException;

/**
 * Asks the web server of this machine for pages with the secret that makes it put the answers in the place of what it
 * has. Visitors get the old pages until then.
 */
final readonly class Refresher {

	/** Requests at the same time: visitors need workers, too. */
	private const AT_ONCE = 3;

	/** Seconds for one page. */
	private const TIMEOUT = 3;

	/** Header with the secret. */
	private const HEADER = 'X-Lernwelt-Refresh';

	/**
	 * @param CacheSettings $settings Where to ask.
	 */
	public function __construct( private CacheSettings $settings ) {}

	/**
	 * Has pages made anew, in their order.
	 *
	 * @param list<Entry> $entries Pages.
	 * @param string      $portal  Address of their portal, e.g. `https://lernorte-lsa.de`.
	 * @param float       $seconds How long everything may take; what isn't done by then stays undone.
	 * @return list<Entry> Those that the cache has fresh now.
	 */
	public function refresh( array $entries, string $portal, float $seconds ): array {
		$end     = microtime( true ) + $seconds;
		$multi   = curl_multi_init();
		$running = [];
		$fresh   = [];
		$waiting = $entries;
		do {
			while ( [] !== $waiting && count( $running ) < self::AT_ONCE && microtime( true ) < $end ) {
				$entry   = array_shift( $waiting );
				$answer  = new Answer();
				$request = $this->request( $entry, $portal, $answer );
				curl_multi_add_handle( $multi, $request );
				$running[ spl_object_id( $request ) ] = [ $request, $entry, $answer ];
			}
			curl_multi_exec( $multi, $active );
			foreach ( self::done( $multi ) as [ $request, $worked ] ) {
				[ , $entry, $answer ] = $running[ spl_object_id( $request ) ];
				unset( $running[ spl_object_id( $request ) ] );
				curl_multi_remove_handle( $multi, $request );
				if ( $worked && $answer->was_kept() ) {
					$fresh[] = $entry;
				}
			}
			if ( $active > 0 ) {
				curl_multi_select( $multi, 0.2 );
			}
		} while ( [] !== [ ...$running, ...$waiting ] && microtime( true ) < $end );
		foreach ( $running as [ $request ] ) {
			curl_multi_remove_handle( $multi, $request );
		}
		return $fresh;
	}

	/** @return list<array{CurlHandle, bool}> Requests that ended, and whether an answer came. */
	private static function done( CurlMultiHandle $multi ): array {
		$done    = [];
		$message = curl_multi_info_read( $multi );
		while ( is_array( $message ) ) {
			if ( $message['handle'] instanceof CurlHandle ) {
				$done[] = [ $message['handle'], CURLE_OK === $message['result'] ];
			}
			$message = curl_multi_info_read( $multi );
		}
		return $done;
	}

	private function request( Entry $entry, string $portal, Answer $answer ): CurlHandle {
		$endpoint = self::parts( $this->settings->endpoint );
		$host     = self::parts( $portal );
		$loopback = in_array( trim( $endpoint['host'], '[]' ), [ '127.0.0.1', '::1', 'localhost' ], true );
		$request  = curl_init();
		curl_setopt_array(
			$request,
			[
				// The portal's own name, so that its certificate fits, at the address of this machine.
				CURLOPT_URL             => "{$endpoint['scheme']}://{$host['host']}:{$endpoint['port']}$entry->address",
				CURLOPT_RESOLVE         => [ "{$host['host']}:{$endpoint['port']}:" . ( 'localhost' === $endpoint['host'] ? '127.0.0.1' : trim( $endpoint['host'], '[]' ) ) ],
				CURLOPT_HTTPHEADER      => [ 'Host: ' . $host['authority'], self::HEADER . ': ' . $this->settings->secret ],
				CURLOPT_USERAGENT       => 'Lernwelt page cache',
				CURLOPT_PATH_AS_IS      => true,
				CURLOPT_HTTP_VERSION    => CURL_HTTP_VERSION_1_1,
				CURLOPT_PROTOCOLS       => CURLPROTO_HTTP | CURLPROTO_HTTPS,
				CURLOPT_FOLLOWLOCATION  => false,
				CURLOPT_PROXY           => '',
				CURLOPT_TIMEOUT         => self::TIMEOUT,
				CURLOPT_HEADERFUNCTION  => $answer->header( ... ),
				CURLOPT_WRITEFUNCTION   => static fn ( CurlHandle $handle, string $bytes ): int => strlen( $bytes ),
				// The machine's own certificate locally; nobody else stands between a machine and itself.
				CURLOPT_SSL_VERIFYPEER  => ! $loopback || '' !== $this->settings->ca_file,
				CURLOPT_SSL_VERIFYHOST  => ! $loopback || '' !== $this->settings->ca_file ? 2 : 0,
			]
		);
		if ( '' !== $this->settings->ca_file ) {
			curl_setopt( $request, CURLOPT_CAINFO, $this->settings->ca_file );
		}
		return $request;
	}

	/** @return array{scheme: string, host: string, port: int, authority: string} */
	private static function parts( string $url ): array {
		$parts = wp_parse_url( $url );
		if ( ! is_array( $parts ) || ! isset( $parts['host'] ) ) {
			throw new LogicException( "\"$url\" is no address." );
		}
		$scheme = $parts['scheme'] ?? 'https';
		return [ 'scheme' => $scheme, 'host' => $parts['host'], 'port' => $parts['port'] ?? ( 'http' === $scheme ? 80 : 443 ), 'authority' => $parts['host'] . ( isset( $parts['port'] ) ? ":{$parts['port']}" : '' ) ];
	}
}
