<?php
/**
 * An address on the web, taken apart.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\HostPolicy;

/** An http(s) address that the policy allows. Its host's numbers are checked when it is resolved. */
final readonly class WebAddress {

	/**
	 * @param string $url  Complete address, without its fragment.
	 * @param string $host Host, lower case.
	 * @param int    $port Port.
	 */
	private function __construct( public string $url, public string $host, public int $port ) {}

	/**
	 * @param string     $url    Address.
	 * @param HostPolicy $policy What is allowed.
	 * @throws DownloadFailed When it is none or isn't allowed.
	 */
	public static function of( string $url, HostPolicy $policy ): self {
		$url   = (string) strtok( $url, '#' );
		$parts = 1 === preg_match( '/[\x00-\x20\x7F\\\\]/', $url ) ? false : parse_url( $url );
		if ( ! is_array( $parts ) || isset( $parts['user'] ) || isset( $parts['pass'] ) || ! in_array( strtolower( $parts['scheme'] ?? '' ), [ 'http', 'https' ], true ) || '' === ( $parts['host'] ?? '' ) ) {
			throw new DownloadFailed( DownloadProblem::BadAddress );
		}
		$host = strtolower( $parts['host'] );
		$port = $parts['port'] ?? ( 'https' === strtolower( $parts['scheme'] ) ? 443 : 80 );
		if ( ! $policy->allows( $host ) ) {
			throw new DownloadFailed( DownloadProblem::HostNotAllowed, $host );
		}
		if ( ! $policy->allows_port( $host, $port ) ) {
			throw new DownloadFailed( DownloadProblem::PortNotAllowed, (string) $port );
		}
		return new self( $url, $host, $port );
	}

	/**
	 * The address a redirect or a link on this page leads to.
	 *
	 * @param string     $location Absolute or relative address.
	 * @param HostPolicy $policy   What is allowed.
	 * @throws DownloadFailed When it isn't allowed.
	 */
	public function follow( string $location, HostPolicy $policy ): self {
		$scheme = (string) strstr( $this->url, '://', true );
		$base   = "$scheme://{$this->host}:{$this->port}";
		$path   = (string) parse_url( $this->url, PHP_URL_PATH );
		return self::of(
			match ( true ) {
				1 === preg_match( '~^[a-z][a-z0-9+.-]*:~i', $location ) => $location,
				str_starts_with( $location, '//' )                       => "$scheme:$location",
				str_starts_with( $location, '/' )                        => $base . $location,
				str_starts_with( $location, '?' )                        => $base . $path . $location,
				default                                                  => $base . substr( $path, 0, (int) strrpos( $path, '/' ) ) . "/$location",
			},
			$policy
		);
	}
}
