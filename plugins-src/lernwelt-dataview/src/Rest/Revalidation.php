<?php
/**
 * Answers that browsers may keep.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Closure;
use WP_REST_Request;
use WP_REST_Response;

/** Gives answers an ETag, and says "not changed" to whoever has the same. */
final class Revalidation {

	/**
	 * @param WP_REST_Request<array<string, mixed>> $request Request.
	 * @param string                                $known   What the answer depends on, hashed; '' when only the answer itself tells.
	 * @param Closure(): array<string, mixed>       $work    Makes the answer; not called when it isn't needed.
	 * @param bool                                  $shared  Whether it is the same for everybody.
	 */
	public static function answer( WP_REST_Request $request, string $known, Closure $work, bool $shared ): WP_REST_Response {
		$data = '' === $known ? $work() : null;
		$hash = null === $data ? $known : hash( 'xxh128', (string) wp_json_encode( $data ) );
		$etag = '"' . $hash . '"';
		$same = self::has( (string) $request->get_header( 'if_none_match' ), $etag );

		$response = new WP_REST_Response( $same ? null : $data ?? $work(), $same ? 304 : 200 );
		$response->header( 'ETag', $etag );
		// Asked again every time: the map shows what the list shows. Requests with a nonce are another answer.
		$response->header( 'Cache-Control', ( $shared ? 'public' : 'private' ) . ', max-age=0, must-revalidate' );
		$response->header( 'Vary', 'X-WP-Nonce' );
		return $response;
	}

	private static function has( string $header, string $etag ): bool {
		$known = array_map( static fn ( string $one ): string => (string) preg_replace( '#^W/|-gzip(?="$)#', '', trim( $one ) ), explode( ',', $header ) );
		return in_array( $etag, $known, true );
	}
}
