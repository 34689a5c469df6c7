<?php
/**
 * A source that answers from the index.
 *
 * @package Lernwelt\Core
 */

declare( strict_types=1 );

namespace Lernwelt\Core\Data\Index;

use Lernwelt\Core\Data\DataSource;
use Lernwelt\Core\Data\Field;
use Lernwelt\Core\Data\Query;
use Lernwelt\Core\Data\Result;
use Lernwelt\Core\Viewer;

/** Does the finding, counting and sorting; a source says what its fields, its documents and its records are. */
abstract class IndexedSource implements DataSource {

	/** Grows when all rows of all sources have to be written anew. */
	private const FORMAT = 1;

	/**
	 * @param IndexStore $index Index, service `index`.
	 */
	public function __construct( protected readonly IndexStore $index ) {}

	/**
	 * What the index holds of the records: of all that somebody may see.
	 *
	 * @param list<int> $ids Ids. What doesn't exist or nobody may see is missing.
	 * @return iterable<int, Document>
	 */
	abstract public function documents( array $ids ): iterable;

	/**
	 * Ids of all records that somebody may see, in batches of some hundred.
	 *
	 * @return iterable<list<int>>
	 */
	abstract protected function batches(): iterable;

	/**
	 * Takes out of this request's memory what it read of records, so that they are read anew.
	 *
	 * @param list<int> $ids Ids.
	 */
	abstract protected function forget( array $ids ): void;

	/** Grows when {@see documents()} gives something else for the same record: the index is then built anew. */
	protected function documents_version(): int {
		return 1;
	}

	final public function query( Query $query, Viewer $viewer ): Result {
		$hits = $this->evaluate( $query, $viewer, $this->fresh() )->hits();
		return new Result( $hits->total, [] === $hits->ids ? [] : $this->records( $hits->ids, $viewer ), $hits->facets, $hits->page, $hits->pages );
	}

	final public function markers( Query $query, Viewer $viewer ): array {
		if ( ! $this->has_map() ) {
			return [];
		}
		$state = $this->fresh();
		$ids   = $this->evaluate( $query, $viewer, $state )->ids();
		return $this->index->points( $this->id(), $state )->markers( $ids );
	}

	final public function version(): string {
		return md5( $this->fresh()->version . $this->fingerprint() );
	}

	/**
	 * Builds the index anew.
	 *
	 * @return ?int Number of records; null when another process is at it.
	 */
	final public function rebuild(): ?int {
		$this->index->settle();
		return $this->index->rebuild( $this->id(), $this->fingerprint(), $this->batches(), $this->read( ... ) );
	}

	/** Makes sure that the index is there and fresh; importers call it before they begin. */
	final public function prepare(): void {
		$this->fresh();
	}

	/**
	 * Brings the rows of single records up to date; importers call it within the transaction that writes the records.
	 *
	 * @param list<int> $ids Records that changed, appeared or went.
	 */
	final public function refresh( array $ids ): void {
		$this->index->refresh( $this->id(), $ids, $this->read( ... ) );
	}

	/**
	 * @param list<int> $ids Ids.
	 * @return list<Document> As they are stored now.
	 */
	private function read( array $ids ): array {
		$this->forget( $ids );
		$documents = [ ...$this->documents( $ids ) ];
		$this->forget( $ids );
		return $documents;
	}

	/** The state for one question: everything changed in this request is written, and all rows are there. */
	private function fresh(): IndexState {
		$this->index->settle();
		return $this->index->ensure( $this->id(), $this->fingerprint(), $this->rebuild( ... ) );
	}

	private function evaluate( Query $query, Viewer $viewer, IndexState $state ): Evaluator {
		return new Evaluator( $this->index->catalogue( $this->id(), $state ), $this->fields(), $query, $viewer, $this->index->search( $this->id(), $query->search ) );
	}

	/** What rows are made for: the fields, but not their words. */
	private function fingerprint(): string {
		$fields = array_map( static fn ( Field $field ): string => "{$field->id} {$field->type->value}", $this->fields() );
		return md5( implode( "\n", [ self::FORMAT, $this->documents_version(), ...$fields ] ) );
	}
}
