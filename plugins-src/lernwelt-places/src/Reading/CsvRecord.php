<?php
/**
 * One record of a CSV file on its way.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use InvalidArgumentException;

/**
 * Takes the lines of a record one after the other. PHP's own functions would swallow the rest of a file behind one
 * quotation mark too many, without a word.
 */
final class CsvRecord {

	/** @var list<string> Fields that are complete. */
	public array $fields = [];

	/** Whether a quoted field goes on in the next line. */
	public bool $open = false;

	/** Whether something stands behind a closing quotation mark. */
	public bool $bad = false;

	private string $field = '';

	/** @var non-empty-string */
	private readonly string $delimiter;

	/**
	 * @param string $delimiter Sign between columns.
	 * @throws InvalidArgumentException When there is none.
	 */
	public function __construct( string $delimiter ) {
		$this->delimiter = '' === $delimiter ? throw new InvalidArgumentException( 'A CSV file needs a sign between columns.' ) : $delimiter;
	}

	/**
	 * Takes the next line.
	 *
	 * @param string $line Line without its end.
	 */
	public function feed( string $line ): void {
		$position = 0;
		if ( $this->open ) {
			$this->field .= "\n";
			$position     = $this->quoted( $line, 0 );
		} elseif ( ! str_contains( $line, '"' ) ) {
			$this->fields = explode( $this->delimiter, $line );
			return;
		}
		while ( null !== $position ) {
			$position = $this->field( $line, $position );
		}
	}

	/**
	 * Takes a field.
	 *
	 * @return ?int Where the next one begins; null when the line is at its end or bad.
	 */
	private function field( string $line, int $start ): ?int {
		if ( '"' === ( $line[ $start ] ?? '' ) ) {
			$this->field = '';
			$this->open  = true;
			return $this->quoted( $line, $start + 1 );
		}
		$end            = strpos( $line, $this->delimiter, $start );
		$this->fields[] = false === $end ? substr( $line, $start ) : substr( $line, $start, $end - $start );
		return false === $end ? null : $end + 1;
	}

	/**
	 * Takes what stands between quotation marks.
	 *
	 * @return ?int Where the next field begins; null when the line is at its end or bad.
	 */
	private function quoted( string $line, int $start ): ?int {
		$quote = strpos( $line, '"', $start );
		while ( false !== $quote && '"' === ( $line[ $quote + 1 ] ?? '' ) ) {
			$this->field .= substr( $line, $start, $quote - $start + 1 );
			$start        = $quote + 2;
			$quote        = strpos( $line, '"', $start );
		}
		if ( false === $quote ) {
			$this->field .= substr( $line, $start );
			return null;
		}
		$this->fields[] = $this->field . substr( $line, $start, $quote - $start );
		$this->open     = false;
		$next           = $quote + 1 + strspn( $line, ' ', $quote + 1 );
		if ( $next >= strlen( $line ) ) {
			return null;
		}
		$this->bad = $line[ $next ] !== $this->delimiter;
		return $this->bad ? null : $next + 1;
	}
}
