<?php
/**
 * An answer for programs.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Rest;

/** Status, headers and text; nobody may keep it. */
final readonly class Answer {

	/**
	 * @param int                   $status  HTTP status.
	 * @param string                $type    Content type.
	 * @param string                $body    Text.
	 * @param array<string, string> $headers More headers.
	 */
	public function __construct(
		public int $status,
		public string $type,
		public string $body,
		public array $headers = [],
	) {}

	/**
	 * One line of text.
	 *
	 * @param int                   $status  HTTP status.
	 * @param string                $line    Line without its end.
	 * @param array<string, string> $headers More headers.
	 */
	public static function line( int $status, string $line, array $headers = [] ): self {
		return new self( $status, 'text/plain; charset=utf-8', "$line\n", $headers );
	}

	/**
	 * Sends it and ends the request.
	 *
	 * @param bool $with_body Whether the method asks for the text as well.
	 */
	public function send( bool $with_body ): never {
		status_header( $this->status );
		header( "Content-Type: {$this->type}" );
		header( 'Cache-Control: no-store' );
		foreach ( $this->headers as $name => $value ) {
			header( "$name: $value" );
		}
		if ( $with_body ) {
			echo $this->body; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- JSON or metrics, never HTML, and the type says so.
		}
		exit;
	}
}
