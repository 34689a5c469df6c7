<?php
/**
 * A table to download.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Rest;

use Closure;
use WP_REST_Response;

/** Written line by line, so that its length doesn't matter, and in the way German Excel reads: UTF-8 with BOM and semicolons. */
final class CsvResponse extends WP_REST_Response {

	/**
	 * @param string                                $name Name of the file, plain letters.
	 * @param Closure(): iterable<list<string|int>> $rows Rows.
	 */
	public function __construct( string $name, private readonly Closure $rows ) {
		parent::__construct( null, 200, [ 'Content-Type' => 'text/csv; charset=utf-8', 'Content-Disposition' => "attachment; filename=\"$name\"", 'X-Content-Type-Options' => 'nosniff', 'Cache-Control' => 'private, no-store' ] );
	}

	/**
	 * The lines of the file.
	 *
	 * @return iterable<string>
	 */
	public function lines(): iterable {
		yield "\xEF\xBB\xBF";
		foreach ( ( $this->rows )() as $row ) {
			yield implode( ';', array_map( self::cell( ... ), $row ) ) . "\r\n";
		}
	}

	/**
	 * Prints the file instead of JSON; filter `rest_pre_serve_request`.
	 *
	 * @param bool  $served Whether somebody has answered already.
	 * @param mixed $result What the route answers.
	 */
	public static function serve( bool $served, mixed $result ): bool {
		if ( $served || ! $result instanceof self ) {
			return $served;
		}
		foreach ( $result->lines() as $line ) {
			echo $line; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- a text file; cell() keeps programs from running what is in it.
		}
		return true;
	}

	/** Quoted; what a spreadsheet would take for a formula gets an apostrophe in front, in wide signs and broken text too. */
	private static function cell( string|int $value ): string {
		$text = (string) $value;
		// The pattern fails at invalid UTF-8. Nobody knows what a spreadsheet reads there, so that is marked as well.
		if ( is_string( $value ) && 0 !== preg_match( '/^\s*[=+\-@|%\t\r\n＝＋－＠]/u', $text ) ) {
			$text = "'$text";
		}
		return '"' . str_replace( '"', '""', $text ) . '"';
	}
}
