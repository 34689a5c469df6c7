<?php
/**
 * Network address of whoever sent a request.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core;

/**
 * An address in the three forms that may be used: whole for counting within a request, its network for limits,
 * shortened for logs. Headers of proxies count only when a trusted proxy sent them.
 */
final readonly class ClientAddress {

	/**
	 * @param string $address A valid IPv4 or IPv6 address, '' when there is none.
	 */
	private function __construct( public string $address ) {}

	/** Address of this request. */
	public static function current(): self {
		return self::from_server( $_SERVER );
	}

	/**
	 * Address of a request; proxies from `LERNWELT_TRUSTED_PROXIES` (addresses or ranges, separated by commas).
	 *
	 * @param array<mixed> $server $_SERVER.
	 */
	public static function from_server( array $server ): self {
		$trusted = defined( 'LERNWELT_TRUSTED_PROXIES' ) ? (string) constant( 'LERNWELT_TRUSTED_PROXIES' ) : '';
		$text    = static fn ( string $name ): string => isset( $server[ $name ] ) && is_string( $server[ $name ] ) ? $server[ $name ] : '';
		return self::of( $text( 'REMOTE_ADDR' ), $text( 'HTTP_X_FORWARDED_FOR' ), self::list( $trusted ) );
	}

	/**
	 * @param string       $remote    Other end of the connection.
	 * @param string       $forwarded Header X-Forwarded-For, '' when it was not sent.
	 * @param list<string> $trusted   Addresses or ranges (`10.0.0.0/8`) of our own proxies.
	 */
	public static function of( string $remote, string $forwarded = '', array $trusted = [] ): self {
		$address = self::plain( $remote );
		// From the right: each proxy appends whom it got the request from; the first that isn't ours is the client.
		foreach ( array_reverse( self::list( $forwarded ) ) as $hop ) {
			$hop = self::plain( $hop );
			if ( '' === $hop || ! self::is_one_of( $address, $trusted ) ) {
				break;
			}
			$address = $hop;
		}
		return new self( $address );
	}

	/** What one connection has: an IPv4 address, or the first 64 bits of an IPv6 address with its 2^64 neighbours. */
	public function network(): string {
		return str_contains( $this->address, ':' ) ? self::masked( $this->address, 64 ) . '/64' : $this->address;
	}

	/** For logs: no single person can be found by it any more. */
	public function shortened(): string {
		return match ( true ) {
			'' === $this->address                => '',
			str_contains( $this->address, ':' ) => self::masked( $this->address, 48 ),
			default                              => self::masked( $this->address, 24 ),
		};
	}

	/** An address as it is usually written; IPv4 inside IPv6 as IPv4; '' for what is none. */
	private static function plain( string $text ): string {
		$text = trim( $text, " []\t" );
		if ( false === filter_var( $text, FILTER_VALIDATE_IP ) ) {
			return '';
		}
		$bytes = (string) inet_pton( $text );
		if ( 16 === strlen( $bytes ) && str_starts_with( $bytes, str_repeat( "\0", 10 ) . "\xff\xff" ) ) {
			$bytes = substr( $bytes, 12 );
		}
		return (string) inet_ntop( $bytes );
	}

	/** @param list<string> $ranges */
	private static function is_one_of( string $address, array $ranges ): bool {
		foreach ( $ranges as $range ) {
			$parts = explode( '/', $range, 2 );
			$base  = self::plain( $parts[0] );
			$bits  = isset( $parts[1] ) && ctype_digit( $parts[1] ) ? (int) $parts[1] : 128;
			$same  = str_contains( $base, ':' ) === str_contains( $address, ':' );
			if ( '' !== $base && '' !== $address && $same && self::masked( $base, $bits ) === self::masked( $address, $bits ) ) {
				return true;
			}
		}
		return false;
	}

	private static function masked( string $address, int $bits ): string {
		$bytes = (string) inet_pton( $address );
		foreach ( str_split( $bytes ) as $index => $byte ) {
			$keep            = max( 0, min( 8, $bits - 8 * $index ) );
			$bytes[ $index ] = chr( ord( $byte ) & ( 0xff << ( 8 - $keep ) ) & 0xff );
		}
		return (string) inet_ntop( $bytes );
	}

	/** @return list<string> */
	private static function list( string $text ): array {
		return array_values( array_filter( array_map( trim( ... ), explode( ',', $text ) ), static fn ( string $part ): bool => '' !== $part ) );
	}
}
