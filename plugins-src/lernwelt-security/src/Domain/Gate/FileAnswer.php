<?php
/**
 * How a file is given out.
 *
 * @package Lernwelt\Security
 */

declare( strict_types=1 );

namespace Lernwelt\Security\Domain\Gate;

/** Status, headers and the part of the file that follow from a request. */
final readonly class FileAnswer {

	/**
	 * @param int                   $status  HTTP status.
	 * @param array<string, string> $headers Name → value.
	 * @param int                   $offset  First byte of the body.
	 * @param int                   $length  Bytes of the body, 0 for none.
	 */
	private function __construct( public int $status, public array $headers, public int $offset = 0, public int $length = 0 ) {}

	/**
	 * @param StoredFile $file    The file.
	 * @param bool       $private Whether it is for members only: then nothing keeps a copy.
	 * @param string     $method  HTTP method.
	 * @param string     $range   Header Range, '' when it was not sent.
	 * @param string     $known   Header If-None-Match, '' when it was not sent.
	 * @param string     $x_accel Internal address by which the web server finds the uploads; '' when PHP sends them itself.
	 */
	public static function of( StoredFile $file, bool $private, string $method, string $range = '', string $known = '', string $x_accel = '' ): self {
		$headers = [
			'Content-Type'           => $file->type,
			'X-Content-Type-Options' => 'nosniff',
			'Cache-Control'          => $private ? 'private, no-store' : 'public, max-age=3600',
		];
		$policy  = FileType::policy( $file->extension );
		if ( null !== $policy ) {
			$headers['Content-Security-Policy'] = $policy;
		}
		if ( '' !== $x_accel ) {
			return new self( 200, $headers + [ 'X-Accel-Redirect' => rtrim( $x_accel, '/' ) . '/' . implode( '/', array_map( 'rawurlencode', explode( '/', $file->below ) ) ) ] );
		}
		if ( ! $private ) {
			$headers['ETag']          = $file->tag();
			$headers['Last-Modified'] = gmdate( 'D, d M Y H:i:s', $file->modified ) . ' GMT';
			if ( $known === $file->tag() ) {
				return new self( 304, $headers );
			}
		}
		return self::body( $file, $headers + [ 'Accept-Ranges' => 'bytes' ], 'HEAD' === $method, $range );
	}

	/** @param array<string, string> $headers Headers so far. */
	private static function body( StoredFile $file, array $headers, bool $head, string $header ): self {
		$range = $head ? null : ByteRange::of( $header, $file->size );
		if ( false === $range ) {
			return new self( 416, [ 'Content-Range' => "bytes */$file->size" ] + $headers );
		}
		if ( null === $range ) {
			return new self( 200, $headers + [ 'Content-Length' => (string) $file->size ], 0, $head ? 0 : $file->size );
		}
		$headers['Content-Range']  = "bytes $range->first-$range->last/$file->size";
		$headers['Content-Length'] = (string) $range->length();
		return new self( 206, $headers, $range->first, $range->length() );
	}
}
