<?php
/**
 * A refused file.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Schools\Import;

use RuntimeException;

/** The whole file can't be read as a school register. */
final class FileRefused extends RuntimeException {

	public const EMPTY   = 'empty';
	public const LARGE   = 'too_large';
	public const NO_TEXT = 'no_text';
	public const COLUMNS = 'columns_missing';
	public const TWICE   = 'column_twice';

	/**
	 * @param self::*      $reason  Reason code.
	 * @param list<string> $columns Headings that are missing or stand there twice.
	 */
	public function __construct( public readonly string $reason, public readonly array $columns = [] ) {
		parent::__construct( "This file is no school register: $reason" . ( [] === $columns ? '' : ' (' . implode( ', ', $columns ) . ')' ) . '.' );
	}
}
