<?php
/**
 * Which hosts may be asked.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Domain\Import;

/** Decides about names, ports and addresses of hosts, before a connection and again for every redirect. */
final readonly class HostPolicy {

	/** Networks that are not the public internet (RFC 6890 and its followers), and ways to wrap them up. */
	private const CLOSED = [
		'0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24',
		'192.31.196.0/24', '192.52.193.0/24', '192.88.99.0/24', '192.168.0.0/16', '192.175.48.0/24', '198.18.0.0/15', '198.51.100.0/24',
		'203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4',
	];

	/** Public IPv6 is 2000::/3; within it these are not. */
	private const CLOSED_6 = [ '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20' ];

	/**
	 * @param list<string> $hosts    Names of allowed hosts; `*.example.org` allows all below.
	 * @param bool         $loopback Whether this machine may be asked, on every port: for tests only.
	 */
	public function __construct( private array $hosts, public bool $loopback = false ) {}

	/**
	 * Whether a host is on the list.
	 *
	 * @param string $host Name.
	 */
	public function allows( string $host ): bool {
		$host = strtolower( $host );
		if ( $this->is_test( $host ) ) {
			return true;
		}
		// Only names: numbers can be written in many ways, and nobody has a reason to.
		if ( 1 !== preg_match( '/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/D', $host ) ) {
			return false;
		}
		foreach ( $this->hosts as $allowed ) {
			$allowed = strtolower( trim( $allowed ) );
			if ( $host === $allowed || ( str_starts_with( $allowed, '*.' ) && str_ends_with( $host, substr( $allowed, 1 ) ) ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a port may be asked.
	 *
	 * @param string $host Name.
	 * @param int    $port Port.
	 */
	public function allows_port( string $host, int $port ): bool {
		return 80 === $port || 443 === $port || $this->is_test( strtolower( $host ) );
	}

	/**
	 * Whether an address belongs to the public internet, or to this machine in tests.
	 *
	 * @param string $host    Name that led to it.
	 * @param string $address IPv4 or IPv6 address.
	 */
	public function allows_address( string $host, string $address ): bool {
		if ( $this->is_test( strtolower( $host ) ) && in_array( $address, [ '127.0.0.1', '::1' ], true ) ) {
			return true;
		}
		$bytes = false === filter_var( $address, FILTER_VALIDATE_IP ) ? false : inet_pton( $address );
		if ( false === $bytes ) {
			return false;
		}
		if ( 4 === strlen( $bytes ) ) {
			return ! self::within( $bytes, self::CLOSED );
		}
		return 0x20 === ( ord( $bytes[0] ) & 0xE0 ) && ! self::within( $bytes, self::CLOSED_6 );
	}

	private function is_test( string $host ): bool {
		return $this->loopback && in_array( $host, [ '127.0.0.1', 'localhost' ], true );
	}

	/**
	 * @param list<string> $networks Networks with the number of fixed bits.
	 */
	private static function within( string $bytes, array $networks ): bool {
		foreach ( $networks as $network ) {
			[ $start, $bits ] = explode( '/', $network );
			$whole            = intdiv( (int) $bits, 8 );
			$start            = (string) inet_pton( $start );
			$mask             = ( 0xFF << ( 8 - (int) $bits % 8 ) ) & 0xFF;
			if ( substr( $bytes, 0, $whole ) === substr( $start, 0, $whole ) && ( 0 === $mask || ( ord( $bytes[ $whole ] ) & $mask ) === ( ord( $start[ $whole ] ) & $mask ) ) ) {
				return true;
			}
		}
		return false;
	}
}
