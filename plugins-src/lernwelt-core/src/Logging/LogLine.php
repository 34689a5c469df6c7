<?php
/**
 * A line of the log.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Logging;

use DateTimeImmutable;

/**
 * One JSON object on one line, for programs that collect logs: time (UTC), level, portal, request, message, file, trace.
 * Addresses of people and machines are taken out of the message, arguments out of the trace.
 */
final class LogLine {

	/** Characters of a message. */
	private const LENGTH = 2000;

	/** Lines of a trace. */
	private const FRAMES = 15;

	private const MAIL = '/[^\s<>"\'()=,;:@]+@[^\s<>"\'(),;:@]+\.[\p{L}\d-]{2,}/u';

	private const IPV4 = '/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/';

	/** What may be one; names of classes and times of day look alike. */
	private const IPV6 = '/(?<![0-9a-z_])[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*[0-9a-f:](?![0-9a-z_(])/i';

	/** What PHP adds to the message of an exception that nobody caught. */
	private const TRACE = "\nStack trace:\n";

	/**
	 * The line, with its end.
	 *
	 * @param DateTimeImmutable $time    Instant, UTC.
	 * @param LogLevel          $level   Level.
	 * @param string            $portal  Host name of the portal; '' outside of one.
	 * @param string            $request Id of the request, as nginx writes it into its log.
	 * @param string            $message What happened.
	 * @param string            $file    Where, relative to the docroot, with the number of the line; '' when nobody knows.
	 */
	public static function of( DateTimeImmutable $time, LogLevel $level, string $portal, string $request, string $message, string $file = '' ): string {
		$parts = explode( self::TRACE, $message, 2 );
		$line  = [
			'time'    => $time->format( 'Y-m-d\TH:i:s.v\Z' ),
			'level'   => $level->value,
			'portal'  => $portal,
			'request' => $request,
			'message' => mb_substr( self::without_addresses( $parts[0] ), 0, self::LENGTH ),
		];
		$line += '' === $file ? [] : [ 'file' => $file ];
		$line += isset( $parts[1] ) ? [ 'trace' => self::frames( $parts[1] ) ] : [];
		return json_encode( $line, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR ) . "\n";
	}

	/**
	 * A text without mail and network addresses.
	 *
	 * @param string $text Text.
	 */
	public static function without_addresses( string $text ): string {
		$text = (string) preg_replace( self::MAIL, '[mail]', mb_scrub( $text, 'UTF-8' ) );
		$text = (string) preg_replace_callback( self::IPV6, static fn ( array $found ): string => false === filter_var( $found[0], FILTER_VALIDATE_IP ) ? $found[0] : '[address]', $text );
		return (string) preg_replace( self::IPV4, '[address]', $text );
	}

	/**
	 * The database's complaint without values: they stand in quotes, as names of tables, columns and keys do.
	 *
	 * @param string $reason What the database says.
	 */
	public static function without_values( string $reason ): string {
		$patterns = [ "/ near '.*' at line/s", "/(Duplicate entry|value:?) '.*' for/s", "/(?<!Table )(?<!column )(?<!key )(?<!\w)'[^']*'/" ];
		return (string) preg_replace( $patterns, [ " near '…' at line", "$1 '…' for", "'…'" ], $reason );
	}

	/** @return list<string> */
	private static function frames( string $trace ): array {
		$frames = [];
		foreach ( explode( "\n", $trace ) as $frame ) {
			if ( 1 === preg_match( '/^#\d+ (.*)$/D', $frame, $found ) ) {
				$frames[] = self::without_addresses( (string) preg_replace( '/\(.*\)$/D', '()', (string) preg_replace( '/^(\S+?)\((\d+)\): /', '$1:$2 ', $found[1] ) ) );
			}
		}
		return array_slice( $frames, 0, self::FRAMES );
	}
}
