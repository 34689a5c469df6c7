<?php
/**
 * A page in the cache.
 *
 * @package Lernwelt\Operations
 */

declare( strict_types=1 );

namespace Lernwelt\Operations\Domain\PageCache;

/** The copy of one address, as the web server keeps it in a file: a binary head, a line with the key, the answer's headers, its body. */
final readonly class Entry {

	/** Header in which a page says what it shows. */
	public const SHOWS = 'X-Lernwelt-Shows';

	/** Header that tells the web server how long: seconds, or "@" and seconds since 1970 for pages that are wrong from then on. */
	public const EXPIRES = 'X-Accel-Expires';

	/** Bytes of a file that hold all of this. */
	public const HEAD = 16_384;

	/**
	 * @param string       $file    File.
	 * @param string       $address Path and query, as they were asked for.
	 * @param list<string> $parts   What the page shows, see Lernwelt\Core\PageParts.
	 * @param ?int         $until   Until when the page is right, seconds since 1970; null when nothing but a change makes it wrong.
	 * @param int          $made    When it was put there, seconds since 1970.
	 */
	public function __construct( public string $file, public string $address, public array $parts, public ?int $until, public int $made ) {}

	/**
	 * Reads the beginning of a file.
	 *
	 * @param string $file   File.
	 * @param string $head   Its first bytes.
	 * @param string $portal Id of the portal whose it must be.
	 * @param int    $made   When it was written, seconds since 1970.
	 * @return ?self Null when it is no page of this portal.
	 */
	public static function read( string $file, string $head, string $portal, int $made ): ?self {
		if ( 1 !== preg_match( '/\nKEY: ([^|\n]*)\|(\/[^\n]*)\n/', $head, $key, PREG_OFFSET_CAPTURE ) || $key[1][0] !== $portal ) {
			return null;
		}
		$after   = substr( $head, $key[0][1] + strlen( $key[0][0] ) );
		$end     = strpos( $after, "\r\n\r\n" );
		$headers = substr( $after, 0, false === $end ? strlen( $after ) : $end + 2 );
		$until   = self::header( $headers, self::EXPIRES );
		return new self(
			$file,
			$key[2][0],
			array_values( array_diff( explode( ' ', self::header( $headers, self::SHOWS ) ), [ '' ] ) ),
			str_starts_with( $until, '@' ) ? (int) substr( $until, 1 ) : null,
			$made
		);
	}

	/** Path without the query. */
	public function path(): string {
		return explode( '?', $this->address, 2 )[0];
	}

	private static function header( string $headers, string $name ): string {
		return 1 === preg_match( '/' . preg_quote( $name, '/' ) . ':[ \t]*([^\r\n]*)\r\n/i', $headers, $found ) ? trim( $found[1] ) : '';
	}
}
