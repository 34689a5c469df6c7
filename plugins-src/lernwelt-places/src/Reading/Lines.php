<?php
/**
 * Lines of a file.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

/** Reads one line after the other, never more than 1 MB of one; lines can be given back. */
final class Lines {

	/** Bytes of a record at most. */
	public const MAX = 1_048_576;

	/** Number of the line that was read last, from 1. */
	public int $number = 0;

	/** Whether the line that was read last was cut at {@see self::MAX}. */
	public bool $cut = false;

	/** Whether the line that was read last was the last one and has no end: the file may be broken off. */
	public bool $unended = false;

	/** @var list<array{int, string}> Lines given back, the next one last. */
	private array $returned = [];

	/**
	 * @param resource $handle Open file.
	 * @param string   $ending Sign between lines.
	 */
	public function __construct( private $handle, private readonly string $ending ) {}

	/**
	 * Reads a line.
	 *
	 * @return ?string Line without its end; null behind the last one.
	 */
	public function next(): ?string {
		if ( [] !== $this->returned ) {
			[ $this->number, $line ] = array_pop( $this->returned );
			$this->cut               = false;
			return $line;
		}
		$line = "\n" === $this->ending ? fgets( $this->handle, self::MAX + 1 ) : stream_get_line( $this->handle, self::MAX, $this->ending );
		if ( false === $line ) {
			return null;
		}
		++$this->number;
		$ended     = "\n" === $this->ending ? str_ends_with( $line, "\n" ) : strlen( $line ) < self::MAX;
		$this->cut = ! $ended && strlen( $line ) >= self::MAX;
		if ( $this->cut ) {
			$this->skip_rest();
		}
		$this->unended = ! $ended && ! $this->cut && feof( $this->handle );
		return rtrim( $line, "\r\n" );
	}

	/**
	 * Gives lines back, to be read again.
	 *
	 * @param list<array{int, string}> $lines Numbers and lines, in the order of the file.
	 */
	public function back( array $lines ): void {
		// In place: most broken records give nothing back while very many lines may wait.
		foreach ( array_reverse( $lines ) as $line ) {
			$this->returned[] = $line;
		}
	}

	private function skip_rest(): void {
		do {
			$more = "\n" === $this->ending ? fgets( $this->handle, self::MAX + 1 ) : stream_get_line( $this->handle, self::MAX, $this->ending );
		} while ( false !== $more && strlen( $more ) >= self::MAX && ! str_ends_with( $more, $this->ending ) );
	}
}
