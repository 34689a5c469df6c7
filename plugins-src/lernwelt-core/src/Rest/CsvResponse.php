<?php
/**
 * A table to download.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Rest;

use Closure;
use InvalidArgumentException;
use Lernwelt\Core\CsvLine;
use WP_REST_Response;

/**
 * What a route answers instead of JSON: `return new CsvResponse( 'termine.csv', fn (): iterable => $this->rows( $id ) )`.
 * The browser saves it under that name, no cache keeps it. The core prints it line by line, so that its length doesn't
 * matter; a plugin registers nothing for it.
 */
final class CsvResponse extends WP_REST_Response {

	/**
	 * @param string                                $name Name of the file: ASCII letters, digits, `.`, `_` and `-`.
	 * @param Closure(): iterable<list<string|int>> $rows Rows, the headings first; asked for when they are printed, after every check.
	 * @throws InvalidArgumentException For another kind of name.
	 */
	public function __construct( string $name, private readonly Closure $rows ) {
		if ( 1 !== preg_match( '/^[a-z0-9._-]+$/iD', $name ) ) {
			throw new InvalidArgumentException( "\"$name\" can't name a file to download: use ASCII letters, digits, full stops, underscores and hyphens." );
		}
		parent::__construct(
			null,
			200,
			[
				'Content-Type'           => 'text/csv; charset=utf-8',
				'Content-Disposition'    => "attachment; filename=\"$name\"",
				'X-Content-Type-Options' => 'nosniff',
				'Cache-Control'          => 'private, no-store',
			]
		);
	}

	/** The whole file as text, for who wraps the answer (`_envelope`) or tests it. */
	public function get_data(): string {
		return implode( '', [ ...CsvLine::file( ( $this->rows )() ) ] );
	}

	/**
	 * Prints the file; filter `rest_pre_serve_request`.
	 *
	 * @param bool  $served Whether somebody has answered already.
	 * @param mixed $result What the route answers.
	 */
	public static function serve( bool $served, mixed $result ): bool {
		if ( $served || ! $result instanceof self ) {
			return $served;
		}
		foreach ( CsvLine::file( ( $result->rows )() ) as $part ) {
			echo $part; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a text file; CsvLine keeps programs from running what is in it.
		}
		return true;
	}
}
