<?php
/**
 * Rows as places, in portions.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Application\Import;

use Generator;
use Lernwelt\Places\Domain\Import\MappedRow;
use Lernwelt\Places\Domain\Import\RowMapper;
use Lernwelt\Places\Domain\Import\RowReader;
use Lernwelt\Places\Domain\Import\UnreadableInput;

/** Goes on reading where the last portion ended. */
final class RowFeed {

	/** @var Generator<int, MappedRow, null, void> */
	private Generator $rows;

	/**
	 * @param RowReader $reader Reader.
	 * @param RowMapper $mapper Mapper.
	 * @param int       $skip   Rows done already.
	 */
	public function __construct( RowReader $reader, RowMapper $mapper, int $skip ) {
		$this->rows = self::read( $reader, $mapper, $skip );
	}

	/**
	 * The next rows; fewer than asked for at the end.
	 *
	 * @param int $number How many.
	 * @return list<MappedRow>
	 * @throws UnreadableInput When the input can't be read on.
	 */
	public function take( int $number ): array {
		$rows = [];
		while ( count( $rows ) < $number && $this->rows->valid() ) {
			$rows[] = $this->rows->current();
			$this->rows->next();
		}
		return $rows;
	}

	/**
	 * @return Generator<int, MappedRow, null, void>
	 */
	private static function read( RowReader $reader, RowMapper $mapper, int $skip ): Generator {
		foreach ( $reader->rows( $skip ) as $row ) {
			yield $mapper->map( $row );
		}
	}
}
