<?php
/**
 * A picture as an answer.
 *
 * @package Lernwelt\Dataview
 */

declare( strict_types=1 );

namespace Lernwelt\Dataview\Rest;

use Lernwelt\Dataview\Domain\Map\TileImage;
use WP_HTTP_Response;
use WP_REST_Response;

/** WordPress sends JSON; this answer is sent as it is. */
final class ImageResponse extends WP_REST_Response {

	/**
	 * @param TileImage $image   Picture.
	 * @param int       $seconds How long browsers keep it.
	 */
	public function __construct( public readonly TileImage $image, int $seconds ) {
		parent::__construct( null, 200, [ 'Content-Type' => $image->type, 'Cache-Control' => "public, max-age=$seconds" ] );
	}

	/**
	 * Filter `rest_pre_serve_request`.
	 *
	 * @param bool             $served Whether the answer is already sent.
	 * @param WP_HTTP_Response $result Answer.
	 */
	public static function send( bool $served, WP_HTTP_Response $result ): bool {
		if ( $served || ! $result instanceof self ) {
			return $served;
		}
		echo $result->image->bytes; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a picture, checked when it came.
		return true;
	}
}
