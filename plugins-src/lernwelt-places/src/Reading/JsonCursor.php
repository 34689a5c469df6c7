<?php
/**
 * Moves through JSON without loading it.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

/**
 * Follows the structure of a JSON text of any size: enters objects and lists, jumps over values or hands them out as
 * text for json_decode(). Keeps 64 kB and the value that is being handed out, 1 MB at most.
 */
final class JsonCursor {

	/** Bytes of a value at most. */
	public const MAX = 1_048_576;

	private const CHUNK = 65_536;

	private string $buffer = '';

	private int $position = 0;

	/** Where the value being handed out begins in the buffer, null when there is none or it is too large. */
	private ?int $mark = null;

	/** Beginning of the value that got too large. */
	private ?string $head = null;

	/**
	 * @param resource $handle Open file.
	 */
	public function __construct( private $handle ) {}

	/**
	 * The next sign that isn't white space, without taking it.
	 *
	 * @return string '' at the end.
	 */
	public function peek(): string {
		do {
			$this->position += strspn( $this->buffer, " \t\r\n", $this->position );
			if ( $this->position < strlen( $this->buffer ) ) {
				return $this->buffer[ $this->position ];
			}
		} while ( $this->fill() );
		return '';
	}

	/**
	 * Takes a sign when it comes next.
	 *
	 * @param string $sign Sign.
	 * @return bool Whether it came.
	 */
	public function take( string $sign ): bool {
		if ( $this->peek() !== $sign ) {
			return false;
		}
		++$this->position;
		return true;
	}

	/**
	 * Takes a sign that must come next.
	 *
	 * @param string $sign Sign.
	 * @throws BrokenJson When something else comes.
	 */
	public function expect( string $sign ): void {
		if ( ! $this->take( $sign ) ) {
			throw $this->broken();
		}
	}

	/**
	 * Takes the name of a member and the colon.
	 *
	 * @throws BrokenJson When something else comes.
	 */
	public function name(): string {
		if ( '"' !== $this->peek() ) {
			throw $this->broken();
		}
		[ $text ] = $this->value();
		$name     = null === $text ? null : json_decode( $text, true, 2, JSON_INVALID_UTF8_SUBSTITUTE );
		$this->expect( ':' );
		return is_string( $name ) ? $name : '';
	}

	/**
	 * Takes a value.
	 *
	 * @return array{?string, string} Text of the value, null when it is larger than 1 MB; then its beginning.
	 * @throws BrokenJson When the text ends or isn't JSON.
	 */
	public function value(): array {
		$this->peek();
		$this->mark = $this->position;
		$this->head = null;
		$this->pass();
		$text       = null === $this->mark ? null : substr( $this->buffer, $this->mark, $this->position - $this->mark );
		$this->mark = null;
		if ( null !== $text && strlen( $text ) > self::MAX ) {
			return [ null, substr( $text, 0, 4000 ) ];
		}
		return [ $text, $this->head ?? '' ];
	}

	/**
	 * Jumps over a value.
	 *
	 * @throws BrokenJson When the text ends or isn't JSON.
	 */
	public function skip(): void {
		$this->peek();
		$this->pass();
	}

	/** What is wrong here. */
	public function broken(): BrokenJson {
		$this->peek();
		return new BrokenJson( substr( $this->buffer, $this->position, 1000 ) );
	}

	private function pass(): void {
		if ( ! in_array( $this->peek(), [ '{', '[' ], true ) ) {
			$this->scalar();
			return;
		}
		$depth = 0;
		do {
			$this->position += strcspn( $this->buffer, '"{}[]', $this->position );
			if ( $this->position >= strlen( $this->buffer ) ) {
				$this->need();
				continue;
			}
			match ( $this->buffer[ $this->position ] ) {
				'"'      => $this->text(),
				'{', '[' => ++$depth,
				default  => --$depth,
			};
			++$this->position;
		} while ( $depth > 0 );
	}

	/** Takes a text, a number or a word. */
	private function scalar(): void {
		if ( '"' === $this->peek() ) {
			$this->text();
			++$this->position;
			return;
		}
		$size = 0;
		do {
			$length          = strcspn( $this->buffer, " \t\r\n,:\"{}[]", $this->position );
			$size           += $length;
			$this->position += $length;
		} while ( $this->position >= strlen( $this->buffer ) && $this->fill() );
		if ( 0 === $size ) {
			throw $this->broken();
		}
	}

	/** Moves from the opening quotation mark of a text to the closing one. */
	private function text(): void {
		++$this->position;
		while ( true ) {
			$this->position += strcspn( $this->buffer, '"\\', $this->position );
			if ( '"' === ( $this->buffer[ $this->position ] ?? '' ) ) {
				return;
			}
			// A backslash takes the next sign with it, which may not have been read yet.
			if ( $this->position + 1 < strlen( $this->buffer ) ) {
				$this->position += 2;
			} else {
				$this->need();
			}
		}
	}

	private function need(): void {
		if ( ! $this->fill() ) {
			throw new BrokenJson( $this->head ?? substr( $this->buffer, $this->mark ?? $this->position, 1000 ) );
		}
	}

	/** Reads on. What lies behind is dropped, unless it belongs to the value being handed out. */
	private function fill(): bool {
		$chunk = fread( $this->handle, self::CHUNK );
		if ( false === $chunk || '' === $chunk ) {
			return false;
		}
		if ( null !== $this->mark && strlen( $this->buffer ) - $this->mark > self::MAX ) {
			$this->head = substr( $this->buffer, $this->mark, 4000 );
			$this->mark = null;
		}
		$keep            = $this->mark ?? $this->position;
		$this->buffer    = substr( $this->buffer, $keep ) . $chunk;
		$this->position -= $keep;
		$this->mark      = null === $this->mark ? null : 0;
		return true;
	}
}
