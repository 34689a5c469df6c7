<?php
/**
 * What a server answered.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

/** An answer without its content, which is in a file. */
final readonly class Response {

	/**
	 * @param WebAddress $address  Who answered.
	 * @param int        $status   Status.
	 * @param string     $etag     Header ETag, '' for none.
	 * @param string     $modified Header Last-Modified, '' for none.
	 * @param string     $location Header Location, '' for none.
	 * @param int        $bytes    Size of the content.
	 */
	public function __construct( public WebAddress $address, public int $status, public string $etag, public string $modified, public string $location, public int $bytes ) {}
}
