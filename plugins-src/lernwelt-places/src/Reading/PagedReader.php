<?php
/**
 * Reads several files as one input.
 *
 * @package Lernwelt\Places
 */

declare( strict_types=1 );

namespace Lernwelt\Places\Reading;

use Lernwelt\Places\Domain\Import\Row;
use Lernwelt\Places\Domain\Import\RowReader;

/** Pages of an address, one after the other; rows are numbered through all of them. */
final readonly class PagedReader implements RowReader {

	/**
	 * @param list<RowReader> $pages Readers of the pages.
	 */
	public function __construct( private array $pages ) {}

	/**
	 * The records of all pages.
	 *
	 * @param int $skip Records to leave out at the beginning.
	 * @return iterable<Row>
	 */
	public function rows( int $skip = 0 ): iterable {
		$number = 0;
		foreach ( $this->pages as $page ) {
			foreach ( $page->rows() as $row ) {
				if ( ++$number > $skip ) {
					yield new Row( $number, $row->values, $row->problem, $row->raw );
				}
			}
		}
	}

	/** Number of records of all pages; null when one page can't tell. */
	public function count(): ?int {
		$count = 0;
		foreach ( $this->pages as $page ) {
			$records = $page->count();
			if ( null === $records ) {
				return null;
			}
			$count += $records;
		}
		return $count;
	}

	/** SHA-256 over the pages. */
	public function fingerprint(): string {
		return hash( 'sha256', implode( "\n", array_map( static fn ( RowReader $page ): string => $page->fingerprint(), $this->pages ) ) );
	}

	/**
	 * Names of the first page.
	 *
	 * @return list<string>
	 */
	public function columns(): array {
		return isset( $this->pages[0] ) ? $this->pages[0]->columns() : [];
	}
}
