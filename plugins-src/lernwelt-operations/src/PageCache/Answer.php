<?php
/**
 * The web server's answer.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\PageCache;

use CurlHandle;

/** Looks at the head of an answer while it comes in. */
final class Answer {

	private int $status = 0;

	private string $cache_control = '';

	/**
	 * Takes one line of the head, as curl hands them over.
	 *
	 * @param CurlHandle $handle Request.
	 * @param string     $line   Line with its end.
	 * @return int Bytes of the line.
	 */
	public function header( CurlHandle $handle, string $line ): int {
		if ( 1 === preg_match( '#^HTTP/[0-9.]+ (\d{3})#', $line, $found ) ) {
			$this->status        = (int) $found[1];
			$this->cache_control = '';
		} elseif ( 1 === preg_match( '/^cache-control:(.*)$/i', trim( $line ), $found ) ) {
			$this->cache_control .= ",$found[1]";
		}
		return strlen( $line );
	}

	/** Whether it is a page, and one that the web server may keep. */
	public function was_kept(): bool {
		return 200 === $this->status && 1 !== preg_match( '/no-store|private/i', $this->cache_control );
	}
}
