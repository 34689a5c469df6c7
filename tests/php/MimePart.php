<?php
/**
 * @package Lernwelt\Tests
 */

declare( strict_types=1 );

namespace Lernwelt\Tests;

use RuntimeException;

/** A mail as it came over the wire, or a part of one. */
final readonly class MimePart {

	/**
	 * @param array<string, string> $headers By lower-case name, unfolded.
	 * @param string                $body    As it came, lines ended by LF.
	 * @param list<MimePart>        $parts   Of a multipart.
	 */
	private function __construct(
		public array $headers,
		public string $body,
		public array $parts,
	) {}

	/**
	 * Reads a mail or a part.
	 *
	 * @param string $source Headers and body, lines ended by LF.
	 */
	public static function of( string $source ): self {
		[ $head, $body ] = explode( "\n\n", $source, 2 );
		$headers         = [];
		foreach ( explode( "\n", (string) preg_replace( "/\n[ \t]+/", ' ', $head ) ) as $line ) {
			[ $name, $value ]                = explode( ': ', $line, 2 );
			$headers[ strtolower( $name ) ] = $value;
		}
		if ( 1 !== preg_match( '#^multipart/.*boundary="([^"]+)"#i', $headers['content-type'] ?? '', $found ) ) {
			return new self( $headers, $body, [] );
		}
		$boundary = preg_quote( $found[1], '/' );
		$pieces   = preg_split( "/(?:^|\n)--$boundary(?:--)?(?:\n|$)/", $body );
		if ( false === $pieces || 3 > count( $pieces ) || 1 !== preg_match( "/\n--$boundary--(\n|$)/", $body ) ) {
			throw new RuntimeException( 'The multipart has no parts or no end.' );
		}
		return new self( $headers, $body, array_map( self::of( ... ), array_slice( $pieces, 1, -1 ) ) );
	}

	/** Media type without parameters. */
	public function type(): string {
		return strtolower( trim( explode( ';', $this->headers['content-type'] ?? '' )[0] ) );
	}

	/** What it holds, without the encoding of the transport. */
	public function content(): string {
		return match ( strtolower( $this->headers['content-transfer-encoding'] ?? '7bit' ) ) {
			'base64' => (string) base64_decode( (string) preg_replace( '/\s+/', '', $this->body ), true ),
			'quoted-printable' => quoted_printable_decode( $this->body ),
			default => $this->body,
		};
	}

	/** The structure, e.g. `multipart/mixed(text/plain, application/pdf)`. */
	public function outline(): string {
		return [] === $this->parts ? $this->type() : $this->type() . '(' . implode( ', ', array_map( static fn ( self $part ): string => $part->outline(), $this->parts ) ) . ')';
	}
}
